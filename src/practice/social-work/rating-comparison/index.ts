/**
 * What a rating exercise showed: who moved since the exercise before and why, and what happened to the children afterwards, by rating.
 *
 * It is drawn from the cases in the viewer's sight and says how many stand elsewhere. Nobody is counted as unharmed before their time is
 * over: who was rated too short a time ago is counted apart.
 */
export { routes } from './routes.tsx';
