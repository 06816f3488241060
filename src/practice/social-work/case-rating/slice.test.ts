import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild, RATED } from '../../../../test/support/open-children.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';

describe('Rating a case', () => {
  let world: World;
  let [tess, mira, hugo]: Worker[] = [];
  const as = (worker: Worker | undefined): Worker => {
    if (worker === undefined) throw new Error('signed in before all');
    return worker;
  };
  beforeAll(async () => {
    world = await openWorld();
    [tess, mira, hugo] = await Promise.all([world.as('tess'), world.as('mira'), world.as('hugo')]);
  });
  afterAll(() => world.close());

  const childOf = (givenName: string, worker = tess) =>
    openChild(world, { givenName, team: 'Assessment and support', worker: as(worker).staffId });
  const ratings = (person: Id) =>
    world.rows<{ id: string; why: string; follows: string | null }>(
      'select id, why, follows from case_rating where person_id = $1 order by recorded_at',
      [person],
    );
  const rate = (worker: Worker | undefined, person: Id, more: Record<string, string> = {}) =>
    as(worker).post(`/people/${person}/ratings`, { ...RATED, ...more });

  it('stands on the child’s page with both risks and the day to look again, and nothing is chosen beforehand', async () => {
    const child = await childOf('Otto');
    const form = (await as(mira).get(`/people/${child}/ratings/new`)).body;
    expect(form).not.toContain(' checked');
    expect(form).toContain('If nothing changed for three months');
    expect(form).toContain('English default, confirm locally');
    expect((await as(mira).get(`/people/${child}`)).body).toContain('Not rated yet');
    const kept = await rate(mira, child);
    expect([kept.statusCode, kept.headers.location]).toEqual([303, `/people/${child}/ratings`]);
    const page = (await as(tess).get(`/people/${child}`)).body;
    for (const words of ['Rating of the case', 'Amber', 'Green', 'Look again', 'By '])
      expect(page).toContain(words);
    const all = (await as(tess).get(`/people/${child}/ratings`)).body;
    for (const words of [RATED.why, RATED.toDo, 'Mira Spindrift', 'In force']) expect(all).toContain(words);
    expect(all).not.toContain('/ratings/new');
    const timeline = (await as(tess).get(`/people/${child}/timeline`)).body;
    expect(timeline).toContain('Case rated amber for harm, green for breakdown');
  });

  it('is put right by a later one, and never changed: not by the program and not by the database', async () => {
    const child = await childOf('Wren');
    await rate(mira, child);
    const [first] = await ratings(child);
    const again = await rate(hugo, child, {
      follows: first?.id ?? '',
      harm: 'red',
      why: 'Gran has moved out.',
    });
    expect(again.statusCode).toBe(303);
    expect((await ratings(child)).map(({ why, follows }) => [why, follows])).toEqual([
      [RATED.why, null],
      ['Gran has moved out.', first?.id],
    ]);
    await expect(
      world.rows("update case_rating set harm = 'green' where id = $1", [first?.id]),
    ).rejects.toThrow('only grows');
    await expect(world.rows('delete from case_rating where id = $1', [first?.id])).rejects.toThrow(
      'only grows',
    );
  });

  it('covers nobody’s rating unseen: the second of two is told, loses no word, and may send again', async () => {
    const child = await childOf('Kit');
    await rate(hugo, child);
    const late = await rate(mira, child, { why: 'What I think of it.' });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('Somebody else rated this case while you were writing');
    expect(late.body).toContain('What I think of it.');
    const [theirs] = await ratings(child);
    expect(late.body).toContain(`name="follows" value="${theirs?.id}"`);
    expect((await rate(mira, child, { follows: theirs?.id ?? '' })).statusCode).toBe(303);
    const before = randomUUID();
    const beside = world.rows(
      `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at) values ($1, $2, 'red', 'red', 'Why', 'What', $3, now())`,
      [before, child, as(hugo).staffId],
    );
    await expect(beside).rejects.toThrow('case_rating_follows');
  });

  it('is not for whoever works with the child, as worker or co-worker: the form says so, and the database refuses', async () => {
    const child = await childOf('Fen', mira);
    expect((await as(mira).get(`/people/${child}/ratings/new`)).body).toContain('You work with this child');
    const own = await rate(mira, child, { why: 'My own view.' });
    expect([own.statusCode, own.body.includes('My own view.')]).toEqual([422, true]);
    expect(own.body).toContain('another manager rates the case');
    const write = world.rows(
      `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at) values ($1, $2, 'red', 'red', 'Why', 'What', $3, now())`,
      [randomUUID(), child, as(mira).staffId],
    );
    await expect(write).rejects.toThrow('own case');
    expect((await rate(hugo, child)).statusCode).toBe(303);
  });

  it('is only of what is open, and says so at once', async () => {
    const child = await childOf('Lark');
    const [period] = await world.rows('select id from period_of_service where person_id = $1', [child]);
    await as(hugo).post(`/periods-of-service/${period?.['id']}/ending`, {
      endedOn: 'today',
      reason: 'moved away',
      words: 'All is well.',
    });
    const late = await rate(hugo, child);
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('Nothing is open for this child any more');
    expect(late.body).toContain(RATED.why);
    expect(await ratings(child)).toEqual([]);
  });

  it.each([
    ['no risk of harm', { harm: '' }, 'Select how great the risk of harm is'],
    [
      'a colour that is none',
      { breakdown: 'blue' },
      'Select how great the risk is that the family breaks down',
    ],
    ['no reason', { why: ' ' }, 'Say why'],
    ['nothing to do', { toDo: '' }, 'Say what will be done'],
    ['a day that has gone by', { lookAgainOn: '1/2/2020' }, 'The day to look again must be today or later'],
    ['closing while one is amber', { proposesClosing: 'yes' }, 'Only a case that is green for both'],
  ])('asks at the field about %s, and loses no word', async (_what, more, message) => {
    const child = await childOf('Nye');
    const refused = await rate(mira, child, { toDo: 'A word to keep.', ...more });
    expect([refused.statusCode, refused.body.includes(message)]).toEqual([422, true]);
    if (!('toDo' in more)) expect(refused.body).toContain('A word to keep.');
    expect(await ratings(child)).toEqual([]);
  });

  it('is made by managers who see the child, read by who works with them, and hidden from all others', async () => {
    const child = await childOf('Ash');
    const [fern, nell] = [await world.as('fern'), await world.as('nell')];
    const by = async (worker: Worker | undefined) => (await rate(worker, child)).statusCode;
    expect([await by(tess), await by(fern), await by(nell), await by(mira)]).toEqual([403, 403, 403, 303]);
    const read = async (worker: Worker | undefined) =>
      (await as(worker).get(`/people/${child}/ratings`)).statusCode;
    expect([await read(tess), await read(fern), await read(nell), await read(hugo)]).toEqual([
      200, 404, 403, 200,
    ]);
    await world.rows(
      `insert into wall (id, person_id, kind, reason, began_at, decided_by) values ($1, $2, 'sealed', 'Adoption', now(), $3)`,
      [randomUUID(), child, as(hugo).staffId],
    );
    expect([await read(hugo), await by(hugo)]).toEqual([404, 404]);
  });
});
