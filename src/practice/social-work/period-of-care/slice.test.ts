import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { type Day, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';

const ANSWERS = {
  beganOn: '3/3/2024',
  basis: 'interim order',
  placement: 'foster carer',
  onIsland: 'no',
  decidedBy: 'Royal Court',
};
const ENDING = { endedOn: '5/5/2025', endDecidedBy: 'Hugo Pennant, head of service' };

describe('A period of care', () => {
  let world: World;
  let tess: Worker;
  beforeAll(async () => {
    world = await openStillWorld();
    tess = await world.as('tess');
  });
  afterAll(() => world.close());

  const childOf = (givenName: string, born: { bornOn?: Day; dueOn?: Day } = { bornOn: day('2015-06-08') }) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Limpet' }] as const;
      const { id } = await createPerson(made, { names, ...born });
      await allocate(made, { personId: id, staffId: tess.staffId, fromOn: day('2026-11-02') });
      return id;
    });
  const rowsOf = (child: Id) =>
    world.rows<{ id: string; began_on: Day; ended_on: Day | null; recorded_by: string }>(
      'select id, began_on, ended_on, recorded_by from period_of_care where person_id = $1 order by began_on',
      [child],
    );
  const begin = (child: Id, more = {}) =>
    tess.post(`/people/${child}/periods-of-care`, { ...ANSWERS, ...more });

  it('begins and ends from the page about the child, which says so, and is kept with who wrote it down', async () => {
    const child = await childOf('Juniper');
    const page = (await tess.get(`/people/${child}`)).body;
    expect(page).toContain('Neither in care nor on a protection plan.');
    expect(page).toContain(`/people/${child}/periods-of-care/new`);
    expect((await tess.get(`/people/${child}/periods-of-care/new`)).body).toContain(
      'English default, confirm locally',
    );
    expect((await begin(child)).headers['location']).toBe(`/people/${child}`);
    const after = (await tess.get(`/people/${child}`)).body;
    for (const words of [
      'In care',
      'another family',
      'off the island',
      'Article 30',
      'Since 3 March 2024',
      'Royal Court',
    ])
      expect(after).toContain(words);
    expect(after).not.toContain('periods-of-care/new');
    const [row] = await rowsOf(child);
    expect(row?.recorded_by).toBe(tess.staffId);
    expect((await tess.post(`/periods-of-care/${row?.id}/ending`, ENDING)).statusCode).toBe(303);
    expect((await tess.get(`/people/${child}`)).body).toContain('until 5 May 2025');
    expect(await world.rows('select ended_on from period_of_care_history where id = $1', [row?.id])).toEqual([
      { ended_on: null },
    ]);
  });

  it('is not offered on the page about an adult, nor accepted there', async () => {
    const adult = await childOf('Rosa', { bornOn: day('1990-06-08') });
    expect((await tess.get(`/people/${adult}`)).body).not.toContain('periods-of-care/new');
    expect((await begin(adult)).body).toContain('before 8 June 2008, when they turned 18');
  });

  it('asks at the field, keeps every word, and stores nothing that is wrong', async () => {
    const child = await childOf('Coral');
    const empty = await tess.post(`/people/${child}/periods-of-care`, { decidedBy: 'Royal Court, 4 March' });
    expect(empty.statusCode).toBe(422);
    for (const words of [
      'Enter the day on which they came into care',
      'Select the ground in law',
      'Royal Court, 4 March',
    ])
      expect(empty.body).toContain(words);
    const unborn = await childOf('Elder', { dueOn: day('2027-02-01') });
    for (const [of, beganOn, words] of [
      [child, '7/6/2015', 'on or after the date of birth, 8 June 2015'],
      [child, '31/12/2026', 'must be today or in the past'],
      [child, '30/2/2024', 'The first day'],
      [unborn, '1/11/2026', 'not born yet'],
    ] as const) {
      const answer = await begin(of, { beganOn });
      expect([beganOn, answer.statusCode]).toEqual([beganOn, 422]);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain('value="Royal Court"');
    }
    expect([...(await rowsOf(child)), ...(await rowsOf(unborn))]).toEqual([]);
  });

  it('stands once at a time, also when two begin it at the same moment', async () => {
    const child = await childOf('Reed');
    const hugo = await world.as('hugo');
    const path = `/people/${child}/periods-of-care`;
    const both = await Promise.all([
      tess.post(path, ANSWERS),
      hugo.post(path, { ...ANSWERS, beganOn: '1/5/2024' }),
    ]);
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([303, 422]);
    const [row] = await rowsOf(child);
    expect((await begin(child, { beganOn: '1/6/2025' })).body).toContain('End it first');
    const ending = `/periods-of-care/${row?.id}/ending`;
    expect((await tess.post(ending, { ...ENDING, endedOn: '1/1/2024' })).body).toContain(
      'on or after the first',
    );
    const ends = await Promise.all([tess.post(ending, ENDING), hugo.post(ending, ENDING)]);
    expect(ends.map((answer) => answer.statusCode).sort()).toEqual([303, 422]);
    expect((await begin(child, { beganOn: '4/5/2025' })).statusCode).toBe(422);
    expect((await begin(child, { beganOn: '5/5/2025' })).statusCode).toBe(303);
    expect(await rowsOf(child)).toHaveLength(2);
  });

  it('is refused by the database where the form should have: twice, before birth, as an adult, backwards, taken back', async () => {
    const child = await childOf('Sable');
    const insert = (beganOn: string, endedOn: string | null = null) =>
      world.rows(
        `insert into period_of_care (id, person_id, began_on, basis, placement, on_island, decided_by, ended_on, end_decided_by)
         values (gen_random_uuid(), $1, $2, 'agreed', 'other', true, 'X', $3::date, case when $3::date is null then null else 'X' end)`,
        [child, beganOn, endedOn],
      );
    await expect(insert('2015-06-07')).rejects.toThrow('before birth');
    await expect(insert('2033-06-08')).rejects.toThrow('of an adult');
    await expect(insert('2024-05-05', '2024-05-04')).rejects.toThrow('check constraint');
    await insert('2020-01-01', '2021-01-01');
    await expect(insert('2020-06-01')).rejects.toThrow('one_at_a_time');
    await insert('2021-01-01');
    await expect(insert('2022-01-01')).rejects.toThrow('one_at_a_time');
    await expect(
      world.rows('update period_of_care set ended_on = null, end_decided_by = null where person_id = $1', [
        child,
      ]),
    ).rejects.toThrow('set once');
  });

  it('is begun and ended by nobody who may not, and is not there for whoever does not see the child', async () => {
    const child = await childOf('Damson');
    await begin(child);
    const [row] = await rowsOf(child);
    const ending = `/periods-of-care/${row?.id}/ending`;
    for (const [who, status] of [
      ['nell', 403],
      ['fern', 403],
      ['wren', 403],
      ['ivo', 404],
    ] as const) {
      const worker = await world.as(who);
      const answers = await Promise.all([
        worker.get(`/people/${child}/periods-of-care/new`),
        worker.post(`/people/${child}/periods-of-care`, ANSWERS),
        worker.get(`${ending}/new`),
        worker.post(ending, ENDING),
      ]);
      expect([who, ...answers.map((answer) => answer.statusCode)]).toEqual([
        who,
        status,
        status,
        status,
        status,
      ]);
    }
    const nell = (await (await world.as('nell')).get(`/people/${child}`)).body;
    expect(nell).toContain('In care');
    expect(nell).not.toContain('/ending/new');
    expect(await rowsOf(child)).toMatchObject([{ ended_on: null }]);
  });
});
