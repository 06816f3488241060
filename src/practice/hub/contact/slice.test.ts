import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { id } from '../../../language/id.ts';
import { recordContact } from './index.ts';
import type { NewContact } from './rules.ts';
import { contactById } from './store.ts';

const contact: NewContact = {
  ...A_CONTACT,
  channel: 'call',
  source: '2A',
  about: 'help',
  toldAt: new Date('2026-11-20T10:00:00Z'),
  words: 'Saffron has been late on nine of the last fourteen days.',
  referrer: { kind: 'professional', name: 'Ada Lugsail' },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
  familyMembers: [],
};

describe('Recording a contact', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('keeps what was said, word for word, under a reference of its own', async () => {
    const { reference } = await world.within((surroundings) => recordContact(surroundings, contact));
    expect(reference).toBe('C-26-0001');
    const [row] = await world.rows('select words, told_on from contact where reference = $1', [reference]);
    expect(row?.['words']).toBe(contact.words);
  });

  it('keeps one line for advice in which no child was named', async () => {
    const { id } = await world.within((surroundings) =>
      recordContact(surroundings, { ...contact, children: [] }),
    );
    expect(await world.rows('select 1 from contact_child where contact_id = $1', [id])).toHaveLength(1);
  });
});

describe('A child whose address is guarded', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('keeps the place they were said to live secret too, except from roles that read guarded addresses', async () => {
    const person = randomUUID();
    await world.rows(
      "insert into person (id, number, born_on_certainty) values ($1, 'GUARDED', 'not known')",
      [person],
    );
    await world.rows(
      "insert into address (id, person_id, lines, guarded) values ($1, $2, '9 Hidden Row', true)",
      [randomUUID(), person],
    );
    const { id: contactId } = await world.within((surroundings) =>
      recordContact(surroundings, {
        ...contact,
        children: [
          {
            givenName: 'Kit',
            personId: id(person),
            address: '9 Hidden Row',
            parish: 'st-ouen',
            school: 'Hidden School',
          },
        ],
      }),
    );
    const read = (fieldClasses: readonly string[]) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), wide: true, fieldClasses },
        (db) => contactById(db, contactId),
      );
    const withheld = await read(['reporter']);
    expect(JSON.stringify(withheld)).not.toMatch(/Hidden|st-ouen/);
    expect(withheld?.children[0]?.placeWithheld).toBe(true);
    expect((await read(['guarded address']))?.children[0]?.address).toBe('9 Hidden Row');
  });
});
