/**
 * My work: what waits for one person, whatever their role.
 *
 * A line for each kind of thing that this viewer can take up, with how many wait and since when the oldest does. A line with nothing
 * waiting says so, because zero is an answer. What cannot be done by this viewer is not there.
 */
export { routes } from './routes.tsx';
