/**
 * A MASH enquiry: asking partner agencies, behind the hub, what they hold about a safeguarding concern.
 *
 * A named decision maker opens it on a contact that is recorded as a safeguarding concern, with its purpose and with whether the family
 * gave permission; without permission a manager opens it and says why, else the database refuses. Only inside it are agencies asked,
 * each with purpose, fields and a due time. What they answer stands side by side. An enquiry ends; what nobody answered is withdrawn.
 */
export { CheckClock, checkClock } from './check-clock.tsx';
export { PartnerAnswers } from './partner-answers.tsx';
export { partnerAnswersOf } from './reading.ts';
export { routes } from './routes.tsx';
export { fieldsInWords, isWaiting, type PartnerAnswer } from './rules.ts';
export { enquiryOf } from './store.ts';
