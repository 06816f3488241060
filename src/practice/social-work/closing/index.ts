/**
 * A closing: a period of service ends in discussion with the family.
 *
 * A worker proposes it (`closing-proposal`) with what the child and each parent say, or why they were not heard, and how to come back. A
 * manager who neither proposed it nor works with the child authorises it (`closing-authorisation`); in the same moment the period ends,
 * and with the last one nobody works with the child any longer. Or it goes back for more work, with words; or it is withdrawn. Whoever
 * wants to lead somebody here links to `closingsAt(personId)`, or to `proposeClosingAt(personId)`.
 */
export { closingsAt, proposeClosingAt } from './addresses.ts';
export {
  type Closing,
  type ClosingStanding,
  familyToTell,
  mayAuthorise,
  mayReturn,
  mayWithdraw,
  ratingThatProposed,
  standingOf,
  type View,
} from './rules.ts';
export {
  answerClosing,
  closingOnRecord,
  closingsOf,
  closingsOfOpen,
  closingsProposed,
  heldClosing,
  keepProposal,
  viewsOf,
} from './store.ts';
export { closingsOnTimeline } from './timeline.ts';
