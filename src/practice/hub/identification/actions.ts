import { createHash } from 'node:crypto';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { type AnswersOf, form, repeated } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { agencies } from '../../people/agency/index.ts';
import { proposeDuplicatesOf } from '../../people/duplicate/index.ts';
import {
  addAddress,
  addAttendance,
  addContactDetails,
  changeSafeContact,
  createPerson,
  joinHousehold,
  personBriefs,
  relate,
} from '../../people/person/index.ts';
import { holdContact } from '../answer/index.ts';
import type { ContactChild, FamilyMember } from '../contact/index.ts';
import {
  addressFromChild,
  personFromChild,
  personFromMember,
  safeContactFromMember,
} from '../named-person/index.ts';
import {
  type Followed,
  followedOf,
  markOf,
  mayGoAlong,
  moveWhatFollowed,
  whatGoesAlong,
  workersOf,
} from '../what-follows/index.ts';
import { chosen, fingerprintOf, type Shown } from './rules.ts';
import {
  candidatesOf,
  householdOf,
  type Identifying,
  saveIdentification,
  saveMistake,
  shownOf,
} from './store.ts';

const MOST_MEMBERS = 20;

const identification = form({
  choice: line({ max: 40, empty: 'Choose who this is, or nobody of these' }),
  candidatesSeen: line({ max: 64, empty: 'Look at who is on record first' }),
  guarded: ticked(),
  goesAlong: ticked(),
  reason: optional(words({ max: 2000 })),
  members: repeated(
    {
      memberId: idField('Open the page again and answer there'),
      choice: optional(line({ max: 40 })),
      relationship: optional(oneOf(RELATIONSHIPS, 'Select what they are to the child')),
      parentalResponsibility: optional(oneOf(PARENTAL_RESPONSIBILITY, 'Select from the list')),
    },
    { min: 0, max: MOST_MEMBERS },
  ),
});
type Answers = AnswersOf<typeof identification>;

/** What the page carries to show that these candidates, and no others, were looked at, and what was opened as it stands. */
export function seenMark(shown: Shown, followed: Followed): string {
  return createHash('sha256')
    .update(`${fingerprintOf(shown)}|${markOf(followed)}`)
    .digest('hex');
}

/**
 * Says who a child of a contact is: somebody on record, or somebody who comes on record now with what was said.
 *
 * Nobody is created before the candidates were shown: the answer carries a mark of the list, and a list that has changed is shown again.
 */
export const identifyChild = action({
  name: 'contact: identify a child',
  permission: 'person: create',
  input: identification,
  async perform(answers, subject: Identifying, context) {
    await holdContact(context.db, subject.contact.id);
    const followed = await followedOf(context.db, subject.child.id, 'lock');
    const shown = shownOf(await candidatesOf(context, subject));
    if (answers.candidatesSeen !== seenMark(shown, followed))
      return refused({ field: 'choice', message: 'The list has changed since you saw it. Look at it again' });
    const choice = chosen(answers.choice, shown.child, 'choice');
    if (!choice.ok) return choice;
    const may = await mayBeAnother(context, subject, answers, { choice: choice.value, followed });
    if (!may.ok) return may;
    const family = familyChosen(answers, subject, shown);
    if (!family.ok) return family;
    const personId = choice.value ?? (await putOnRecord(context, subject.child, answers.guarded));
    if (!(await saveIdentification(context, subject.child, personId)))
      return refused({
        field: 'choice',
        message: 'Somebody else has just said who this is. Open the page again',
      });
    await putRight(context, subject, { personId, reason: answers.reason, followed });
    await saveFamily(context, personId, family.value);
    return done(subject.contact);
  },
});

async function putOnRecord(context: Context, child: ContactChild, guarded: boolean): Promise<Id> {
  const { id } = await createPerson(context, personFromChild(child));
  const address = addressFromChild(child, guarded);
  if (address !== undefined) await addAddress(context, id, address);
  if (child.school !== undefined)
    await addAttendance(context, id, {
      kind: 'school',
      provenance: 'referrer',
      ...(await schoolNamed(context, child.school)),
    });
  if (child.generalPractice !== undefined)
    await addAttendance(context, id, {
      kind: 'general practice',
      named: child.generalPractice,
      provenance: 'referrer',
    });
  await proposeDuplicatesOf(context, id, 'put on record');
  return id;
}

async function schoolNamed({ db }: Context, title: string) {
  const known = (await agencies(db)).find((agency) => agency.title.toLowerCase() === title.toLowerCase());
  return known === undefined ? { named: title } : { agencyId: known.id };
}

/** Whoever was identified before is somebody else only with the reason, and with what was opened for them. */
async function mayBeAnother(
  { db, viewer, today }: Context,
  { child }: Identifying,
  answers: Answers,
  { choice, followed }: { choice: Id | undefined; followed: Followed },
): Promise<Outcome<undefined>> {
  if (child.personId === undefined) return done(undefined);
  if (choice === child.personId)
    return refused({ field: 'choice', message: 'That is who this child is identified as already' });
  if (answers.reason === undefined)
    return refused({ field: 'reason', message: 'Say why this child was taken for somebody else' });
  const mayCorrect = viewer.permissions.has('contact: correct');
  const workers = await workersOf(db, child.personId, choice);
  return mayGoAlong(followed, { isSaid: answers.goesAlong, mayCorrect, workers }, today);
}

/** A mistake is written down with its reason, and what was opened goes along. */
async function putRight(
  context: Context,
  { contact, child }: Identifying,
  { personId, reason, followed }: { personId: Id; reason: string | undefined; followed: Followed },
): Promise<void> {
  if (child.personId === undefined || reason === undefined) return;
  const ids = { contactId: contact.id, contactChildId: child.id };
  await moveWhatFollowed(context, followed, { ...ids, was: child.personId, isNow: personId });
  const along = whatGoesAlong(followed, context.today).map((words) => `Went along: ${words}.`);
  const briefs = await personBriefs(context.db, [child.personId, personId]);
  const called = (id: Id) => [briefs.get(id)?.name, briefs.get(id)?.number].filter(Boolean).join(', ');
  await saveMistake(context, {
    contactId: contact.id,
    was: called(child.personId),
    isNow: called(personId),
    reason,
    words: along.length === 0 ? undefined : along.join(' '),
  });
}

type Relative = Answers['members'][number] & {
  readonly member: FamilyMember;
  readonly personId: Id | undefined;
};

/** The members of the family whom the worker chose to put with the child; the others stay what was said. */
function familyChosen(
  answers: Answers,
  { contact }: Identifying,
  shown: Shown,
): Outcome<readonly Relative[]> {
  const relatives: Relative[] = [];
  for (const [index, answer] of answers.members.entries()) {
    const member = contact.familyMembers.find(({ id }) => id === answer.memberId);
    if (answer.choice === undefined || member === undefined) continue;
    const choice = chosen(answer.choice, shown.members.get(member.id) ?? [], `members.${index}.choice`);
    if (!choice.ok) return choice;
    if (answer.relationship === undefined)
      return refused({
        field: `members.${index}.relationship`,
        message: 'Select what they are to the child',
      });
    relatives.push({ ...answer, member, personId: choice.value });
  }
  return done(relatives);
}

async function saveFamily(context: Context, childId: Id, relatives: readonly Relative[]): Promise<void> {
  const home = [childId];
  for (const relative of relatives) {
    const id = relative.personId ?? (await putMemberOnRecord(context, relative.member));
    if (id === childId || relative.relationship === undefined) continue;
    await relate(context, {
      personId: childId,
      otherId: id,
      kind: relative.relationship,
      parentalResponsibility: relative.parentalResponsibility ?? 'not asked',
      provenance: 'referrer',
    });
    if (relative.member.inHome === true) home.push(id);
  }
  if (home.length === 1) return;
  const { household, members } = await householdOf(context, home);
  const missing = [...new Set(home)].filter((id) => !members.has(id));
  await joinHousehold(context, missing, household);
}

async function putMemberOnRecord(context: Context, member: FamilyMember): Promise<Id> {
  const { id } = await createPerson(context, personFromMember(member));
  if (member.telephone !== undefined)
    await addContactDetails(context, id, {
      kind: 'telephone',
      value: member.telephone,
      provenance: 'referrer',
    });
  const safe = safeContactFromMember(member, context.today);
  if (safe !== undefined) await changeSafeContact(context, id, safe);
  await proposeDuplicatesOf(context, id, 'put on record');
  return id;
}
