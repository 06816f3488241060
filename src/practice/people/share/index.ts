/**
 * A share: what one partner agency, or one person of it, may read of a child's record, for what, on what ground and until which day.
 *
 * Nothing is shared by default, and some things cannot be shared at all. A share that has ended or run out is gone for its readers at that
 * instant, and stands in the sharing log of the child for good. A wall of any kind stands before every share.
 */
export { EndedShares, GroundLines, MessagesPanel, OpenShares, ShareLines } from './pages.tsx';
export { mayShare, type Share, standingOf, untilOf } from './rules.ts';
export {
  endShare,
  giveShare,
  givesAwayPlace,
  guardedNear,
  looksAtShares,
  messagesOf,
  type Readers,
  readersToShareWith,
  shareOnRecord,
  sharesOf,
} from './store.ts';
