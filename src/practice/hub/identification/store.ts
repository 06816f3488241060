import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Context } from '../../../platform/web/context.ts';
import { candidatesFor, type Hit } from '../../people/search/index.ts';
import { type Contact, type ContactChild, contactOnRecord } from '../contact/index.ts';
import { describedChild, describedMember, type Shown } from './rules.ts';

/** One child of a contact: what is identified. */
export type Identifying = {
  readonly id: Id;
  readonly persons: readonly Id[];
  readonly contact: Contact;
  readonly child: ContactChild;
};

/** Finds a child of a contact through the contact; a child of another contact is not found. */
export const childOfContact: Loader<Identifying> = {
  kind: 'child of a contact',
  load: async (context, params) => {
    const contact = await contactOnRecord.load(context, params);
    const child = contact?.children.find(({ id }) => id === params['childId']);
    return contact && child && { id: child.id, persons: contact.persons, contact, child };
  },
};

/** Who the child, and each member of the family, might be. */
export type Candidates = {
  readonly child: readonly Hit[];
  readonly members: ReadonlyMap<Id, readonly Hit[]>;
};

/** Fewer for the family: the page is about the child. */
const MOST_OF_A_MEMBER = 3;

/** Looks for everybody who was named, under the walls of who asks. */
export async function candidatesOf({ db }: Context, { contact, child }: Identifying): Promise<Candidates> {
  const members = new Map<Id, readonly Hit[]>();
  for (const member of contact.familyMembers)
    members.set(member.id, (await candidatesFor(db, describedMember(member))).slice(0, MOST_OF_A_MEMBER));
  return { child: await candidatesFor(db, describedChild(child, contact.familyMembers)), members };
}

/** The candidates as ids. */
export function shownOf({ child, members }: Candidates): Shown {
  const ids = (hits: readonly Hit[]) => hits.map(({ id }) => id);
  return { child: ids(child), members: new Map([...members].map(([id, hits]) => [id, ids(hits)])) };
}

/** Says who a child of a contact is. False where somebody else has said so since the page was read. */
export async function saveIdentification(
  { db, now, by }: Context,
  child: ContactChild,
  personId: Id,
): Promise<boolean> {
  const changed = await db
    .updateTable('contact_child')
    .set({ person_id: personId, identified_at: now, identified_by: by })
    .where('id', '=', child.id)
    .where(sql<boolean>`person_id is not distinct from ${child.personId ?? null}`)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Writes down that a child was taken for somebody else before, with the reason. */
export async function saveMistake(
  { db, now, by, newId }: Context,
  mistake: { contactId: Id; was: string; isNow: string; reason: string; words: string | undefined },
): Promise<void> {
  await db
    .insertInto('correction')
    .values({
      id: newId(),
      contact_id: mistake.contactId,
      what: 'who a child is',
      was: mistake.was,
      is_now: mistake.isNow,
      reason: mistake.reason,
      words: mistake.words,
      corrected_by: by,
      corrected_at: now,
    })
    .execute();
}

/** The household that one of these persons lives in now, so that a family is not given a second one. */
export async function householdOf(
  { db }: Context,
  persons: readonly Id[],
): Promise<{
  household: Id | undefined;
  members: ReadonlySet<Id>;
}> {
  const own = await db
    .selectFrom('household_membership')
    .select('household_id')
    .where('person_id', '=', anyOf(persons))
    .where('until_on', 'is', null)
    .orderBy('recorded_at')
    .executeTakeFirst();
  if (own === undefined) return { household: undefined, members: new Set() };
  const rows = await db
    .selectFrom('household_membership')
    .select('person_id')
    .where('household_id', '=', own.household_id)
    .where('until_on', 'is', null)
    .execute();
  return { household: own.household_id, members: new Set(rows.map((row) => row.person_id)) };
}
