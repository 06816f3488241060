import { makeChildNumber } from '../../../language/child-number.ts';
import type { Id } from '../../../language/id.ts';
import type { Surroundings } from '../../../platform/web/context.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import { RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import type {
  NewAddress,
  NewAttendance,
  NewContactDetails,
  NewName,
  NewPerson,
  NewRelationship,
  NewSafeContact,
} from './rules.ts';

/** What making facts about persons needs. */
type Making = Pick<Surroundings, 'db' | 'newId' | 'randomBytes'>;

/** So many child numbers in a row that are taken mean that something else is wrong. */
const MOST_TRIES = 20;

/**
 * Puts somebody on record, with the names and languages they have. Show the candidates first: two records of one child are a risk.
 *
 * Only roles that see everyone not walled may do it, because the new row must be read back.
 */
export async function createPerson(
  surroundings: Making,
  person: NewPerson,
): Promise<{ id: Id; number: string }> {
  const { db, newId } = surroundings;
  const made = await insertPerson(surroundings, person);
  for (const name of person.names) await addName(surroundings, made.id, name);
  const languages = [...new Set(person.languages ?? [])];
  if (languages.length > 0) {
    await db
      .insertInto('person_language')
      .values(
        languages.map((language, index) => ({
          id: newId(),
          person_id: made.id,
          language,
          preferred: index === 0,
          provenance: person.provenance,
        })),
      )
      .execute();
  }
  return made;
}

/** That a number is free the database decides: it also knows of persons who are behind a wall. */
async function insertPerson(
  { db, newId, randomBytes }: Making,
  person: NewPerson,
): Promise<{ id: Id; number: string }> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const made = await db
      .insertInto('person')
      .values({ id: newId(), number: makeChildNumber(randomBytes(7)), ...personRow(person) })
      .onConflict((conflict) => conflict.column('number').doNothing())
      .returning(['id', 'number'])
      .executeTakeFirst();
    if (made !== undefined) return made;
  }
  throw new Error('no free child number was found');
}

function personRow(person: NewPerson) {
  const dated = person.bornOn !== undefined || person.dueOn !== undefined;
  return {
    born_on: person.bornOn,
    due_on: person.dueOn,
    born_on_certainty: person.bornOnCertainty ?? (dated ? 'known' : 'not known'),
    sex: person.sex,
    gender: person.gender,
    pronouns: person.pronouns,
    ethnicity: person.ethnicity,
    interpreter: person.interpreter,
    disabilities: [...(person.disabilities ?? [])],
    religion: person.religion,
    provenance: person.provenance,
  };
}

/** Adds a name. None is ever taken away: a name no longer used ends, and is still found. */
export async function addName({ db, newId }: Making, personId: Id, name: NewName): Promise<void> {
  await db
    .insertInto('person_name')
    .values({
      id: newId(),
      person_id: personId,
      kind: name.kind,
      given_name: name.givenName,
      family_name: name.familyName,
      from_on: name.fromOn,
      until_on: name.untilOn,
      provenance: name.provenance,
    })
    .execute();
}

/** Adds an address. */
export async function addAddress({ db, newId }: Making, personId: Id, address: NewAddress): Promise<void> {
  await db
    .insertInto('address')
    .values({
      id: newId(),
      person_id: personId,
      lines: address.lines,
      parish: address.parish,
      postcode: address.postcode,
      guarded: address.guarded,
      from_on: address.fromOn,
      from_about: address.fromAbout,
      why: address.why,
      until_on: address.untilOn,
      provenance: address.provenance,
    })
    .execute();
}

/** Adds a telephone number or an email address. */
export async function addContactDetails(
  { db, newId }: Making,
  personId: Id,
  details: NewContactDetails,
): Promise<void> {
  await db
    .insertInto('contact_details')
    .values({
      id: newId(),
      person_id: personId,
      kind: details.kind,
      value: details.value,
      provenance: details.provenance,
    })
    .execute();
}

/** Says anew how somebody is reached safely. What was said before ends that day: two answers would be one too many. */
export async function changeSafeContact(
  { db, newId }: Making,
  personId: Id,
  safe: NewSafeContact,
): Promise<void> {
  await db
    .updateTable('safe_contact')
    .set((set) => ({ until_on: set.fn<typeof safe.fromOn>('greatest', ['from_on', set.val(safe.fromOn)]) }))
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute();
  await db
    .insertInto('safe_contact')
    .values({
      id: newId(),
      person_id: personId,
      ways: [...safe.ways],
      times: safe.times,
      language: safe.language,
      not_to_say: safe.notToSay,
      from_on: safe.fromOn,
      review_on: safe.reviewOn,
      provenance: safe.provenance,
    })
    .execute();
}

/**
 * Records who two persons are to each other, from both sides: each side is read, and walled, with its own person.
 *
 * Parental responsibility stands on the side of the one for whom it is held.
 */
export async function relate({ db, newId }: Making, relationship: NewRelationship): Promise<void> {
  const { personId, otherId, kind, fromOn, untilOn, provenance } = relationship;
  const shared = { from_on: fromOn, until_on: untilOn, provenance };
  await db
    .insertInto('relationship')
    .values([
      {
        ...shared,
        id: newId(),
        person_id: personId,
        other_id: otherId,
        kind,
        parental_responsibility: relationship.parentalResponsibility ?? 'not asked',
      },
      {
        ...shared,
        id: newId(),
        person_id: otherId,
        other_id: personId,
        kind: rowOf(RELATIONSHIPS, kind)?.inverse ?? kind,
        parental_responsibility: 'not asked',
      },
    ])
    // Said twice is said once: without a target, so that the row that stands there need not be visible.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds a school, a practice or a health visitor. */
export async function addAttendance(
  { db, newId }: Making,
  personId: Id,
  attendance: NewAttendance,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({
      id: newId(),
      person_id: personId,
      kind: attendance.kind,
      agency_id: attendance.agencyId,
      named: attendance.named,
      from_on: attendance.fromOn,
      until_on: attendance.untilOn,
      provenance: attendance.provenance,
    })
    .execute();
}

/** Makes a household of these persons, or adds them to one. */
export async function joinHousehold(
  { db, newId }: Making,
  persons: readonly Id[],
  household?: Id,
): Promise<Id> {
  const id = household ?? newId();
  if (household === undefined) await db.insertInto('household').values({ id }).execute();
  if (persons.length > 0) {
    await db
      .insertInto('household_membership')
      .values(persons.map((personId) => ({ id: newId(), household_id: id, person_id: personId })))
      .execute();
  }
  return id;
}
