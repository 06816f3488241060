/**
 * A call: somebody rings the hub, or stands at its door, and a worker writes down what is said while it is said.
 *
 * Search comes first, so that a child who is on record is found before they are written down again. Then at most twelve short fields,
 * then the words. Whatever was not said stays empty: a call is never kept back because a box is. The contact it makes is the same
 * contact that any other way in makes.
 */

export { routes } from './routes.tsx';
