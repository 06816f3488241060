/**
 * The identity bar: who a record is about, always in sight, on every page about them, with the tabs of the record below.
 *
 * Name and age, what plan or order stands, who works with them, when they were last seen and whether alone, what is due next; and every
 * alert as a band across the page, whichever tab is open. It says what the viewer may read and no more.
 */
export { identityBar, type RecordTab } from './bar.tsx';
export { type Known, knownOf } from './reading.ts';
