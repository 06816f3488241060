/**
 * A referral: children's social care is asked to look into how a child is.
 *
 * It begins only when the hub's decision asks for it, carries what was said so that nobody has to tell it again, and goes to the
 * assessment team. Social care accepts it, and from that day it is open, or declines it with a reason. One that was withdrawn with its
 * decision, before anybody was told, never counts.
 */

export { type Referral, referralInWords } from './rules.ts';
export { moveReferrals, openReferral, referralsOf, undecidedReferrals, withdrawReferrals } from './store.ts';
export { referralsOnTimeline } from './timeline.ts';
