/**
 * A MASH enquiry: asking partner agencies, behind the hub, what they hold about a safeguarding concern.
 *
 * A named decision maker opens it on a contact that is recorded as a safeguarding concern, with its purpose and with whether the family
 * gave permission; without permission a manager opens it and says why, else the database refuses. Only inside it are agencies asked.
 * It ends; what nobody answered is withdrawn with it.
 */
export { type PartnerAnswer, PartnerAnswers, partnerAnswersOf } from '../partner-check/index.ts';
export { routes } from './routes.tsx';
export { enquiryOf } from './store.ts';
