/**
 * A screening meeting: the hub and its partners go through contacts together and decide them one by one.
 *
 * It is a row of its own: the day, who and which agencies sat, the contacts that were taken in their order, and through the decisions who
 * decided what. One runs at a time. A contact is decided or put off with a reason, and the next opens by itself; the last decision can be
 * taken back until the reply has left.
 */
export { routes } from './routes.tsx';
