/**
 * How somebody is reached without putting them at risk: what they said is safe, and the means we have for it.
 *
 * Every letter, mail and call keeps to it, whichever part of the service it comes from.
 */
export { safeWaysFor } from './rules.ts';
export { type SafeContact, safeContactOf } from './safe-contact.ts';
export { type Reach, reachOf } from './store.ts';
