/**
 * An authorisation: the second signature under a decision, where the profile asks for one.
 *
 * A manager gives it, never whoever signed the decision. It covers siblings about whom the same was signed in one go. Only with it is the
 * decision in force, what it leads to opened, and whoever told us answered.
 */
export { routes } from './routes.tsx';
export { awaitingAuthorisation } from './store.ts';
export { decisionsToSign } from './to-sign.ts';
