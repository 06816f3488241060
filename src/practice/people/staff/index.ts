/**
 * Staff: whoever works with children here or in a partner agency, the posts they hold and the teams these belong to.
 *
 * A post has a role, and the role says what its holder may do. Posts and holdings are dated rows: somebody who leaves is still named
 * under everything they did.
 */
export { type AtWork, partnerDetails, staffAtWork, staffNamed } from './store.ts';
