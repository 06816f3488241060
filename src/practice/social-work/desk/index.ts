/**
 * A worker's own desk: the children they work with, what is open for each and since when, what is due, what is offered to them, and whose
 * children they cover. It shows whom the worker may see and nobody else.
 */
export { routes } from './routes.tsx';
