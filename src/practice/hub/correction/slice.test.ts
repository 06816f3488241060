import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, type Made, makeContact, seal } from '../../../../test/support/contacts.ts';
import { nastyAnswers } from '../../../../test/support/nasty.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { correct } from './actions.ts';

describe('Correcting a contact', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const put = (made: Made, typed: Record<string, string>, by = nell) =>
    by.post(`/contacts/${made.id}/corrections`, { reason: 'typed wrongly', ...typed });
  /** Recorded long enough ago to be asked as known at: the page refuses instants of the last seconds. */
  const age = async (made: Made) => {
    for (const table of ['contact', 'contact_child', 'contact_referrer'])
      await world
        .rows(`alter table ${table} disable trigger user`)
        .then(() =>
          world.rows(
            `update ${table} set recorded_at = recorded_at - interval '1 day' where ${table === 'contact' ? 'id' : 'contact_id'} = $1`,
            [made.id],
          ),
        );
    for (const table of ['contact', 'contact_child', 'contact_referrer'])
      await world.rows(`alter table ${table} enable trigger user`);
  };

  it('shows every fact as it stands, and the words not among them', async () => {
    const made = await makeContact(world);
    const page = await nell.get(`/contacts/${made.id}/corrections/new`);
    expect(page.body).toContain('Friday 20 November 2026, 10:00');
    expect(page.body).toContain('Put right');
    expect(page.body).not.toContain('falls asleep after lunch');
  });

  it('puts a wrong day right, and still shows what was known before', async () => {
    const made = await makeContact(world);
    await age(made);
    const reply = await put(made, {
      what: 'told at',
      isNow: '18/11/2026',
      time: '9.30',
      words: 'The letter lay in the post room.',
    });
    expect(reply.statusCode).toBe(303);
    const [row] = await world.rows('select told_at, told_on::text from contact where id = $1', [made.id]);
    expect(row).toEqual({ told_at: new Date('2026-11-18T09:30:00Z'), told_on: '2026-11-18' });
    const [kept] = await world.rows(
      'select what, was, is_now, reason, words from correction where contact_id = $1',
      [made.id],
    );
    expect(kept).toEqual({
      what: 'When we were told',
      was: 'Friday 20 November 2026, 10:00',
      is_now: 'Wednesday 18 November 2026, 09:30',
      reason: 'typed wrongly',
      words: 'The letter lay in the post room.',
    });
    const now = await nell.get(`/contacts/${made.id}/corrections/new`);
    expect(now.body).toContain('It was typed wrongly');
    const then = new Date(Date.now() - 3_600_000).toISOString();
    const before = await nell.get(`/contacts/${made.id}/corrections/new?known=${then}`);
    expect(before.statusCode).toBe(200);
    expect(before.body).toContain('Friday 20 November 2026, 10:00');
    expect(before.body).not.toContain('18 November');
    expect(before.body).not.toContain('It was typed wrongly');
  });

  it('puts a child’s name and date of birth right', async () => {
    const made = await makeContact(world);
    const child = made.children[0] ?? '';
    expect((await put(made, { what: 'given name', child, isNow: 'Sapphire' })).statusCode).toBe(303);
    expect((await put(made, { what: 'born on', child, isNow: '3 April 2015' })).statusCode).toBe(303);
    const [row] = await world.rows('select given_name, born_on::text from contact_child where id = $1', [
      child,
    ]);
    expect(row).toEqual({ given_name: 'Sapphire', born_on: '2015-04-03' });
    const same = await put(made, { what: 'given name', child, isNow: 'Sapphire' });
    expect(same.statusCode).toBe(422);
    expect(same.body).toContain('That is what it says already');
    expect(await world.rows('select 1 from correction where contact_id = $1', [made.id])).toHaveLength(2);
  });

  it('puts a school right, also where none was said, but not one that is guarded from who asks', async () => {
    const made = await makeContact(world);
    const child = made.children[0] ?? '';
    const school = async () =>
      (await world.rows('select school from contact_child_place where id = $1', [child]))[0]?.['school'];
    expect((await put(made, { what: 'school', child, isNow: 'Gull Rock School' })).statusCode).toBe(303);
    expect((await put(made, { what: 'school', child, isNow: 'Limpet School' })).statusCode).toBe(303);
    expect(await school()).toBe('Limpet School');
    await world.rows(
      "insert into address (id, person_id, lines, guarded) values ($1, $2, '9 Hidden Row', true)",
      [randomUUID(), made.persons[0]],
    );
    expect((await nell.get(`/contacts/${made.id}/corrections/new`)).body).not.toContain('Limpet School');
    const guarded = await put(made, { what: 'school', child, isNow: 'Another School' });
    expect([guarded.statusCode, await school()]).toEqual([422, 'Limpet School']);
  });

  it('takes a wrong person off a contact, unless something was opened for them', async () => {
    const made = await makeContact(world);
    const child = made.children[0] ?? '';
    expect((await put(made, { what: 'person', child, reason: 'wrong person' })).statusCode).toBe(303);
    expect(await world.rows('select person_id from contact_child where id = $1', [child])).toEqual([
      { person_id: null },
    ]);
    const opened = await makeContact(world);
    await nell.post(`/contacts/${opened.id}/decisions`, {
      'decisions.0.levelOfNeed': '2',
      'decisions.0.outcome': 'early help offered',
      'decisions.0.reason': 'Mum would like somebody at her side.',
      'decisions.0.earlyHelpReply': 'accepted',
    });
    const refused = await put(opened, {
      what: 'person',
      child: opened.children[0] ?? '',
      reason: 'wrong person',
    });
    expect(refused.statusCode).toBe(422);
  });

  it('refuses that we were told later than it was decided, or later than now', async () => {
    const made = await makeContact(world);
    expect((await put(made, { what: 'told at', isNow: 'tomorrow', time: '09:00' })).statusCode).toBe(422);
    expect((await put(made, { what: 'told at', isNow: 'yesterday', time: 'noon' })).statusCode).toBe(422);
    expect((await put(made, { what: 'channel', isNow: 'pigeon' })).statusCode).toBe(422);
  });

  it('is not for a role that may not, for a hidden contact, or for another contact’s child', async () => {
    const [made, other] = [await makeContact(world), await makeContact(world)];
    const bea = await world.as('bea');
    expect((await bea.get(`/contacts/${made.id}/corrections/new`)).statusCode).toBe(403);
    expect((await put(made, { what: 'summary', isNow: 'x' }, bea)).statusCode).toBe(403);
    expect(
      (await put(made, { what: 'given name', child: other.children[0] ?? '', isNow: 'x' })).statusCode,
    ).toBe(422);
    if (made.persons[0] !== undefined) await seal(world, made.persons[0]);
    const hidden = await put(made, { what: 'summary', isNow: 'x' });
    const unknown = await nell.post(`/contacts/${randomUUID()}/corrections`, {
      what: 'summary',
      isNow: 'x',
      reason: 'misheard',
    });
    expect([hidden.statusCode, unknown.statusCode]).toEqual([404, 404]);
  });

  it('corrects once, however often it is sent', async () => {
    const made = await makeContact(world);
    const typed = { what: 'summary', isNow: 'Tired at school', 'submission-key': 'one-correction-twice-01' };
    const both = await Promise.all([put(made, typed), put(made, typed)]);
    expect(both.map((reply) => reply.statusCode)).toEqual([303, 303]);
    expect(await world.rows('select 1 from correction where contact_id = $1', [made.id])).toHaveLength(1);
  });

  it('never answers with a fault, whatever is typed', async () => {
    const made = await makeContact(world, { ...FROM_SCHOOL, referrer: { kind: 'anonymous' } });
    const answers = fc.sample(nastyAnswers(correct.input.fields, day('2026-11-20')), {
      numRuns: 25,
      seed: 11,
    });
    for (const typed of answers) {
      const reply = await nell.post(`/contacts/${made.id}/corrections`, typed);
      expect(reply.statusCode).toBeLessThan(500);
    }
  }, 60_000);
});
