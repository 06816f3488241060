/**
 * Allocating: a manager says who works with a child, with the load of each worker in sight, and nobody waits unseen.
 *
 * A child who is open and has no worker stands on the list of the unallocated, the longest first. Where one more child would fill a
 * caseload, the manager is asked first and says why all the same; it is never forbidden silently. A change of worker is a handover.
 */
export { mayCarry } from './rules.ts';
export { oneAfterTheOther, unallocatedChildren, workingWith } from './store.ts';
export { allocationsOnTimeline } from './timeline.ts';
