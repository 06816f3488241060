/**
 * A worklist: what is overdue, what is due within seven days, and what waits for the viewer, from the clocks that run now.
 *
 * Nothing of it is stored. The desk of a worker shows it of their own children, and the page of a team of the children of the team.
 */
export { WorklistPart } from './pages.tsx';
export { type Worklist, worklistOf } from './reading.ts';
export { askedIn } from './rules.ts';
