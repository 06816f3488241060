/**
 * What is asked of us: every clock of the place, with the time it allows, who says so, how far that may be trusted, and since when.
 *
 * It shows the clocks by which due dates, the board and the figures are reckoned, and no list of its own: who changes a row of the table
 * `timescale` changes all of them.
 */
export { type DeclaredPeriod, declaredPeriods, standingOn } from './declared.ts';
export { routes } from './routes.tsx';
