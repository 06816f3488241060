/**
 * The board of a rating exercise: all exercises, how far one is, which manager has how many, and the cases in the viewer's sight.
 *
 * Whoever holds the exercise begins it here and closes it, with a note where some cases are not rated. It closes no case.
 */
export { routes } from './routes.tsx';
