/**
 * A decision: what the hub says should happen for one child of a contact, at which level of need and why, in words the family could read.
 *
 * It is signed by name. Where the profile asks for it a manager, never the same person, signs too, and only then is it in force. What
 * follows (a referral, an offer of early help) is opened in the same transaction with what was said. Until somebody outside has been
 * told, whoever signed or a manager can take it back, and what it opened goes with it.
 */
export { DecisionsPanel } from './panel.tsx';
export { awaitsAuthorisation, type DecidingFor, type Decision, follows, mayAuthorise } from './rules.ts';
export { openWhatFollows, signDecisions, withdrawDecisions } from './signing.ts';
export { decisionsOf } from './store.ts';
export { decisionsOnTimeline } from './timeline.ts';
export { UndoToast } from './undo.tsx';
