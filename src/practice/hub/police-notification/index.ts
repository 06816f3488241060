/**
 * A police notification: the police tell that a child was there when they were called.
 *
 * It has a route of its own. For a child who is on record and has an allocated worker it goes to that worker and to the manager, who say
 * that they have read it; no contact is made, because the child is open already. For every other child it goes to the hub as a contact.
 * Several notifications about one incident carry the police's number of it and are shown together. They come one at a time, or many in a
 * file; the same file twice is the same notifications. Whoever sends one is never told whether a child is on record.
 */

export { routes } from './routes.tsx';
export { unreadBy } from './store.ts';
