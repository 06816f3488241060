import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChild, RATED } from '../../../../test/support/open-children.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';

const TEAM = 'Assessment and support';

describe('A rating exercise', () => {
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
  beforeEach(async () => {
    await world.rows(
      'update rating_exercise set closed_at = greatest(now(), frozen_at), closed_by = frozen_by where closed_at is null',
    );
    await world.rows(
      "update period_of_service set ended_on = current_date, ended_reason = 'died' where ended_on is null",
    );
  });

  const childOf = (givenName: string, worker = tess, team = TEAM) =>
    openChild(world, { givenName, team, worker: as(worker).staffId });
  const begin = async (): Promise<string> => {
    const begun = await as(hugo).post('/rating-exercises', { title: 'Every open case' });
    return /rating-exercises\/([0-9a-f-]+)/.exec(String(begun.headers.location))?.[1] ?? '';
  };
  const deal = (exercise: string, to: readonly (Worker | undefined)[], way = 'evenly') =>
    as(hugo).post(`/rating-exercises/${exercise}/dealing`, {
      way,
      which: 'not dealt',
      ...Object.fromEntries(
        to.flatMap((one, at) => [
          [`managers.${at}.id`, as(one).staffId],
          [`managers.${at}.takesPart`, 'yes'],
        ]),
      ),
    });
  const caseOf = async (person: Id) => {
    const [row] = await world.rows<{ id: string; dealt_to: string | null; worker_id: string | null }>(
      'select c.* from rating_case c join rating_exercise e on e.id = c.exercise_id where person_id = $1 order by frozen_at desc limit 1',
      [person],
    );
    return row;
  };
  const rate = async (worker: Worker | undefined, person: Id, more: Record<string, string> = {}) =>
    as(worker).post(`/rating-cases/${(await caseOf(person))?.id}/ratings`, { ...RATED, ...more });
  const board = async (worker: Worker | undefined, exercise: string, show = 'mine') =>
    (await as(worker).get(`/rating-exercises/${exercise}?show=${encodeURIComponent(show)}`)).body;

  it('freezes what is open with its worker and team of that instant, once, and another cannot begin beside it', async () => {
    const child = await childOf('Otto');
    const exercise = await begin();
    await childOf('Later');
    await world.rows('update allocation set ended_on = current_date where person_id = $1', [child]);
    expect(await caseOf(child)).toMatchObject({ worker_id: as(tess).staffId, dealt_to: null });
    expect(await world.rows('select id from rating_case where exercise_id = $1', [exercise])).toHaveLength(1);
    const second = await as(hugo).post('/rating-exercises', { title: 'Another' });
    expect([second.statusCode, second.body.includes('Another exercise goes on')]).toEqual([422, true]);
    expect(await board(hugo, exercise, 'all')).toContain('Otto Sandpiper');
    await expect(
      world.rows('update rating_case set worker_id = null where exercise_id = $1', [exercise]),
    ).rejects.toThrow('what was frozen stands');
  });

  it('is rated case after case, brothers and sisters one after the other, and says how far it is', async () => {
    const [otto, kit, wren] = [await childOf('Otto'), await childOf('Kit'), await childOf('Wren')];
    await world.rows('insert into household (id) values ($1)', [otto]);
    for (const one of [otto, wren])
      await world.rows('insert into household_membership (id, household_id, person_id) values ($1, $2, $3)', [
        randomUUID(),
        otto,
        one,
      ]);
    const exercise = await begin();
    await deal(exercise, [mira]);
    expect(await board(mira, exercise)).toContain('Yours: 0 of 3');
    const page = (await as(mira).get(`/rating-cases/${(await caseOf(otto))?.id}`)).body;
    expect(page).toContain('Wren of the same family is rated next.');
    expect((await rate(mira, otto)).headers.location).toBe(`/rating-cases/${(await caseOf(wren))?.id}`);
    expect((await rate(mira, wren)).headers.location).toBe(`/rating-cases/${(await caseOf(kit))?.id}`);
    const last = await rate(mira, kit, { harm: 'green', proposesClosing: 'yes' });
    expect(last.headers.location).toBe(`/rating-exercises/${exercise}`);
    expect(await board(mira, exercise)).toMatch(/3 of 3\s*<\/strong>/);
    expect(
      await world.rows('select id from period_of_service where person_id = $1 and ended_on is null', [kit]),
    ).toHaveLength(1);
  });

  it('is not rated by whoever works with the child or did at the freeze; the database refuses it, too', async () => {
    const child = await childOf('Fen', mira);
    const exercise = await begin();
    await world.rows('update allocation set ended_on = current_date where person_id = $1', [child]);
    const own = await rate(mira, child, { why: 'My own view.' });
    expect([own.statusCode, own.body.includes('My own view.')]).toEqual([422, true]);
    expect(own.body).toContain('You worked with this child when the cases were frozen');
    const write = world.rows(
      `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at, rating_case_id) values ($1, $2, 'red', 'red', 'Why', 'What', $3, now(), $4)`,
      [randomUUID(), child, as(mira).staffId, (await caseOf(child))?.id],
    );
    await expect(write).rejects.toThrow('own case then');
    await deal(exercise, [mira]);
    expect((await caseOf(child))?.dealt_to).toBeNull();
    await deal(exercise, [mira, hugo], 'by team');
    expect((await caseOf(child))?.dealt_to).toBe(as(hugo).staffId);
  });

  it('lets whoever is dealt a case see the child until it is passed on or the exercise ends, and no longer', async () => {
    const child = await childOf('Sea', await world.as('fern'), 'Early help');
    const sees = async () => (await as(mira).get(`/people/${child}`)).statusCode;
    const exercise = await begin();
    expect(await sees()).toBe(404);
    expect(await board(mira, exercise, 'all')).toContain('1 of the 1 cases stand elsewhere');
    await deal(exercise, [mira]);
    expect(await sees()).toBe(200);
    const one = (await caseOf(child))?.id;
    const form = { has: as(mira).staffId, to: as(hugo).staffId, passedWhy: 'I know the father.' };
    expect(
      (await as(mira).post(`/rating-cases/${one}/passing`, { ...form, to: as(tess).staffId })).statusCode,
    ).toBe(422);
    expect((await as(mira).post(`/rating-cases/${one}/passing`, form)).headers.location).toBe(
      `/rating-exercises/${exercise}`,
    );
    expect(await sees()).toBe(404);
    expect((await as(mira).get(`/rating-cases/${one}`)).statusCode).toBe(404);
    const late = await as(hugo).post(`/rating-cases/${one}/passing`, { ...form, to: as(hugo).staffId });
    expect([late.statusCode, late.body.includes('Somebody else passed it on')]).toEqual([422, true]);
    await as(hugo).post(`/rating-cases/${one}/passing`, {
      has: as(hugo).staffId,
      to: as(mira).staffId,
      passedWhy: 'After all.',
    });
    expect(await sees()).toBe(200);
    await as(hugo).post(`/rating-exercises/${exercise}/closing`, { note: 'No time.' });
    expect(await sees()).toBe(404);
  });

  it('shows nobody a child behind a wall, deals it to nobody outside, and counts it all the same', async () => {
    const [child, open] = [await childOf('Sealed'), await childOf('Open')];
    await world.rows(
      `insert into wall (id, person_id, kind, reason, began_at, decided_by) values ($1, $2, 'sealed', 'Adoption', now(), $3)`,
      [randomUUID(), child, as(hugo).staffId],
    );
    const exercise = await begin();
    await deal(exercise, [mira, hugo]);
    expect((await caseOf(child))?.dealt_to).toBeNull();
    expect((await caseOf(open))?.dealt_to).not.toBeNull();
    for (const worker of [mira, hugo]) {
      const page = await board(worker, exercise, 'all');
      expect(page).toContain('0 of 2');
      expect(page).toContain('1 of the 2 cases stand elsewhere, where you may not see them');
      expect(page).not.toContain('Sealed');
      expect((await as(worker).get(`/rating-cases/${(await caseOf(child))?.id}`)).statusCode).toBe(404);
    }
  });

  it('puts a case on the table with a question, and it is rated there', async () => {
    const [child, other] = [await childOf('Nye'), await childOf('Ada')];
    const exercise = await begin();
    await deal(exercise, [mira]);
    const one = (await caseOf(child))?.id;
    expect((await as(mira).post(`/rating-cases/${one}/table`, { question: '' })).body).toContain(
      'Say what to talk about',
    );
    const put = await as(mira).post(`/rating-cases/${one}/table`, { question: 'Is amber enough?' });
    expect(put.headers.location).toBe(`/rating-cases/${(await caseOf(other))?.id}`);
    const table = (await as(hugo).get(`/rating-exercises/${exercise}/table`)).body;
    for (const words of ['Is amber enough?', 'Nye Sandpiper', 'Mira Spindrift', 'Discuss together (1)'])
      expect(table).toContain(words);
    expect((await as(hugo).get(`/rating-cases/${one}?from=table`)).body).toContain(
      'name="from" value="table"',
    );
    const rated = await rate(hugo, child, { from: 'table' });
    expect(rated.headers.location).toBe(`/rating-exercises/${exercise}/table`);
    expect((await as(hugo).get(`/rating-exercises/${exercise}/table`)).body).toContain(
      'Discuss together (0)',
    );
  });

  it('refuses a rating after it was closed, at the field, with every word kept; and in the database', async () => {
    const [child] = [await childOf('Late')];
    const exercise = await begin();
    await deal(exercise, [mira]);
    expect((await as(hugo).post(`/rating-exercises/${exercise}/closing`)).body).toContain(
      'Say why 1 case is not rated',
    );
    expect((await as(hugo).post(`/rating-exercises/${exercise}/closing`, { note: 'Snow.' })).statusCode).toBe(
      303,
    );
    const late = await rate(mira, child, { why: 'Words that I wrote for an hour.' });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('The exercise is closed, so nothing was rated in it');
    expect(late.body).toContain('Words that I wrote for an hour.');
    const write = world.rows(
      `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at, rating_case_id) values ($1, $2, 'red', 'red', 'Why', 'What', $3, now(), $4)`,
      [randomUUID(), child, as(hugo).staffId, (await caseOf(child))?.id],
    );
    await expect(write).rejects.toThrow('exercise closed');
    await expect(
      world.rows(
        "update rating_case set table_at = now(), table_by = $2, table_question = 'x' where exercise_id = $1",
        [exercise, as(hugo).staffId],
      ),
    ).rejects.toThrow('the exercise is closed');
  });

  it('shows a case whose work ended meanwhile as such, and asks for no rating of it', async () => {
    const child = await childOf('Gone');
    const exercise = await begin();
    await deal(exercise, [mira]);
    await world.rows(
      "update period_of_service set ended_on = current_date, ended_reason = 'died' where person_id = $1",
      [child],
    );
    expect(await board(mira, exercise)).toContain('Ended meanwhile');
    expect(await board(mira, exercise)).toContain('1 ended meanwhile without a rating');
    expect((await as(mira).get(`/rating-cases/${(await caseOf(child))?.id}`)).body).toContain(
      'ended meanwhile',
    );
    expect((await rate(mira, child)).statusCode).toBe(422);
    expect((await as(hugo).post(`/rating-exercises/${exercise}/closing`)).statusCode).toBe(303);
  });

  it('is held by heads of service, rated by managers, and closed to all others', async () => {
    const child = await childOf('Ash');
    const exercise = await begin();
    const one = (await caseOf(child))?.id;
    expect((await as(mira).post('/rating-exercises', { title: 'Mine' })).statusCode).toBe(403);
    expect((await as(mira).post(`/rating-exercises/${exercise}/closing`)).statusCode).toBe(403);
    for (const worker of [tess, await world.as('nell'), await world.as('quill')]) {
      expect((await as(worker).get(`/rating-exercises/${exercise}`)).statusCode).toBe(403);
      expect((await as(worker).get(`/rating-cases/${one}`)).statusCode).toBe(403);
    }
    const progress = (await as(mira).get(`/rating-exercises/${exercise}/progress`)).body;
    expect(progress).toContain('0 of 1');
    expect(progress).not.toContain('Ash');
  });
});
