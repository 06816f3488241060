import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { later } from '../../../../test/support/later.ts';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../allocation/index.ts';
import { addAddress, createPerson, joinHousehold, relate } from '../person/index.ts';

describe('The household of a child', () => {
  let world: World;
  let nell: Worker;
  beforeAll(async () => {
    world = await openStillWorld();
    nell = await world.as('nell');
  });
  afterAll(() => world.close());

  const born = (givenName: string, bornOn?: string, more: { dueOn?: string } = {}) =>
    world.within(
      async (made) =>
        (
          await createPerson(made, {
            names: [{ kind: 'used', givenName, familyName: 'Barnacle' }],
            ...(bornOn === undefined ? {} : { bornOn: day(bornOn) }),
            ...(more.dueOn === undefined ? {} : { dueOn: day(more.dueOn) }),
          })
        ).id,
    );
  const family = async () => {
    const [child, mother] = [await born('Saffron', '2015-06-08'), await born('Rosa', '1988-02-01')];
    await world.within(async (made) => {
      await relate(made, { personId: child, otherId: mother, kind: 'mother' });
    });
    return { child, mother };
  };
  const said = (otherId: Id, more: Record<string, string | string[]> = {}) => ({
    otherId,
    whoMoves: 'other',
    kind: 'home',
    movedOn: '1/5/2019',
    sureness: 'known',
    provenance: 'family',
    why: 'Her lease had ended.',
    ...more,
  });
  const moveIn = (who: Worker, child: Id, answers: Record<string, string | string[]>) =>
    who.post(`/people/${child}/household-memberships`, answers);
  const page = async (who: Worker, child: Id, known = '') =>
    (await who.get(`/people/${child}/household${known}`)).body;
  const membershipOf = async (person: Id) => {
    const [row] = await world.rows<{ id: string }>(
      'select id from household_membership where person_id = $1 and withdrawn_at is null order by recorded_at desc limit 1',
      [person],
    );
    return row?.id ?? '';
  };

  it('says who lives with them, what they are to them, since when, who said so and why', async () => {
    const { child, mother } = await family();
    expect((await moveIn(nell, child, said(mother))).statusCode).toBe(303);
    const shown = await page(nell, child);
    for (const words of [
      'Rosa Barnacle, 38',
      'Mother',
      'Since when is not known',
      'Her lease had ended.',
      'A parent, carer or relative',
      'Saffron Barnacle',
      'as far as it is on record and you may see it',
    ])
      expect(shown).toContain(words);
    expect((await nell.get(`/people/${mother}/household`)).body).toContain('Child');
    expect((await nell.get(`/people/${child}/timeline`)).body).toContain('/household');
  });

  it('has somebody move out, and shows that they lived together until then', async () => {
    const { child, mother } = await family();
    await moveIn(nell, child, said(mother, { whoMoves: 'this' }));
    const at = `/household-memberships/${await membershipOf(child)}`;
    const left = {
      leavingOn: '3/6/2020',
      surenessOfLeaving: 'about',
      provenanceOfLeaving: 'child',
      leavingWhy: 'To live with her father.',
    };
    expect((await nell.post(`${at}/endings`, { ...left, leavingOn: '3/6/2018' })).body).toContain(
      'They live there since 1 May 2019',
    );
    expect((await nell.post(`${at}/endings`, left)).statusCode).toBe(303);
    const shown = await page(nell, child);
    expect(shown).toContain('Lived there from 1 May 2019 until about 3 June 2020');
    expect(shown).toContain('To live with her father.');
    expect(shown).toContain('Nobody has said with whom Saffron Barnacle lives now');
    expect((await nell.post(`${at}/endings`, left)).body).toContain('It has ended');
    const told = (await nell.get(`/people/${child}/timeline`)).body;
    expect(told).toContain('Moved into a household');
    expect(told).toContain('Moved out of a household');
  });

  it('lets a child live in two households by days, and in one home at a time', async () => {
    const { child, mother } = await family();
    const father = await born('Otto', '1987-03-03');
    await moveIn(nell, child, said(mother, { whoMoves: 'this' }));
    const twice = await moveIn(nell, child, said(father, { whoMoves: 'this', movedOn: '1/1/2022' }));
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain(
      'Saffron Barnacle is on record in another household, since 1 May 2019. Tick that they left it',
    );
    const shared = {
      whoMoves: 'this',
      movedOn: '1/1/2022',
      kind: 'part of the time',
      days: ['friday', 'saturday'],
      daysWords: 'every other week',
    };
    expect((await moveIn(nell, child, said(father, shared))).statusCode).toBe(303);
    const shown = await page(nell, child);
    expect(shown).toContain('Part of the time: Friday, Saturday; every other week');
    expect(shown).toContain('Lives with now, at home');
    expect(shown).toContain('Lives with now, in one of their households');
    expect((await moveIn(nell, child, said(father, { days: ['monday'] }))).body).toContain(
      'Days are only for somebody who lives there part of the time',
    );
  });

  it('has a child move from one home to another in one step', async () => {
    const { child, mother } = await family();
    const father = await born('Otto', '1987-03-03');
    await moveIn(nell, child, said(mother, { whoMoves: 'this' }));
    const away = { whoMoves: 'this', movedOn: '4/4/2023', leaves: 'yes', why: 'A court said so.' };
    expect((await moveIn(nell, child, said(father, { ...away, movedOn: '4/4/2018' }))).body).toContain(
      'lived where they lived before, since 1 May 2019',
    );
    expect(
      (await moveIn(nell, child, said(father, { ...away, movedOn: '', sureness: 'not known' }))).body,
    ).toContain('Enter at least about when');
    expect((await moveIn(nell, child, said(father, away))).statusCode).toBe(303);
    const shown = await page(nell, child);
    expect(shown).toContain('Lived there from 1 May 2019 until 4 April 2023');
    expect(shown).toContain('4 April 2023');
  });

  it('refuses days before birth, after death, before the beginning and ahead, in plain words; so does the database', async () => {
    const { child, mother } = await family();
    const unborn = await born('Baby', undefined, { dueOn: '2027-03-01' });
    await world.rows("update person set died_on = '2024-05-05' where id = $1", [mother]);
    const refused = async (answers: Record<string, string | string[]>, words: string) => {
      const reply = await moveIn(nell, child, answers);
      expect(reply.statusCode, words).toBe(422);
      expect(reply.body).toContain(words);
    };
    await refused(said(mother, { whoMoves: 'this', movedOn: '1/5/2015' }), 'was born on 8 June 2015');
    await refused(said(mother, { movedOn: '6/5/2024' }), 'died on 5 May 2024');
    await refused(said(mother, { leftOn: '1/4/2019' }), 'must not be before the day they came');
    await refused(said(mother, { movedOn: 'tomorrow' }), 'must be today or in the past');
    await refused(said(mother, { movedOn: '' }), 'Enter the day, or select that it is not known');
    await refused(said(mother, { sureness: 'not known' }), 'Leave the day out');
    await refused(said(unborn, { movedOn: '1/5/2026' }), 'was not expected before 25 May 2026');
    expect((await moveIn(nell, child, said(unborn, { movedOn: '1/11/2026' }))).statusCode).toBe(303);
    const [home] = await world.rows<{ id: string }>(
      'select household_id as id from household_membership where person_id = $1',
      [unborn],
    );
    const keep = (person: Id, kind: string, from: string, until?: string) =>
      world.rows(
        'insert into household_membership (id, household_id, person_id, kind, from_on, until_on) values (gen_random_uuid(), $1, $2, $3, $4, $5)',
        [home?.id, person, kind, from, until],
      );
    await expect(keep(child, 'home', '2015-05-01')).rejects.toThrow('within their life');
    await expect(keep(mother, 'home', '2024-05-06')).rejects.toThrow('within their life');
    await expect(keep(child, 'home', '2100-01-01')).rejects.toThrow('ahead of today');
    await expect(keep(child, 'home', '2020-01-01', '2019-01-01')).rejects.toThrow('check constraint');
    await keep(mother, 'home', '2010-01-01', '2012-01-01');
    await expect(keep(mother, 'home', '2011-01-01', '2013-01-01')).rejects.toThrow('one_home');
    await expect(keep(unborn, 'part of the time', '2026-11-10')).rejects.toThrow('household_membership_once');
  });

  it('takes back what was wrong, says it anew, and can be read as it was known before', async () => {
    const { child, mother } = await family();
    await moveIn(nell, child, said(mother, { whoMoves: 'this' }));
    const before = new Date().toISOString();
    const at = `/household-memberships/${await membershipOf(child)}`;
    const right = {
      kind: 'home',
      movedOn: '1/9/2019',
      sureness: 'known',
      provenance: 'child',
      why: 'It was the autumn, she says.',
    };
    expect((await nell.post(`${at}/corrections`, right)).statusCode).toBe(303);
    const shown = await page(nell, child);
    expect(shown).toContain('Since 1 September 2019');
    expect(shown).toContain('It was the autumn, she says.');
    expect(shown).toContain('Taken back');
    const known = await later(6, () => page(nell, child, `?known=${encodeURIComponent(before)}`));
    expect(known).toContain('Since 1 May 2019');
    expect(known).not.toContain('It was the autumn');
    const again = `/household-memberships/${await membershipOf(child)}`;
    expect((await nell.post(`${again}/withdrawals`, { withdrawnWhy: 'It was her sister.' })).statusCode).toBe(
      303,
    );
    expect(await page(nell, child)).toContain('Nobody has said with whom');
    expect((await nell.get(`/people/${child}/timeline`)).body).toContain('It was her sister.');
    expect((await nell.post(`${again}/withdrawals`, { withdrawnWhy: 'Once more.' })).statusCode).toBe(422);
  });

  it('moves to another address as a whole, and each address keeps its time', async () => {
    const { child, mother } = await family();
    await moveIn(nell, child, said(mother));
    await world.within(async (made) => {
      for (const id of [child, mother])
        await addAddress(made, id, { lines: '7 Shingle Lane', fromOn: day('2019-05-01') });
    });
    const move = {
      'members.0.personId': child,
      'members.0.comes': 'yes',
      'members.1.personId': mother,
      'members.1.comes': 'yes',
      lines: '3 Gull Row',
      movedOn: '2/2/2024',
      sureness: 'about',
      provenance: 'family',
      why: 'The house was sold.',
    };
    const at = `/people/${child}/household-moves`;
    expect((await nell.get(`${at}/new`)).body).toContain('Rosa Barnacle');
    expect((await nell.post(at, { ...move, movedOn: '2/2/2019' })).body).toContain(
      'lives where they live now since 1 May 2019',
    );
    expect((await nell.post(at, { ...move, 'members.1.personId': await born('Nobody') })).statusCode).toBe(
      422,
    );
    expect((await nell.post(at, move)).statusCode).toBe(303);
    const shown = await page(nell, mother);
    for (const words of [
      '3 Gull Row',
      'since about 2 February 2024',
      'until about 2 February 2024',
      'The house was sold.',
    ])
      expect(shown).toContain(words);
    await world.within((made) => addAddress(made, mother, { lines: '9 Cove End', guarded: true }));
    expect((await nell.post(at, { ...move, movedOn: '5/5/2025' })).body).toContain(
      'is guarded. Ask the MASH decision maker',
    );
  });

  it('shows somebody who may not be seen in no line, gap or count, and a guarded address of before to nobody without the class', async () => {
    const { child, mother } = await family();
    await moveIn(nell, child, said(mother, { whoMoves: 'this' }));
    await world.within((made) => addAddress(made, child, { lines: '3 Gull Row', fromOn: day('2019-05-01') }));
    const masked = async () =>
      (
        await Promise.all(
          ['household', 'timeline', 'details', 'household-moves/new'].map((path) =>
            nell.get(`/people/${child}/${path}`),
          ),
        )
      ).map(({ body }) =>
        body.replaceAll(/name="submission-key" value="[^"]+"|nonce="[^"]+"|nonce-[\w+/=-]+/g, ''),
      );
    const before = await masked();
    const sealed = await born('Hidden', '2012-01-01');
    const [own] = await world.rows<{ id: Id }>(
      'select household_id as id from household_membership where person_id = $1',
      [child],
    );
    await world.within(async (made) => {
      await joinHousehold(made, [sealed], own?.id);
      await addAddress(made, child, {
        lines: '1 Secret Steps',
        guarded: true,
        fromOn: day('2017-01-01'),
        untilOn: day('2019-05-01'),
      });
    });
    expect((await masked())[0]).toContain('Hidden Barnacle');
    const dara = (await world.as('dara')).staffId;
    await world.rows(
      `with w as (insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Adoption', now(), $2) returning id)
       insert into wall_name select id, $2 from w`,
      [sealed, dara],
    );
    expect(await masked()).toEqual(before);
    const seen = await page(await world.as('dara'), child);
    expect(seen).toContain('Hidden Barnacle');
    expect(seen).toContain('1 Secret Steps');
    const to = `/household-memberships/${await membershipOf(sealed)}`;
    expect((await nell.get(to)).statusCode).toBe(404);
    expect((await nell.post(`${to}/endings`, {})).statusCode).toBe(404);
  });

  it('is one where two records are one', async () => {
    const [{ child, mother }, twin] = [await family(), await born('Saffron', '2015-06-08')];
    await moveIn(nell, twin, said(mother, { whoMoves: 'this' }));
    const [row] = await world.rows<{ id: string }>(
      `insert into duplicate_proposal (id, person_id, other_id, occasion, likelihood, proposed_at)
       values (gen_random_uuid(), least($1::uuid, $2), greatest($1::uuid, $2), 'at night', 0.98, now()) returning id`,
      [child, twin],
    );
    const cleo = await world.as('cleo');
    const merging = {
      keptId: child,
      identifiers: ['date of birth', 'family name'],
      reason: 'One girl.',
    };
    expect((await cleo.post(`/duplicates/${row?.id}/merges`, merging)).statusCode).toBe(303);
    const shown = await page(cleo, child);
    expect(shown).toContain('Since 1 May 2019');
    expect(shown.split('Rosa Barnacle, 38')).toHaveLength(2);
    expect((await moveIn(cleo, child, said(mother, { whoMoves: 'this' }))).body).toContain(
      'is in that household already',
    );
    expect(await page(cleo, mother)).not.toContain(twin);
  });

  it('is for whoever works with the child; another worker finds nothing, and an agency is refused', async () => {
    const { child, mother } = await family();
    const tess = await world.as('tess');
    await world.within((made) =>
      allocate(made, { personId: child, staffId: tess.staffId, fromOn: day('2026-11-02') }),
    );
    expect((await moveIn(tess, child, said(mother, { whoMoves: 'this' }))).statusCode).toBe(303);
    expect(await page(tess, child)).toContain('Rosa Barnacle');
    const [ivo, wren] = [await world.as('ivo'), await world.as('wren')];
    for (const path of ['household', 'household-memberships/new', 'household-moves/new']) {
      expect((await ivo.get(`/people/${child}/${path}`)).statusCode, path).toBe(404);
      expect((await wren.get(`/people/${child}/${path}`)).statusCode, path).toBe(403);
    }
    expect((await moveIn(ivo, child, said(mother))).statusCode).toBe(404);
    const nobody = await born('Nobody', '1999-09-09');
    for (const other of [nobody, '00000000-0000-4000-8000-000000000009' as Id])
      expect((await moveIn(tess, child, said(other))).statusCode).toBe(422);
  });
});
