import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild, parentOf } from '../../../../test/support/open-child.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { reactions } from '../../../app.ts';
import type { Id } from '../../../language/id.ts';
import { sendNext } from '../../../platform/mail/outbox.ts';
import { addContactDetails, changeSafeContact } from '../../people/person/index.ts';

describe('Closing with the family', () => {
  let world: World;
  let [tess, mira, ivo, hugo, bea, nell]: Worker[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [tess, mira, ivo, hugo, bea, nell] = await Promise.all(
      ['tess', 'mira', 'ivo', 'hugo', 'bea', 'nell'].map((key) => world.as(key)),
    );
  });
  afterAll(() => world.close());

  const said = (period: Id, more: Record<string, string> = {}) => ({
    periodId: period,
    reason: 'no longer in need',
    reached: 'Mornings go well now.',
    disagreed: 'Mum thinks the first visit was too early in the day.',
    comeBack: 'Ring the hub whenever you want to.',
    othersTold: 'Tess tells the school on Friday.',
    'views.0.of': 'child',
    'views.0.words': 'I do not need you any more.',
    'views.1.of': 'another',
    'views.1.named': 'Rosa Barnacle',
    'views.1.words': 'We can do it ourselves now.',
    'views.2.of': 'one more',
    ...more,
  });
  const proposed = async (by: Worker | undefined = tess) => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const reply = await by?.post(`/people/${child}/closings`, said(period));
    expect(reply?.statusCode, reply?.body.slice(-1500)).toBe(303);
    return { child, period, at: String(reply?.headers.location) };
  };
  const isOpen = async (child: Id) =>
    (await world.rows('select 1 from open_period where person_id = $1 and ended_on is null', [child]))
      .length > 0;

  it('asks the child first, and says how to come back before anybody typed it', async () => {
    const { child } = await openChild(world, 'Otto', tess?.staffId);
    await parentOf(world, child, 'Rosa');
    const page = (await tess?.get(`/people/${child}/closings/new`))?.body ?? '';
    expect(page.indexOf('What does Otto Sandpiper say')).toBeLessThan(
      page.indexOf('What does Rosa Sandpiper say'),
    );
    expect(page).toContain('You can come back whenever you want to.');
    expect(page).not.toContain('value="moved away"');
    expect((await ivo?.get(`/people/${child}/closings/new`))?.statusCode).toBe(404);
    expect((await nell?.get(`/people/${child}/closings/new`))?.statusCode).toBe(403);
  });

  it('ends the period in the same moment as a manager authorises it, and nobody works with the child any longer', async () => {
    const { child, at } = await proposed();
    expect((await mira?.get('/closings'))?.body).toContain(at);
    const page = (await mira?.get(at))?.body ?? '';
    for (const words of ['I do not need you any more.', 'We can do it ourselves now.', 'too early in the day', 'Ring the hub', 'Tess tells the school'])
      expect(page).toContain(words); // biome-ignore format: a list reads as a list
    expect((await mira?.post(`${at}/authorisation`))?.statusCode).toBe(303);
    expect(await isOpen(child)).toBe(false);
    const ended = await world.rows(
      'select ended_reason, ended_words from period_of_service where person_id = $1 and ended_on is not null',
      [child],
    );
    expect(ended).toEqual([{ ended_reason: 'no longer in need', ended_words: 'Mornings go well now.' }]);
    expect(
      await world.rows('select 1 from allocation where person_id = $1 and ended_on is null', [child]),
    ).toEqual([]);
    expect((await tess?.get(at))?.statusCode).toBe(404);
    expect((await hugo?.get(at))?.body).toContain('Authorised');
  });

  it('is authorised by nobody who proposed it, who works with the child, or who is no manager', async () => {
    const { child, at } = await proposed(mira);
    expect((await mira?.post(`${at}/authorisation`))?.body).toContain('You proposed it.');
    expect((await tess?.post(`${at}/authorisation`))?.statusCode).toBe(403);
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'co-worker', '2026-11-03')",
      [randomUUID(), child, hugo?.staffId],
    );
    expect((await hugo?.get(at))?.body).toContain('Another manager authorises it');
    expect((await hugo?.post(`${at}/authorisation`))?.body).toContain('You work with this child.');
    const sign = 'update closing set authorised_at = now(), authorised_by = $2 where person_id = $1';
    await expect(world.rows(sign, [child, hugo?.staffId])).rejects.toThrow(/nobody who works with a child/);
    await expect(world.rows(sign, [child, mira?.staffId])).rejects.toThrow(/closing_check/);
    expect(await isOpen(child)).toBe(true);
  });

  it('goes back with words, and is proposed again with what stood there', async () => {
    const { child, period, at } = await proposed();
    expect((await mira?.post(`${at}/return`, { words: ' ' }))?.statusCode).toBe(422);
    expect((await mira?.post(`${at}/return`, { words: 'Ask the father too.' }))?.statusCode).toBe(303);
    expect((await tess?.get(at))?.body).toContain('Ask the father too.');
    const form = (await tess?.get(`/people/${child}/closings/new?again=${at.split('/').at(-1)}`))?.body ?? '';
    for (const words of ['Ask the father too.', 'We can do it ourselves now.', 'value="Rosa Barnacle"'])
      expect(form).toContain(words);
    expect((await mira?.post(`${at}/authorisation`))?.statusCode).toBe(422);
    const again = { 'views.2.named': 'Jack', 'views.2.whyNot': 'not reached' };
    expect((await tess?.post(`/people/${child}/closings`, said(period, again)))?.statusCode).toBe(303);
    const twice = await tess?.post(`/people/${child}/closings`, said(period));
    expect([twice?.statusCode, twice?.body.includes('It was proposed already')]).toEqual([422, true]);
    expect((await tess?.get(`/people/${child}/closings`))?.body).toContain('Given back');
  });

  it('is withdrawn by whoever proposed it or a manager, and by itself when the period ends otherwise', async () => {
    const { at } = await proposed(mira);
    expect((await tess?.post(`${at}/withdrawal`))?.body).toContain('Only whoever proposed it');
    expect((await mira?.post(`${at}/withdrawal`))?.statusCode).toBe(303);
    const other = await proposed();
    await mira?.post(`/periods-of-service/${other.period}/ending`, { endedOn: 'today', reason: 'moved away', words: 'To Jersey’s neighbour.' }); // biome-ignore format: one form
    expect(await isOpen(other.child)).toBe(false);
    expect(await world.rows('select 1 from closing where person_id = $1 and withdrawn_at is not null', [other.child])).toHaveLength(1); // biome-ignore format: one question
    expect((await hugo?.post(`${other.at}/authorisation`))?.statusCode).toBe(422);
  });

  it('is answered once, whoever is quicker', async () => {
    const { at, period } = await proposed();
    const all = await Promise.all([
      mira?.post(`${at}/authorisation`),
      hugo?.post(`${at}/authorisation`),
      hugo?.post(`${at}/return`, { words: 'No.' }),
      tess?.post(`${at}/withdrawal`),
      mira?.post(`/periods-of-service/${period}/ending`, {
        endedOn: 'today',
        reason: 'moved away',
        words: 'Gone.',
      }),
    ]);
    const codes = all.map((reply) => reply?.statusCode);
    expect(codes.filter((code) => code === 500)).toEqual([]);
    const [kept] = await world.rows('select num_nonnulls(authorised_at, returned_at, withdrawn_at) as steps from closing where period_of_service_id = $1', [period]); // biome-ignore format: one question
    expect(kept).toEqual({ steps: 1 });
  });

  it.each([
    ['without the child’s view or a reason', { 'views.0.words': '' }, 'Write what Otto Sandpiper says, or select why'],
    ['with a view and a reason', { 'views.0.whyNot': 'too young' }, 'leave the other empty'],
    ['without a parent’s view or a reason', { 'views.1.named': '', 'views.1.words': '' }, 'Say who is the parent or carer'],
    ['with a view of nobody', { 'views.1.named': '' }, 'Say who it is'],
    ['with a reason that is said of others', { 'views.1.words': '', 'views.1.whyNot': 'too young' }, 'This is said of a child'],
    ['for a reason that is no closing', { reason: 'moved away' }, 'Select why it ends'],
    ['without the way back', { comeBack: ' ' }, 'Say how they can come back'],
  ])('asks at the field about a closing %s, and loses no word', async (_what, more, message) => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const refused = await tess?.post(`/people/${child}/closings`, said(period, more));
    expect([refused?.statusCode, refused?.body.includes(message)], refused?.body.slice(-3000)).toEqual([422, true]);
    expect(refused?.body).toContain('Tess tells the school on Friday.');
    expect(await world.rows('select 1 from closing where person_id = $1', [child])).toEqual([]);
  }); // biome-ignore format: a table reads as a table

  it('passes no parent on record over, and nobody who was not on the page gets in', async () => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const mother = await parentOf(world, child, 'Rosa');
    const without = await tess?.post(`/people/${child}/closings`, said(period));
    expect([without?.statusCode, without?.body.includes('The family on record has changed')]).toEqual([
      422,
      true,
    ]);
    const unheard = { 'views.2.of': mother };
    expect((await tess?.post(`/people/${child}/closings`, said(period, unheard)))?.body).toContain(
      'Write what Rosa Sandpiper says',
    );
    const heard = { 'views.2.of': mother, 'views.2.words': 'Yes.' };
    expect((await tess?.post(`/people/${child}/closings`, said(period, heard)))?.statusCode).toBe(303);
  });

  it('is refused by the database without what the family says, of what is not open, and where it ends nothing', async () => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const keep = (views: string, of = period) => {
      const id = randomUUID();
      return world.rows(`begin; insert into closing (id, person_id, period_of_service_id, reason, reached, come_back, others_told, proposed_by, proposed_at)
        values ('${id}', '${child}', '${of}', 'work done', 'a', 'b', 'c', '${tess?.staffId}', now()); ${views.replaceAll('$', id)}; commit`);
    };
    const view = (rest: string) => `insert into closing_view (id, closing_id, person_id, whose, named, words, why_not) values (gen_random_uuid(), '$', '${child}', ${rest})`;
    const [ofChild, ofParent] = [view("'child', null, 'Yes', null"), view("'parent', 'Rosa', null, 'danger'")];
    await expect(keep('')).rejects.toThrow(/without what the family says/);
    await world.rows('rollback');
    await expect(keep(ofChild)).rejects.toThrow(/without what the family says/);
    await world.rows('rollback');
    await expect(keep(`${ofChild};${view("'parent', 'Rosa', null, null")}`)).rejects.toThrow(/closing_view_check/);
    await world.rows('rollback');
    await keep(`${ofChild};${ofParent}`);
    await expect(world.rows('update closing set authorised_at = now(), authorised_by = $2 where person_id = $1', [child, mira?.staffId])).rejects.toThrow(/ended nothing/);
    await world.rows("update period_of_service set ended_on = current_date, ended_reason = 'died' where id = $1", [period]);
    await expect(keep(`${ofChild};${ofParent}`)).rejects.toThrow(/not open/);
    await world.rows('rollback');
  }); // biome-ignore format: statements read in one line

  it('tells the family by a way that is safe, a mail by itself, and nobody for whom it is dangerous', async () => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const [rosa, jack] = [
      await parentOf(world, child, 'Rosa'),
      await parentOf(world, child, 'Jack', 'father'),
    ];
    await world.within(async (made) => {
      await addContactDetails(made, rosa, { kind: 'email', value: 'rosa@family.example' });
      await changeSafeContact(made, rosa, { ways: ['mail'], language: 'en', fromOn: made.today });
    });
    const views = { 'views.1.of': rosa, 'views.1.named': '', 'views.2.of': jack, 'views.2.whyNot': 'danger' };
    const at = String((await tess?.post(`/people/${child}/closings`, said(period, views)))?.headers.location);
    expect((await mira?.post(`${at}/authorisation`))?.statusCode).toBe(303);
    const letters = () => world.rows("select reader_id, way, told_at is not null as told from closing_letter where person_id = $1 order by way", [child]); // biome-ignore format: one question
    expect(await letters()).toEqual([
      { reader_id: child, way: 'in person', told: false },
      { reader_id: rosa, way: 'mail', told: false },
    ]);
    await world.rows(
      "update outbox set leaves_at = clock_timestamp() where recipient = 'rosa@family.example'",
    );
    const mails: string[] = [];
    const mailer = {
      send: async (_id: string, mail: { to: string; text: string }) =>
        void mails.push(`${mail.to} ${mail.text}`),
    };
    await world.house.database.transaction({ authority: 'island', now: new Date(), duty: 'sender' }, (db) => sendNext(db, mailer, new Date(), reactions.answerSent)); // biome-ignore format: one act
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^rosa@family\.example .*You can come back/su);
    expect(mails[0]).not.toMatch(/Otto|Sandpiper/);
    expect((await letters())[1]).toMatchObject({ told: true });
    const list = (await bea?.get('/closing-letters'))?.body ?? '';
    expect(list).toContain('In person, not told yet');
    const [waits] = await world.rows(
      'select id from closing_letter where person_id = $1 and told_at is null',
      [child],
    );
    expect((await tess?.post(`/closing-letters/${waits?.['id']}/telling`))?.statusCode).toBe(403);
    expect((await bea?.post(`/closing-letters/${waits?.['id']}/telling`))?.statusCode).toBe(303);
    expect((await bea?.post(`/closing-letters/${waits?.['id']}/telling`))?.statusCode).toBe(422);
    expect((await letters()).map((one) => one['told'])).toEqual([true, true]);
  });

  it('is the way a child in need ends where the work is done; the plain ending asks for it', async () => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const at = `/periods-of-service/${period}`;
    expect((await mira?.get(at))?.body).toContain(`/people/${child}/closings`);
    const ending = await mira?.post(`${at}/ending`, {
      endedOn: 'today',
      reason: 'no longer in need',
      words: 'Done.',
    });
    expect([ending?.statusCode, ending?.body.includes('Close it with them')]).toEqual([422, true]);
    expect(await isOpen(child)).toBe(true);
  });

  it('carries over why a rating proposed it, to the form and to the closing, and nothing of a rating before it opened', async () => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const rated = (at: string, why: string, follows: string) =>
      world.rows(
        `insert into case_rating (id, person_id, harm, breakdown, why, to_do, proposes_closing, rated_by, rated_at, follows)
           values (gen_random_uuid(), $1, 'green', 'green', $2, 'Tess talks with them.', true, $3, $4, ${follows})`,
        [child, why, hugo?.staffId, at],
      );
    await rated('2020-05-01T10:00Z', 'Long ago.', 'null');
    const form = `/people/${child}/closings/new`;
    expect((await tess?.get(form))?.body).not.toContain('Long ago.');
    await rated(
      '2026-11-21T10:00Z',
      'Two good months.',
      `(select id from case_rating where person_id = '${child}')`,
    );
    expect((await tess?.get(`/people/${child}/ratings`))?.body).toContain(`href="${form}"`);
    const shown = (await tess?.get(form))?.body ?? '';
    for (const words of [
      'A rating of 21 November 2026 proposes closing',
      'Two good months.',
      'Tess talks with them.',
    ])
      expect(shown).toContain(words);
    expect((await tess?.get('/desk'))?.body).toContain('A rating proposes closing');
    const at = String((await tess?.post(`/people/${child}/closings`, said(period)))?.headers.location);
    expect((await mira?.get(at))?.body).toContain('Two good months.');
    expect((await tess?.get('/desk'))?.body).not.toContain('A rating proposes closing');
    expect((await mira?.get((await proposed()).at))?.body).not.toContain('A rating proposed it');
  });

  it('tells a family in Portuguese, and leaves to a person what no one can write in their language', async () => {
    const { child, period } = await openChild(world, 'Otto', tess?.staffId);
    const [rosa, jack] = [await parentOf(world, child, 'Rosa'), await parentOf(world, child, 'Jack', 'father')];
    await world.within(async (made) => {
      for (const [of, language] of [[rosa, 'pt'], [jack, 'pl']] as const) {
        await addContactDetails(made, of, { kind: 'email', value: `${language}@family.example` });
        await changeSafeContact(made, of, { ways: ['mail'], language, fromOn: made.today });
      }
    });
    const views = { 'views.1.of': rosa, 'views.1.named': '', 'views.2.of': jack, 'views.2.words': 'Yes.' };
    const at = String((await tess?.post(`/people/${child}/closings`, said(period, views)))?.headers.location);
    expect((await mira?.post(`${at}/authorisation`))?.statusCode).toBe(303);
    const sent = await world.rows("select recipient, subject, language from outbox where recipient like '%@family.example' and recipient <> 'rosa@family.example'");
    expect(sent).toEqual([{ recipient: 'pt@family.example', subject: 'O nosso trabalho com a sua família', language: 'pt' }]);
    const letters = await world.rows('select language, written_in from closing_letter where person_id = $1 order by language', [child]);
    expect(letters).toEqual([
      { language: 'en', written_in: 'en' },
      { language: 'pl', written_in: 'en' },
      { language: 'pt', written_in: 'pt' },
    ]);
    expect((await bea?.get('/closing-letters'))?.body).toContain('In Polish: put it into their language');
  }); // biome-ignore format: questions read in one line
});
