import { sql } from 'kysely';
import { type Day, dayOf } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Surroundings } from '../../../platform/web/context.ts';
import { isWorkingInstant } from '../../../profile/working-time.ts';
import { raiseAlert } from '../alert/index.ts';
import { type ChildAndPlace, contactFrom } from './rows.ts';
import type { Contact, NewChild, NewContact, NewFamilyMember, NewReferrer, Said } from './rules.ts';

/** Records a contact with everything that was said, in the caller's transaction, and makes it reach a person where it must. */
export async function recordContact(
  surroundings: Surroundings,
  contact: NewContact,
): Promise<{ id: Id; reference: string }> {
  const { db, newId, now, profile } = surroundings;
  const id = newId();
  const toldOn = dayOf(contact.toldAt, profile.calendar.zone);
  const reference = await nextReference(db, toldOn);
  await db
    .insertInto('contact')
    .values(contactRow(id, reference, toldOn, contact))
    .execute();
  await db
    .insertInto('contact_referrer')
    .values(referrerRow(newId(), id, contact.referrer))
    .execute();
  await keepChildren(surroundings, id, contact.children.length === 0 ? [{}] : contact.children);
  if (contact.familyMembers.length > 0) {
    await db
      .insertInto('contact_family_member')
      .values(contact.familyMembers.map((member) => memberRow(newId(), id, member)))
      .execute();
  }
  await keepSaid(surroundings, id, contact.said ?? []);
  if (contact.immediateDanger === true) await raiseAlert(surroundings, { id, reference }, 'immediate danger');
  else if (!isWorkingInstant(now, profile.calendar))
    await raiseAlert(surroundings, { id, reference }, 'at night');
  return { id, reference };
}

/** The children, and apart from them where each was said to be: that stands behind a wall of its own. */
async function keepChildren(
  surroundings: Surroundings,
  contactId: Id,
  children: readonly NewChild[],
): Promise<void> {
  const { db, newId } = surroundings;
  const named = children.map((child, index) => ({ id: newId(), position: index + 1, child }));
  await db
    .insertInto('contact_child')
    .values(named.map(({ id, position, child }) => childRow(id, contactId, position, child, surroundings)))
    .execute();
  const places = named.flatMap(({ id, child }) => placeRow(id, contactId, child) ?? []);
  if (places.length > 0) await db.insertInto('contact_child_place').values(places).execute();
}

async function keepSaid({ db, newId }: Surroundings, contactId: Id, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return;
  const rows = said.map(({ about, question, words, fieldClass }, index) => ({
    id: newId(),
    contact_id: contactId,
    position: index + 1,
    about,
    question,
    words,
    field_class: fieldClass,
  }));
  await db.insertInto('contact_said').values(rows).execute();
}

/** What a request said beyond the contact itself, in the order in which it was asked; of the referrer only to those who may know them. */
export async function saidIn({ db }: Surroundings, contactId: Id): Promise<readonly Said[]> {
  return db
    .selectFrom('contact_said')
    .select(['about', 'question', 'words'])
    .where('contact_id', '=', contactId)
    .orderBy('position')
    .execute();
}

/** Finds a contact through what the viewer may see; hidden and absent alike are not found. */
export const contactOnRecord: Loader<Contact> = {
  kind: 'contact',
  load: async ({ db }, params) => {
    const id = params['contactId'] ?? '';
    return isId(id) ? contactById(db, id) : undefined;
  },
};

/** A contact with its children, family and referrer, as far as the transaction may read them. */
export async function contactById(db: Db, id: Id): Promise<Contact | undefined> {
  const [row, children, members, referrer] = await Promise.all([
    db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst(),
    childrenOf(db, id),
    membersOf(db, id),
    db.selectFrom('contact_referrer').selectAll().where('contact_id', '=', id).executeTakeFirst(),
  ]);
  return row && contactFrom(row, children, members, referrer);
}

function membersOf(db: Db, contactId: Id) {
  return db
    .selectFrom('contact_family_member')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** The children with their places, as far as the wall of the places lets them through; where it does not, the page says so. */
function childrenOf(db: Db, contactId: Id): Promise<ChildAndPlace[]> {
  return db
    .selectFrom('contact_child')
    .leftJoin('contact_child_place as place', 'place.id', 'contact_child.id')
    .where('contact_child.contact_id', '=', contactId)
    .selectAll('contact_child')
    .select(['place.school', 'place.general_practice', 'place.address', 'place.parish'])
    .select(
      sql<boolean>`not may_read('guarded address') and place_is_guarded(contact_child.contact_id)`.as(
        'place_withheld',
      ),
    )
    .orderBy('contact_child.position')
    .execute();
}

/** Puts right which school a child of a contact was said to go to. Whoever calls has read the place: it is not there for others. */
export async function correctSchool(
  db: Db,
  { contactId, childId }: { readonly contactId: Id; readonly childId: Id },
  school: string | null,
): Promise<void> {
  const changed = await db
    .updateTable('contact_child_place')
    .set({ school })
    .where('id', '=', childId)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n && school !== null)
    await db
      .insertInto('contact_child_place')
      .values({ id: childId, contact_id: contactId, school })
      .execute();
}

/** References count up within a year: C-26-0412. Gaps mean nothing, and knowing one opens nothing. */
async function nextReference(db: Db, toldOn: Day): Promise<string> {
  const year = Number(toldOn.slice(0, 4));
  const { last } = await db
    .insertInto('reference_counter')
    .values({ kind: 'contact', year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'year'])
        .doUpdateSet((set) => ({ last: set('reference_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `C-${String(year).slice(2)}-${String(last).padStart(4, '0')}`;
}

function contactRow(id: Id, reference: string, toldOn: Day, contact: NewContact) {
  return {
    id,
    reference,
    channel: contact.channel,
    source: contact.source,
    about: contact.about,
    happened_on: contact.happenedOn,
    told_at: contact.toldAt,
    told_on: toldOn,
    words: contact.words,
    words_language: contact.wordsLanguage ?? 'en',
    child_words: contact.childWords,
    going_well: contact.goingWell,
    tried: contact.tried,
    help_wanted: contact.helpWanted,
    immediate_danger: contact.immediateDanger,
    referrer_level: contact.referrerLevel,
    statements: [...(contact.statements ?? [])],
    permission: contact.permission ?? 'not asked',
    permission_words: contact.permissionWords,
    family_knows: contact.familyKnows,
    incident: contact.incident,
    summary: contact.summary,
  };
}

function referrerRow(id: Id, contactId: Id, referrer: NewReferrer) {
  return {
    id,
    contact_id: contactId,
    kind: referrer.kind,
    name: referrer.name,
    role: referrer.role,
    agency_id: referrer.agencyId,
    agency_named: referrer.agencyNamed,
    staff_id: referrer.staffId,
    telephone: referrer.telephone,
    email: referrer.email,
    relation_to_child: referrer.relationToChild,
    may_be_named: referrer.mayBeNamed,
    language: referrer.language ?? 'en',
    safe_ways: [...(referrer.safeWays ?? [])],
    safe_times: referrer.safeTimes,
    not_to_say: referrer.notToSay,
  };
}

function childRow(id: Id, contactId: Id, position: number, child: NewChild, { now }: Surroundings) {
  return {
    id,
    contact_id: contactId,
    position,
    person_id: child.personId,
    given_name: child.givenName,
    family_name: child.familyName,
    also_known_as: child.alsoKnownAs,
    born_on: child.bornOn,
    due_on: child.dueOn,
    age_said: child.ageSaid,
    sex: child.sex,
    languages: [...(child.languages ?? [])],
    identified_at: child.personId === undefined ? null : now,
  };
}

/** Under the child's own id; nothing where nothing was said. */
function placeRow(id: Id, contactId: Id, { school, generalPractice, address, parish }: NewChild) {
  if ([school, generalPractice, address, parish].every((said) => said === undefined)) return undefined;
  return { id, contact_id: contactId, school, general_practice: generalPractice, address, parish };
}

function memberRow(id: Id, contactId: Id, member: NewFamilyMember) {
  return {
    id,
    contact_id: contactId,
    name: member.name,
    relation: member.relation,
    born_on: member.bornOn,
    parental_responsibility: member.parentalResponsibility ?? 'not known',
    in_home: member.inHome,
    telephone: member.telephone,
    language: member.language,
    safe_ways: [...(member.safeWays ?? [])],
    safe_times: member.safeTimes,
    not_to_say: member.notToSay,
    risk_to_staff: member.riskToStaff,
  };
}
