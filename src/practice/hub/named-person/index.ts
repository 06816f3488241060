/**
 * A person named in a contact, on the way to the record: what was said of a child or an adult, as the facts of a person.
 *
 * Only what was said becomes a fact, with the referrer as who said so. An age in words makes no date of birth, a relation in words is a
 * proposal that the worker sees, and parental responsibility is never inferred.
 */
export {
  addressFromChild,
  personFromChild,
  personFromMember,
  relationshipSaid,
  responsibilitySaid,
  safeContactFromMember,
} from './rules.ts';
