import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../../test/support/contacts.ts';
import { later } from '../../../../test/support/later.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';
import { type NewContact, recordContact } from '../contact/index.ts';

const told = (hoursAgo: number): Date => new Date(Date.now() - hoursAgo * 3_600_000);
const contact = (more: Partial<NewContact> = {}): NewContact => ({
  ...A_CONTACT,
  channel: 'call',
  source: '2A',
  about: 'safeguarding concern',
  toldAt: told(2),
  words: 'Tired, hungry, says she cooks for the little ones.',
  referrer: { kind: 'professional', name: 'Ada Lugsail', agencyNamed: 'Gull Rock School' },
  children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
  familyMembers: [],
  ...more,
});

describe('The board', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const record = (more: Partial<NewContact> = {}) =>
    world.within((surroundings) => recordContact(surroundings, contact(more)));
  const person = async (number: string) => {
    const [row] = await world.rows<{ id: Id }>(
      "insert into person (id, number, born_on) values (gen_random_uuid(), $1, '2015-06-08') returning id",
      [number],
    );
    if (row === undefined) throw new Error('not made');
    return row.id;
  };
  const answer = (id: Id) => world.rows('update contact set answered_at = now() where id = $1', [id]);
  const board = async (query = '', worker = nell) => (await worker.get(`/hub${query}`)).body;

  it('is calm when nobody waits, and says when the last one was answered', async () => {
    const page = await board();
    expect(page).toContain('Nobody is waiting for an answer');
    const { id } = await record();
    await answer(id);
    expect(await board()).toMatch(/The last one was answered at \d\d:\d\d/);
  });

  it('shows each contact until it is answered, with who told us and what was said', async () => {
    const { id, reference } = await record();
    const page = await board();
    expect(page).toContain(reference);
    expect(page).toContain('Tired, hungry, says she cooks for the little ones.');
    expect(page).toContain('Gull Rock School, Ada Lugsail');
    await answer(id);
    expect(await board()).not.toContain(reference);
  });

  it('V8.2.3: does not name a member of the public, nor anybody to who may not know the reporter', async () => {
    const referrer = { kind: 'public', name: 'Morag Thrift', relationToChild: 'Neighbour' } as const;
    const one = await record({ source: '1B', referrer });
    expect(await board()).toContain('Neighbour');
    expect(await board()).not.toContain('Morag');
    const bea = await world.as('bea');
    const two = await record();
    const page = await board('', bea);
    expect(page).toContain(two.reference);
    expect(page).not.toContain('Ada Lugsail');
    await Promise.all([answer(one.id), answer(two.id)]);
  });

  it('puts the oldest clock first', async () => {
    const late = await record({ toldAt: told(1) });
    const early = await record({ toldAt: told(60) });
    for (const { id } of [late, early])
      await nell.post(`/contacts/${id}/ratings`, { colour: 'red', reason: 'Danger' });
    const page = await board();
    expect(page.indexOf(early.reference, page.indexOf('Past its clock'))).toBeGreaterThan(0);
    expect(page.indexOf(`id="contact-${early.reference}"`)).toBeLessThan(
      page.indexOf(`id="contact-${late.reference}"`),
    );
    await Promise.all([answer(late.id), answer(early.id)]);
  });

  it('says who has it, and shows each worker their own under Mine', async () => {
    const mine = await record();
    const free = await record();
    await nell.post(`/contacts/${mine.id}/taking`, { from: 'board' });
    const page = await board('?show=mine');
    expect(page).toContain(mine.reference);
    expect(page).not.toContain(`id="contact-${free.reference}"`);
    expect(page).toContain('Nell Capstan');
    await Promise.all([answer(mine.id), answer(free.id)]);
  });

  it('flags a repeat contact about an identified child, and counts no answered one in its own figure', async () => {
    const personId = await person('REPEAT1');
    const children = [{ givenName: 'Bay', familyName: 'Oystercatcher', personId }];
    const before = await record({ toldAt: told(24 * 60), children });
    await answer(before.id);
    const again = await record({ children });
    const page = await board('?show=repeat');
    expect(page).toContain('Second contact in 12 months');
    expect(page).toMatch(/class="c-figure__number">1</);
    await answer(again.id);
  });

  it('moves a contact to those being told when every child is decided, and keeps it until the answer', async () => {
    const { id, reference } = await record({
      children: [{ givenName: 'Otto' }, { givenName: 'Wren' }],
    });
    const decide = (position: number) =>
      world.rows(
        `insert into decision (id, contact_id, contact_child_id, level_of_need, outcome, reason, signed_by, signed_at, signed_on)
         select gen_random_uuid(), contact_id, id, 2, 'already open', 'x', $3, now(), current_date from contact_child where contact_id = $1 and position = $2`,
        [id, position, nell.staffId],
      );
    await decide(1);
    expect(await board()).not.toContain('Being told');
    await decide(2);
    const page = await board();
    expect(page).toContain('Being told');
    expect(page).toContain(reference);
    await answer(id);
  });

  it('hides a contact of a sealed child from list, count and filters alike', async () => {
    const personId = await person('SEALED2');
    const sealed = await record({ children: [{ givenName: 'Hidden', familyName: 'Heron', personId }] });
    expect(await board()).toContain('Heron');
    await world.rows(
      `insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'x', now(), gen_random_uuid())`,
      [personId],
    );
    const page = await board();
    expect(page).not.toContain('Heron');
    expect(page).not.toContain(sealed.reference);
    expect(page).toContain('Nobody is waiting for an answer');
  });

  it('shows the board as it was known at an earlier instant', async () => {
    const { id, reference } = await record();
    const [clock] = await world.rows<{ then: Date }>('select clock_timestamp() as then');
    await answer(id);
    expect(await board()).not.toContain(reference);
    const then = clock?.then.toISOString() ?? '';
    expect(await later(6, () => board(`?known=${encodeURIComponent(then)}`))).toContain(reference);
  });

  it('is for those who work the hub, and writes down whom it showed', async () => {
    const keys = ['nell', 'bea', 'otis', 'hugo', 'tess', 'halyard', 'quill'];
    const answers = await Promise.all(keys.map(async (key) => (await world.as(key)).get('/hub')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 403, 403, 403]);
    const personId = await person('AUDITED');
    await record({ children: [{ givenName: 'Kit', personId }] });
    await board();
    const [row] = await world.rows(
      `select field_classes from audit where actor = $1 and $2 = any (persons) and act = 'board: read'`,
      [nell.staffId, personId],
    );
    expect(row?.['field_classes']).toEqual(['reporter']);
  });

  it('answers whatever the address holds', async () => {
    for (const query of ['?show=mine&show=all', '?rating=%00', '?known=nonsense', '?source[]=x', '?%ff'])
      expect((await nell.get(`/hub${query}`)).statusCode).toBeLessThan(500);
  });
});
