/**
 * Calendar of gaps: for each open child the last twelve weeks, in which of them somebody saw the child, where, whether alone, where
 * nobody was in, and the weeks that lie beyond the time within which the child was to be seen.
 *
 * What was too long is judged by the rule that stands for the child today, also for weeks in which another stood.
 */
export { routes } from './routes.tsx';
