/**
 * Answering: telling somebody what was decided, by a way that is safe for them, or writing down why they are not told.
 *
 * The words are composed and read once more by whoever sends them. A call, a visit or a letter is told when a worker says so.
 */
export { routes } from './routes.tsx';
