/**
 * A contact: any approach to the hub about a child or an unborn child, by any channel.
 *
 * It holds what was said, by whom, about which children, in the words that were used, and the six dates apart: happened, told to us,
 * recorded, decided, authorised, answered. What the hub thinks of it (a rating, an enquiry, a decision, an answer) hangs on it in
 * slices of their own. A child of a contact is matched to a person on record by a worker who has seen the candidates; until then it is
 * what the referrer said. No contact is ever deleted; what was wrong is corrected by a new fact.
 */
export {
  type ChildName,
  type Contact,
  type ContactChild,
  childNamed,
  childrenNamed,
  type FamilyMember,
  lineOf,
  type NewContact,
  type Referrer,
  type Said,
} from './rules.ts';
export { contactOnRecord, correctSchool, recordContact, saidIn } from './store.ts';
export { contactsOnTimeline } from './timeline.ts';
