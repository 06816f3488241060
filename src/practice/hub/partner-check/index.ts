/**
 * A partner check: what one agency is asked inside a MASH enquiry, and what it answered.
 *
 * Each has its own purpose, the fields that are asked (only what the profile lists for that kind of agency), whom it is about as known
 * when it was asked, and a time by which an answer is due. Answers stand side by side. While nobody has answered it can be withdrawn.
 */
export { askAgencies, askedIn, whomToAsk, withdraw } from './actions.ts';
export { CheckClock, checkClock } from './check-clock.tsx';
export { type Asking, WhomToAskPanel, withdrawing } from './pages.tsx';
export { PartnerAnswers } from './partner-answers.tsx';
export { checkOnRecord, partnerAnswersOf } from './reading.ts';
export { fieldsInWords, type PartnerAnswer } from './rules.ts';
export { askableAgencies, withdrawChecksOf } from './store.ts';
