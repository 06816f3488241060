/**
 * Allocation: which member of staff works with a child, from when until when.
 *
 * A child has one worker at a time and may have co-workers. The worker, and whoever manages the worker's post, see the child because
 * of it, from that instant and no longer than it lasts.
 */
export {
  type Allocated,
  allocate,
  allocatedTo,
  endAllocation,
  workersNamed,
  worksWith,
} from './store.ts';
