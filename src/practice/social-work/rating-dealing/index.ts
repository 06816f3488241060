/**
 * Dealing the cases of an exercise: to the managers of the team that had the child, or evenly; families stay together.
 *
 * Nobody is dealt a case with which they work or worked when it was frozen, nor a child behind a wall that does not name them. Whoever is
 * dealt a case sees the child while the exercise goes on.
 */
export { type Rater, whoMayNotRate, whoRates } from './raters.ts';
export { routes } from './routes.tsx';
