/**
 * A contact notice: a contact about a child who is open already reaches whoever works with the child.
 *
 * It is made in the transaction of the decision, for the worker and whoever manages the worker, or for the managers of the team that has
 * the child where nobody is allocated. It stands under My work until each of them says that they read it. Taken back with the decision.
 */
export { routes } from './routes.tsx';
export { noticesFor, passOn, whomToTell, withdrawNotices } from './store.ts';
