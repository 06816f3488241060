/**
 * What a manager reads of a case before rating it: the child's own words first, what happened since the last rating, the facts now, and
 * where the case sat. Shorter than the record, and with the way to it.
 */
export { CaseReadingPanel } from './panel.tsx';
export { type CaseReading, caseReading } from './reading.ts';
