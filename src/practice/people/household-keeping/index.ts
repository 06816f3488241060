/**
 * Somebody moves in with somebody: since when, how sure that is, on which days where they live in two households, who said so and why. Who is meant is
 * found first; somebody comes on record with a contact about them.
 */
export { daysFit, living, QUICKER } from './coming.ts';
export { HowTheyLive, Provenance, WHY_HINT, WhenTheyCame } from './forms.tsx';
export { routes } from './routes.tsx';
export { comingProblem, outsideLife, whenProblems } from './rules.ts';
export {
  addMembership,
  endMembership,
  householdsNow,
  recordsOf,
} from './store.ts';
