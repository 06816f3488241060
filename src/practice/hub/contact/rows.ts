import type { Selectable } from 'kysely';
import type {
  ContactChild as ContactChildRow,
  Contact as ContactRow,
  ContactFamilyMember as FamilyMemberRow,
  ContactChildPlace as PlaceRow,
  ContactReferrer as ReferrerRow,
} from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { CHANNELS, CONCERNS } from '../../../profile/code-sets/channels.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { FAMILY_PERMISSION } from '../../../profile/code-sets/family-permission.ts';
import type { Contact, ContactChild, FamilyMember, Referrer } from './rules.ts';

/** A child of a contact with the place that was said, as far as it was and may be read. */
export type ChildAndPlace = Selectable<ContactChildRow> &
  Pick<Selectable<PlaceRow>, 'school' | 'general_practice' | 'address' | 'parish'> & {
    readonly place_withheld: boolean;
  };

/** Puts the rows of a contact together. Nulls of the database become absences. */
export function contactFrom(
  kept: Selectable<ContactRow>,
  children: readonly ChildAndPlace[],
  members: readonly Selectable<FamilyMemberRow>[],
  referrer: Selectable<ReferrerRow> | undefined,
): Contact {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    reference: row.reference,
    channel: isCode(CHANNELS, row.channel) ? row.channel : 'letter',
    source: row.source,
    about: isCode(CONCERNS, row.about) ? row.about : 'help',
    happenedOn: row.happened_on,
    toldAt: row.told_at,
    toldOn: row.told_on,
    recordedAt: row.recorded_at,
    answeredAt: row.answered_at,
    words: row.words,
    wordsLanguage: row.words_language,
    childWords: row.child_words,
    goingWell: row.going_well,
    tried: row.tried,
    helpWanted: row.help_wanted,
    immediateDanger: row.immediate_danger,
    referrerLevel: row.referrer_level,
    statements: row.statements,
    permission: isCode(FAMILY_PERMISSION, row.permission) ? row.permission : 'not asked',
    permissionWords: row.permission_words,
    familyKnows: row.family_knows,
    incident: row.incident,
    summary: row.summary,
    children: children.map(childFrom),
    familyMembers: members.map(memberFrom),
    referrer: referrer && referrerFrom(referrer),
    persons: children.flatMap((child) => (child.person_id === null ? [] : [child.person_id])),
  };
}

function childFrom(kept: ChildAndPlace): ContactChild {
  const row = withoutNulls(kept);
  return {
    placeWithheld: row.place_withheld,
    id: row.id,
    position: row.position,
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    alsoKnownAs: row.also_known_as,
    bornOn: row.born_on,
    dueOn: row.due_on,
    ageSaid: row.age_said,
    sex: row.sex,
    languages: row.languages,
    school: row.school,
    generalPractice: row.general_practice,
    address: row.address,
    parish: row.parish,
  };
}

function memberFrom(kept: Selectable<FamilyMemberRow>): FamilyMember {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    name: row.name,
    relation: row.relation,
    bornOn: row.born_on,
    parentalResponsibility: row.parental_responsibility,
    inHome: row.in_home,
    telephone: row.telephone,
    language: row.language,
    safeWays: row.safe_ways,
    safeTimes: row.safe_times,
    notToSay: row.not_to_say,
    riskToStaff: row.risk_to_staff,
  };
}

function referrerFrom(kept: Selectable<ReferrerRow>): Referrer {
  const row = withoutNulls(kept);
  const kinds = ['child', 'family', 'public', 'professional', 'anonymous'] as const;
  return {
    kind: kinds.find((kind) => kind === row.kind) ?? 'anonymous',
    name: row.name,
    role: row.role,
    agencyId: row.agency_id,
    agencyNamed: row.agency_named,
    staffId: row.staff_id,
    telephone: row.telephone,
    email: row.email,
    relationToChild: row.relation_to_child,
    mayBeNamed: row.may_be_named,
    language: row.language,
    safeWays: row.safe_ways,
    safeTimes: row.safe_times,
    notToSay: row.not_to_say,
  };
}
