/**
 * What follows: what decisions about one child of a contact have opened, and whom they told.
 *
 * It stands on the record of the person who the child was taken to be. Where that was somebody else, it goes along to the right person in
 * the same transaction: history keeps whose it was taken for, and a correction says why and by whom. Nobody's worker changes with it.
 */
export { GoesAlong } from './panel.tsx';
export { type Followed, markOf, mayGoAlong, whatGoesAlong } from './rules.ts';
export { followedOf, moveWhatFollowed, workerOf, workersOf } from './store.ts';
