/**
 * A thing to do: what waits for a viewer, and what is due for children besides visits and assessments, as a worklist shows it.
 *
 * Nothing of it is stored. Offers, referrals, children without a worker, closings, actions that a manager decided, reviews, ratings to be
 * looked at again and declared periods are each read where they stand; what is of a wing at the right comes through `ThingsToDo`.
 */
export { itemsDue, type Whose } from './due.ts';
export { type Asking, type Item, ranFrom, type ThingsToDo, waiting } from './rules.ts';
export { itemsWaiting } from './waiting.ts';
