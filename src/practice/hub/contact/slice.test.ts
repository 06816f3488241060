import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { recordContact } from './index.ts';
import type { NewContact } from './rules.ts';

const contact: NewContact = {
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
