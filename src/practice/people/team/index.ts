/**
 * A team: the people who take on what a service is asked to do.
 *
 * The profile says which teams a service has; what the hub opens goes to the first of them, and that team sees the child while it lasts.
 */
export { teamFor } from './store.ts';
