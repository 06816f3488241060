import { randomUUID } from 'node:crypto';
import { type Id, id } from '../../src/language/id.ts';
import { recordContact } from '../../src/practice/hub/contact/index.ts';
import type { NewContact } from '../../src/practice/hub/contact/rules.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import type { World } from './world.ts';

/** The least that a contact is. What every contact must have stands here for all tests; each spreads it with what it is about. */
export const A_CONTACT: NewContact = {
  channel: 'call',
  source: '2A',
  about: 'help',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'She comes to school hungry.',
  referrer: { kind: 'professional', name: 'Ada Lugsail' },
  children: [],
  familyMembers: [],
};

/** A contact from a school about one child, told in office hours; a test spreads it with the one difference that matters. */
export const FROM_SCHOOL: NewContact = {
  ...A_CONTACT,
  channel: 'request form',
  words: 'Saffron has been late on nine of the last fourteen days and falls asleep after lunch.',
  childWords: 'I do the tea because Mum is asleep.',
  referrerLevel: 3,
  permission: 'given',
  referrer: {
    kind: 'professional',
    name: 'Ada Lugsail',
    email: 'ada.lugsail@gull-rock.example',
    telephone: '01632 960111',
  },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
};

/** A contact on record with its children, each identified as a person of their own unless `known` is false. */
export type Made = {
  readonly id: Id;
  readonly reference: string;
  readonly children: readonly Id[];
  readonly persons: readonly Id[];
};

/** Records a contact and puts its children on record, as the hub does before anything is opened. */
export function makeContact(
  world: World,
  contact: NewContact = FROM_SCHOOL,
  { known = true } = {},
): Promise<Made> {
  return world.within(async (surroundings) => {
    const persons: Id[] = [];
    for (const child of known ? contact.children : []) {
      const names = [{ kind: 'used', givenName: child.givenName, familyName: child.familyName }] as const;
      persons.push((await createPerson(surroundings, { names })).id);
    }
    const children = contact.children.map((child, index) => ({ ...child, personId: persons[index] }));
    const made = await recordContact(surroundings, { ...contact, children });
    const rows = await surroundings.db
      .selectFrom('contact_child')
      .select('id')
      .where('contact_id', '=', made.id)
      .orderBy('position')
      .execute();
    return { ...made, children: rows.map((row) => row.id), persons };
  });
}

/** Puts a person behind a wall that names nobody. */
export async function seal(world: World, personId: Id): Promise<void> {
  await world.rows(
    "insert into wall (id, person_id, kind, reason, began_at, decided_by) values ($1, $2, 'sealed', 'a test', now(), $3)",
    [id(randomUUID()), personId, id(randomUUID())],
  );
}
