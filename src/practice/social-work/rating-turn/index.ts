/**
 * A case in its turn: a manager reads it, rates it and comes to the next; or passes it on, or puts it on the table to be talked over.
 *
 * What lies on the table is rated there, by whoever sees the child. Once the exercise is closed nothing of it is rated any more.
 */
export { routes } from './routes.tsx';
