import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM_SCHOOL, type Made, makeContact, seal } from '../../../../test/support/contacts.ts';
import { nastyAnswers } from '../../../../test/support/nasty.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { addAddress, changeSafeContact } from '../../people/person/index.ts';
import { answer } from './actions.ts';

const ADVICE = {
  'decisions.0.levelOfNeed': '1',
  'decisions.0.outcome': 'advice and information',
  'decisions.0.reason': 'You have what you need, and you know whom to ring.',
  'decisions.0.adviceGiven': 'Breakfast club.',
};
const FROM_MOTHER = {
  ...FROM_SCHOOL,
  channel: 'public form',
  source: '1A',
  wordsLanguage: 'pt',
  words: 'Estou muito cansada.',
  referrer: {
    kind: 'family',
    name: 'Rosa Barnacle',
    language: 'pt',
    telephone: '01632 960222',
    email: 'rosa@home.example',
    safeWays: ['telephone'],
    notToSay: 'Nothing to her partner.',
  },
} as const;

describe('Answering a contact', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const decided = async (contact: Parameters<typeof makeContact>[1]) => {
    const made = await makeContact(world, contact);
    await nell.post(`/contacts/${made.id}/decisions`, ADVICE);
    return made;
  };
  const say = (made: Made, typed: Record<string, string>, by = nell) =>
    by.post(`/contacts/${made.id}/answers`, typed);
  const answers = (made: Made) =>
    world.rows(
      'select id, audience, way, why_not, language, told_at from answer where contact_id = $1 order by made_at',
      [made.id],
    );
  const answered = async (made: Made) =>
    (await world.rows('select answered_at from contact where id = $1', [made.id]))[0]?.['answered_at'];

  it('waits for a worker where the mail is not safe, and offers only what is', async () => {
    const made = await decided(FROM_MOTHER);
    expect(await answers(made)).toEqual([]);
    const page = await nell.get(`/contacts/${made.id}/answers/new?to=referrer`);
    expect(page.body).toContain('Do not say: Nothing to her partner.');
    expect(page.body).toContain('value="telephone"');
    expect(page.body).not.toContain('value="mail"');
    expect(page.body).toContain('Demos conselhos e informação.');
    expect(page.body).toContain('Awaiting a native speaker’s check');
    const unsafe = await say(made, { to: 'referrer', way: 'mail', words: 'Olá' });
    expect(unsafe.statusCode).toBe(422);
    expect(unsafe.body).toContain('not safe for them');
  });

  it('is refused by the database too where the way is not safe', async () => {
    const made = await decided(FROM_MOTHER);
    const unsafe = world.rows(
      "insert into answer (id, contact_id, audience, way, words, made_by, made_at) values ($1, $2, 'referrer', 'letter', 'Hello', $3, now())",
      [randomUUID(), made.id, nell.staffId],
    );
    await expect(unsafe).rejects.toThrow(/letter is not a safe way to answer/);
    const safe =
      "insert into answer (id, contact_id, audience, way, words, made_by, made_at) values ($1, $2, 'referrer', 'telephone', 'Hello', $3, now())";
    await world.rows(safe, [randomUUID(), made.id, nell.staffId]);
    const child = await makeContact(world);
    const reach = { ways: ['school'], language: 'en', fromOn: day('2026-11-01') } as const;
    await world.within((made) => changeSafeContact(made, child.persons[0] ?? made.newId(), reach));
    const home = world.rows(
      "insert into answer (id, contact_id, audience, contact_child_id, way, words, made_by, made_at) values ($1, $2, 'family', $3, 'letter', 'Hello', $4, now())",
      [randomUUID(), child.id, child.children[0], nell.staffId],
    );
    await expect(home).rejects.toThrow(/not a safe way/);
  });

  it('answers in their language, and is answered when a worker has told them', async () => {
    const made = await decided(FROM_MOTHER);
    expect((await say(made, { to: 'referrer', way: 'telephone', words: 'Olá, Rosa.' })).statusCode).toBe(303);
    const [kept] = await answers(made);
    expect(kept).toMatchObject({ way: 'telephone', language: 'pt', told_at: null });
    expect(await answered(made)).toBeNull();
    const twice = await say(made, { to: 'referrer', way: 'telephone', words: 'Olá outra vez.' });
    expect(twice.statusCode).toBe(422);
    const both = await Promise.all([
      nell.post(`/answers/${kept?.['id']}/telling`),
      nell.post(`/answers/${kept?.['id']}/telling`),
    ]);
    expect(both.map((reply) => reply.statusCode).sort()).toEqual([303, 422]);
    expect(await answered(made)).not.toBeNull();
  });

  it('counts a reason why not, from the right list', async () => {
    const made = await decided(FROM_MOTHER);
    expect((await say(made, { to: 'referrer', whyNot: 'worker tells' })).statusCode).toBe(422);
    expect((await say(made, { to: 'referrer', whyNot: 'asked not to be' })).statusCode).toBe(303);
    expect(await answered(made)).not.toBeNull();
  });

  it('never shows the family who told us, nor a guarded address that this worker cannot read', async () => {
    const made = await decided({
      ...FROM_SCHOOL,
      familyMembers: [{ name: 'Rosa Barnacle', relation: 'Mother', telephone: '01632 960222' }],
    });
    const [person] = made.persons;
    await world.within((within) =>
      addAddress(within, person ?? within.newId(), { lines: '7 Samphire Steps', guarded: true }),
    );
    const [member] = await world.rows('select id from contact_family_member where contact_id = $1', [
      made.id,
    ]);
    const to = String(member?.['id']);
    const named = await say(made, { to, way: 'telephone', words: 'Mrs Lugsail told us.' });
    expect(named.statusCode).toBe(422);
    expect(named.body).toContain('would show the family who told us');
    const where = await say(made, { to, way: 'telephone', words: 'We visit you at 7, Samphire Steps.' });
    expect(where.statusCode).toBe(422);
    expect(where.body).toContain('“7, Samphire Steps” reads like an address');
    const dara = await world.as('dara');
    expect(
      (await say(made, { to, way: 'telephone', words: 'We would like to talk.', told: 'yes' }, dara))
        .statusCode,
    ).toBe(303);
    expect(await answers(made)).toHaveLength(2);
    expect(await answered(made)).toBeNull();
  });

  it('lets nobody try out where somebody lives who may not read it: whatever they write, the answer is the same', async () => {
    const living = async (lines: string) => {
      const mother = { name: 'Rosa Barnacle', relation: 'Mother', telephone: '01632 960222' };
      const made = await decided({ ...FROM_SCHOOL, familyMembers: [mother] });
      const [person] = made.persons;
      await world.within((within) => addAddress(within, person ?? within.newId(), { lines, guarded: true }));
      const [member] = await world.rows('select id from contact_family_member where contact_id = $1', [
        made.id,
      ]);
      return { made, to: String(member?.['id']) };
    };
    const [one, other] = [await living('Thalassa'), await living('Mon Repos')];
    const guess = ({ made, to }: typeof one, by: Worker) =>
      say(made, { to, way: 'telephone', words: 'They are at Thalassa now.' }, by);
    const wrong = (page: { body: string }) => /govuk-error-summary__list.*?<\/ul>/s.exec(page.body)?.[0];
    for (const page of [await guess(one, nell), await guess(other, nell)]) {
      expect(page.statusCode).toBe(422);
      expect(wrong(page)).toContain('Ask the MASH decision maker or the hub manager to write this answer');
    }
    const dara = await world.as('dara');
    expect(wrong(await guess(one, dara))).toContain('an address that is guarded');
    expect((await guess(other, dara)).statusCode).toBe(303);
    expect((await say(one.made, { to: one.to, whyNot: 'worker tells' })).statusCode).toBe(303);
  });

  it('tells nobody before every child is decided', async () => {
    const made = await makeContact(world, FROM_MOTHER);
    expect((await nell.get(`/contacts/${made.id}/answers/new`)).body).toContain('Nobody is told before');
    expect((await say(made, { to: 'referrer', whyNot: 'asked not to be' })).statusCode).toBe(422);
  });

  it('is not for a role that may not, and hidden and unknown answer alike', async () => {
    const made = await decided(FROM_MOTHER);
    await say(made, { to: 'referrer', way: 'telephone', words: 'Olá.' });
    const [kept] = await answers(made);
    const bea = await world.as('bea');
    expect((await bea.get(`/contacts/${made.id}/answers/new`)).statusCode).toBe(403);
    expect((await say(made, { to: 'referrer', whyNot: 'danger' }, bea)).statusCode).toBe(403);
    expect((await bea.post(`/answers/${kept?.['id']}/telling`)).statusCode).toBe(403);
    const [person] = made.persons;
    if (person !== undefined) await seal(world, person);
    const hidden = await nell.post(`/answers/${kept?.['id']}/telling`);
    const unknown = await nell.post(`/answers/${randomUUID()}/telling`);
    expect([hidden.statusCode, unknown.statusCode]).toEqual([404, 404]);
  });

  it('never answers with a fault, whatever is typed', async () => {
    const made = await decided(FROM_MOTHER);
    for (const typed of fc.sample(nastyAnswers(answer.input.fields, day('2026-11-20')), {
      numRuns: 25,
      seed: 3,
    })) {
      const reply = await nell.post(`/contacts/${made.id}/answers`, { ...typed, to: 'referrer' });
      expect(reply.statusCode).toBeLessThan(500);
    }
  }, 60_000);
});
