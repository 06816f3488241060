/**
 * Possible duplicates: two records that may be of one person, weighed by a stated model and proposed to somebody, never settled by the
 * program.
 *
 * They are proposed when somebody is put on record, by looking through what is new at night, and by whoever chooses two. What was proposed is not proposed again.
 */
export { factsOf, namesAround } from './facts.ts';
export { lookForDuplicates, proposeDuplicatesOf, proposePair } from './proposing.ts';
export { type Compared, compareRecords, likelihoodInWords } from './rules.ts';
