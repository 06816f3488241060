/**
 * A merge: two records turned out to be of one person. One is kept and the other leads to it; no fact is moved, and both are read as one by
 * whoever sees both. Until somebody else has reviewed it, nobody sees more of either than before. It can be undone at any time.
 */
export { alsoOnRecord } from './also.ts';
export { agreeing, CONFLICTS, factInWords, isToReview, type Merge, standsIn } from './rules.ts';
export {
  type FactBetween,
  factsBetween,
  holdRecords,
  mergeConflicts,
  mergeOnRecord,
  mergesAtWork,
} from './store.ts';
