import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { PERIOD_ENDED_REASONS } from '../../../profile/code-sets/service-kinds.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';
import { teamFor } from '../../people/team/index.ts';

describe('Periods of service', () => {
  let world: World;
  let mira: Worker;
  let tess: Worker;
  beforeAll(async () => {
    world = await openWorld();
    [mira, tess] = [await world.as('mira'), await world.as('tess')];
  });
  afterAll(() => world.close());

  const referred = (givenName: string): Promise<{ referral: Id; person: Id }> =>
    world.within(async (made) => {
      const { id: person } = await createPerson(made, {
        names: [{ kind: 'used', givenName, familyName: 'Dunlin' }],
        bornOn: day('2015-06-08'),
      });
      return { referral: await refer(made, person), person };
    });
  const refer = async (made: Parameters<Parameters<World['within']>[0]>[0], person: Id): Promise<Id> => {
    const id = made.newId();
    const said = {
      source: '2A',
      what_was_said: 'A mark on the arm.',
      reason: 'We need to know.',
      level_of_need: 4,
    };
    const team = await teamFor(made.db, made.profile, 'social work');
    await made.db
      .insertInto('referral')
      .values({
        id,
        person_id: person,
        team_id: team,
        referred_at: made.now,
        referred_on: made.today,
        ...said,
      })
      .execute();
    return id;
  };
  const accept = (referral: Id) => mira.post(`/referrals/${referral}/acceptance`);
  const periods = (person: Id) =>
    world.rows(
      'select kind, basis, ended_on is null as open, ended_reason from period_of_service where person_id = $1 order by recorded_at',
      [person],
    );
  const open = async (person: Id) =>
    (
      await world.rows('select kind from open_period where person_id = $1 and ended_on is null order by 1', [
        person,
      ])
    ).map((row) => row['kind']);
  const begun = {
    kind: 'in need',
    beganOn: '20 11 2026',
    basisWords: 'They need help at home for some months.',
  };
  const ended = { endedOn: 'today', reason: 'moved away', words: 'Mum says mornings go well now.' };
  const notWork = (reason: string) => ({ reason, words: 'The school wrote twice.' });

  it('begin with an accepted referral, in the same moment, and lead on to who works with the child', async () => {
    const { referral, person } = await referred('Otto');
    expect(await periods(person)).toEqual([]);
    expect((await accept(referral)).headers.location).toBe(`/people/${person}/allocations`);
    expect(await periods(person)).toEqual([
      { kind: 'assessment', basis: 'referral accepted', open: true, ended_reason: null },
    ]);
    const page = (await mira.get(`/people/${person}/periods-of-service`)).body;
    expect(page).toContain('A referral was accepted');
    expect(page).toContain('English default, confirm locally');
  });

  it('stay open until the last of two referrals has ended', async () => {
    const { referral, person } = await referred('Wren');
    const second = await world.within((made) => refer(made, person));
    await accept(referral);
    await accept(second);
    expect(await open(person)).toEqual(['assessment']);
    expect((await mira.post(`/referrals/${referral}/ending`, notWork('duplicate'))).statusCode).toBe(303);
    expect(await open(person)).toEqual(['assessment']);
    expect((await mira.post(`/referrals/${second}/ending`, notWork('duplicate'))).body).toContain(
      'No other is open for this child',
    );
    await mira.post(`/referrals/${second}/ending`, notWork('in error'));
    expect(await open(person)).toEqual([]);
    expect(await periods(person)).toMatchObject([{ ended_reason: 'in error' }]);
  });

  it('end with the family or for a reason that needs no closing, and the database refuses any other way', async () => {
    const { referral, person } = await referred('Merle');
    await accept(referral);
    const [period] = await world.rows<{ id: Id }>('select id from period_of_service where person_id = $1', [person]);
    const end = (reason: string) =>
      world.rows("update period_of_service set ended_on = current_date, ended_reason = $2 where id = $1", [period?.id, reason]);
    for (const { code, isWithFamily } of PERIOD_ENDED_REASONS.codes)
      if (isWithFamily) await expect(end(code), code).rejects.toThrow(/ends with the family/);
    await expect(
      world.rows("update referral set ended_on = current_date where id = $1", [referral]),
    ).rejects.toThrow(/ends with its period of service/);
    await world.rows(`with made as (insert into visit (id, visited_on, place, manner, visited_by) values (gen_random_uuid(), current_date, 'home', 'planned', $2) returning id)
      insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen) select gen_random_uuid(), id, $1, true, false, false from made`, [person, tess.staffId]);
    await expect(end('in error')).rejects.toThrow(/became work/);
    for (const [at, day] of [[`/referrals/${referral}`, {}], [`/periods-of-service/${period?.id}`, { endedOn: 'today' }]] as const) {
      const refused = await mira.post(`${at}/ending`, { ...notWork('in error'), ...day });
      expect([refused.statusCode, refused.body.includes('it became work'), refused.body.includes('The school wrote twice.')], at).toEqual([422, true, true]);
    }
    expect((await mira.get(`/referrals/${referral}`)).body).toContain(`/people/${person}/closings/new`);
    expect(await open(person)).toEqual(['assessment']);
    for (const { code, isWithFamily } of PERIOD_ENDED_REASONS.codes)
      if (!isWithFamily && code !== 'in error') {
        await world.rows('begin');
        await end(code);
        await world.rows('rollback');
      }
  }); // biome-ignore format: statements read in one line

  it('are decided by a manager, with the reason, and never twice of one kind', async () => {
    const { referral, person } = await referred('Kit');
    await accept(referral);
    const at = `/people/${person}/periods-of-service`;
    const both = await Promise.all([mira.post(at, begun), mira.post(at, begun)]);
    expect(both.map((reply) => reply.statusCode).toSorted()).toEqual([303, 422]);
    expect(await open(person)).toEqual(['assessment', 'in need']);
    const insert =
      "insert into period_of_service (id, person_id, kind, basis, basis_words, began_on) values ($1, $2, 'in need', 'decided', 'Again', '2026-11-20')";
    await expect(world.rows(insert, [randomUUID(), person])).rejects.toThrow(/period_of_service_one_open/);
    const early = insert.replace("'in need'", "'leaving care'").replace('2026-11-20', '2015-06-07');
    await expect(world.rows(early, [randomUUID(), person])).rejects.toThrow(/within the life/);
  });

  it('ask again at the field for what cannot be, and lose no word', async () => {
    const { referral, person } = await referred('Jem');
    await accept(referral);
    const reply = await mira.post(`/people/${person}/periods-of-service`, { ...begun, beganOn: '7 6 2015' });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('must be on or after 8 June 2015, when Jem Dunlin was born');
    expect(reply.body).toContain('They need help at home for some months.');
    const late = await mira.post(`/people/${person}/periods-of-service`, { ...begun, beganOn: '1 1 2099' });
    expect(late.body).toContain('must be today or in the past');
  });

  it('end with what began them, and with the last one nobody works with the child or sees it any longer', async () => {
    const { referral, person } = await referred('Ash');
    await accept(referral);
    await world.within((made) =>
      allocate(made, { personId: person, staffId: tess.staffId, fromOn: made.today }),
    );
    expect((await tess.get(`/people/${person}`)).statusCode).toBe(200);
    const [period] = await world.rows('select id from period_of_service where person_id = $1', [person]);
    const at = `/periods-of-service/${period?.['id']}`;
    expect((await tess.post(`${at}/ending`, ended)).statusCode).toBe(403);
    expect((await mira.post(`${at}/ending`, { ...ended, endedOn: '1 1 2020' })).body).toContain(
      'when it began',
    );
    expect((await mira.post(`${at}/ending`, { ...ended, words: '' })).statusCode).toBe(422);
    expect((await mira.post(`${at}/ending`, ended)).statusCode).toBe(303);
    expect(await world.rows('select 1 from referral where id = $1 and ended_on is null', [referral])).toEqual(
      [],
    );
    expect(await world.rows('select 1 from sight where person_id = $1', [person])).toEqual([]);
    expect((await tess.get(`/people/${person}`)).statusCode).toBe(404);
    expect((await tess.get(at)).statusCode).toBe(404);
  });

  it('are known as they stood before, also where they were there before there were periods', async () => {
    const { referral, person } = await referred('Sorrel');
    await accept(referral);
    const [clock] = await world.rows<{ at: Date }>('select clock_timestamp() as at');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await mira.post(`/referrals/${referral}/ending`, notWork('in error'));
    const known = (at: string) =>
      world.rows(
        `select kind, ended_on is null as open from open_period_known where person_id = $1 and set_config('app.known_at', $2, false) is not null`,
        [person, at],
      );
    const asKnown = async () => {
      await world.rows("select set_config('app.known_at', $1, false)", [clock?.at.toISOString()]);
      return known(clock?.at.toISOString() ?? '');
    };
    const standing = await asKnown();
    await world.rows('delete from period_of_service where person_id = $1', [person]);
    await world.rows('delete from period_of_service_history where person_id = $1', [person]);
    await world.rows('select periods_of_what_stands()');
    expect(standing).toEqual([{ kind: 'assessment', open: true }]);
    expect(await asKnown()).toEqual(standing);
    await world.rows("select set_config('app.known_at', '', false)");
    expect(await periods(person)).toMatchObject([{ open: false, ended_reason: 'work done' }]);
  });

  it('are not for who may not, nor for whoever does not see the child', async () => {
    const { referral, person } = await referred('Linnet');
    await accept(referral);
    const at = `/people/${person}/periods-of-service`;
    expect((await (await world.as('wren')).get(at)).statusCode).toBe(403);
    expect((await (await world.as('fern')).get(at)).statusCode).toBe(404);
    expect((await (await world.as('cleo')).post(at, begun)).statusCode).toBe(403);
  });
});
