import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { foldName } from '../../../language/name.ts';
import type { MergeIdentifier } from '../../../profile/code-sets/merge-identifiers.ts';

/** Two records that are, or were, one. */
export type Merge = {
  readonly id: Id;
  /** The two, for the audit. */
  readonly persons: readonly Id[];
  readonly keptId: Id;
  readonly otherId: Id;
  readonly proposalId: Id;
  readonly identifiers: readonly string[];
  readonly reason: string;
  readonly mergedAt: Date;
  readonly mergedBy: Id;
  readonly reviewed: { readonly at: Date; readonly by: Id; readonly words: string } | undefined;
  readonly undone: { readonly at: Date; readonly by: Id; readonly why: string } | undefined;
};

/** The two are one now. */
export function standsIn({ undone }: Merge): boolean {
  return undone === undefined;
}

/** Nobody has reviewed it, and this is not whoever made it: nobody reviews their own merge. */
export function isToReview(merge: Merge, by: Id): boolean {
  return standsIn(merge) && merge.reviewed === undefined && merge.mergedBy !== by;
}

/** What two records are compared by. */
export type Compared = {
  readonly names: readonly { readonly givenName: string; readonly familyName: string }[];
  readonly bornOn: Day | undefined;
  readonly telephones: readonly string[];
  readonly homes: readonly string[];
};

/** The identifiers on which both records say the same, with what they say. What only one of them says agrees with nothing. */
export function agreeing(one: Compared, other: Compared): ReadonlyMap<MergeIdentifier, string> {
  const said = (of: (record: Compared) => readonly string[]) => {
    const mine = new Set(of(one).map(foldName).filter(Boolean));
    return of(other).find((text) => mine.has(foldName(text)));
  };
  const shared: readonly (readonly [MergeIdentifier, string | undefined])[] = [
    ['date of birth', one.bornOn === other.bornOn ? one.bornOn && dayInFull(one.bornOn) : undefined],
    ['given name', said(({ names }) => names.map(({ givenName }) => givenName))],
    ['family name', said(({ names }) => names.map(({ familyName }) => familyName))],
    ['address', said(({ homes }) => homes)],
    ['telephone', said(({ telephones }) => telephones)],
  ];
  return new Map(shared.flatMap(([code, words]) => (words === undefined ? [] : [[code, words]])));
}

/** What stands in the way of leaving a record, and what is done about it first. */
export const CONFLICTS: Readonly<Record<string, string>> = {
  'period of service': 'A period of service is open. End it, or keep this record.',
  referral: 'A referral goes on. End it, or keep this record.',
  'early help': 'Early help goes on. End it, or keep this record.',
  allocation: 'Somebody works with this record. End the allocation, or keep this record.',
  handover: 'A handover waits for an answer. Answer it, or keep this record.',
  'protection plan': 'A protection plan stands. End it, or keep this record.',
  'period of care': 'A period of care goes on. End it, or keep this record.',
  'complex case': 'It is on the register of complex cases. Take it off, or keep this record.',
  'thing to do':
    'Something that a manager asked for is to be done. Say what came of it, or keep this record.',
  wall: 'A wall round this record waits for a second person. They answer first.',
  'safe contact':
    'It says how they are reached safely. Say it anew on the record that is kept: letters ask that one.',
  'guarded address': 'Its address is guarded. Put the guarded address on the record that is kept first.',
};

const FACTS: Readonly<Record<string, string>> = {
  person_name: 'Name',
  person_language: 'Language',
  household_membership: 'Member of a household',
  address: 'Address',
  contact_details: 'Telephone or email',
  safe_contact: 'How they are reached safely',
  relationship: 'Relationship',
  attendance: 'School, doctor or health visitor',
  allocation: 'Somebody who works with them',
  handover: 'Handover',
  early_help_episode: 'Early help',
  referral: 'Referral',
  period_of_service: 'Period of service',
  period_of_care: 'Period of care',
  protection_plan: 'Protection plan',
  contact_child: 'Contact about them',
  police_notification: 'Police notification',
  visit_child: 'Visit',
  case_note_child: 'Case note',
  child_statement: 'What they say of themselves',
  case_rating: 'Rating',
  management_decision: 'Management decision',
  complex_case: 'On the register of complex cases',
  record_alert: 'Alert',
  sharing_consent: 'Consent to sharing',
  share: 'Share with an agency',
  restriction: 'Wall round the record',
  own_or_relative: 'Somebody of the staff is related to them',
};

/** What kind of fact it is, in the words of the record. */
export function factInWords(relation: string): string {
  return FACTS[relation] ?? relation.replaceAll('_', ' ');
}
