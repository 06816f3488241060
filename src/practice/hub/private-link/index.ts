/**
 * A private link: how whoever told us follows what became of it, without an account and without a name.
 *
 * Its token is made from the key of the submission, so that a form sent twice shows the same link; only what the token hashes to is
 * kept. It ends by itself after the time that the profile sets, and can be revoked at once. What it shows is how far things are and
 * the words written for its reader, never who is concerned.
 */
export type { Followed } from './rules.ts';
export { followPrivateLink, makePrivateLink, privateLinkOf, revokePrivateLinks } from './store.ts';
