import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { addDays, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';
import { sightOfEach } from '../next-visit/index.ts';

describe('A declared period', () => {
  let world: World;
  let mira: Worker;
  let tess: Worker;
  beforeAll(async () => {
    world = await openWorld();
    mira = await world.as('mira');
    tess = await world.as('tess');
  });
  afterAll(() => world.close());

  const openChild = (givenName: string, kind = 'in need') =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
      const { id } = await createPerson(made, { names, bornOn: day('2015-05-05') });
      const began = addDays(made.today, -10);
      await made.db
        .insertInto('period_of_service')
        .values({ id: made.newId(), person_id: id, kind, basis: 'decided', basis_words: 'Why', began_on: began })
        .execute(); // biome-ignore format: a row reads as a row
      await allocate(made, { personId: id, staffId: tess.staffId, fromOn: began });
      return id;
    });
  const seenToday = (child: Id) =>
    world.within(async (made) => {
      const visit = made.newId();
      await made.db
        .insertInto('visit')
        .values({ id: visit, visited_on: made.today, place: 'video', manner: 'planned', visited_by: tess.staffId })
        .execute(); // biome-ignore format: a row reads as a row
      await made.db
        .insertInto('visit_child')
        .values({ id: made.newId(), visit_id: visit, person_id: child, seen: true, alone: true, bedroom_seen: false })
        .execute(); // biome-ignore format: a row reads as a row
    });
  const sightOf = (child: Id) => world.within(async ({ db }) => (await sightOfEach(db, [child])).get(child));
  const ANSWERS = { title: 'Schools closed', reason: 'Decided by the Assembly.', forWhom: 'all', days: '5', fromOn: 'today' }; // biome-ignore format: answers read in one line
  const declare = (answers: Record<string, string> = {}, by = mira) =>
    by.post('/declared-periods', { ...ANSWERS, ...answers });

  it('asks for a visit on the earlier of two days, from its first day on, and on nobody is late by it at once', async () => {
    const child = await openChild('Wren');
    const before = await sightOf(child);
    const reply = await declare();
    expect(reply.statusCode).toBe(303);
    const during = await sightOf(child);
    expect(during?.isDeclared).toBe(true);
    expect(String(during?.dueOn) < String(before?.dueOn)).toBe(true);
    expect(during?.countedFrom).toBe(await world.within(async ({ today }) => today));
    const pages = await Promise.all(
      [`/people/${child}/visits`, '/visible-children', '/what-is-asked-of-us', '/team'].map((at) =>
        mira.get(at),
      ),
    );
    for (const page of pages) expect(page.body).toContain('Schools closed');
    const unseen = async () => (await mira.get('/visible-children?show=unseen')).body;
    expect(await unseen()).toContain('Wren Sandpiper');
    await seenToday(child);
    expect(await unseen()).not.toContain('Wren Sandpiper');
    const at = String(reply.headers.location);
    expect((await mira.get(at)).body).toContain('1 of 1 children in your sight');
    expect((await mira.post(`${at}/ending`)).statusCode).toBe(303);
    expect((await sightOf(child))?.isDeclared).toBe(false);
    expect((await mira.post(`${at}/ending`)).statusCode).toBe(422);
  });

  it('changes nothing where the rule of the child asks for an earlier day, nor for children whom it is not for', async () => {
    const [child, helped] = [await openChild('Kit'), await openChild('Dab', 'early help')];
    const dues = async () => [(await sightOf(child))?.dueOn, (await sightOf(helped))?.dueOn];
    const before = await dues();
    const { headers } = await declare({ days: '300', forWhom: 'social care' });
    const other = await declare({ days: '2', forWhom: 'care' });
    expect(await dues()).toEqual(before);
    expect((await sightOf(child))?.declared?.title).toBe('Schools closed');
    expect((await sightOf(helped))?.declared).toBeUndefined();
    for (const reply of [headers.location, other.headers.location]) await mira.post(`${reply}/ending`);
  });

  it('is refused in words beside another for the same children, in the past, or with an end before its start', async () => {
    const first = await declare({ fromOn: 'today', untilOn: '31 12 2030' });
    const words = async (answers: Record<string, string>) => {
      const reply = await declare(answers);
      expect(reply.statusCode).toBe(422);
      expect(reply.body).toContain('Decided by the Assembly.');
      return reply.body;
    };
    expect(await words({ forWhom: 'care' })).toContain('is declared from');
    expect(await words({ fromOn: '1 1 2030' })).toContain('is declared from');
    expect(await words({ fromOn: 'yesterday' })).toContain('must be today or later');
    expect(await words({ fromOn: '2 1 2032', untilOn: '1 1 2032' })).toContain('on or after the first');
    expect(await words({ days: '0' })).toContain('between 1 and 365');
    await mira.post(`${first.headers.location}/ending`);
  });

  it('stands alone for its children by the word of the database, also when two are declared at once', async () => {
    const both = await Promise.all([declare(), declare({ forWhom: 'early help' })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    const overlapping = world.rows(
      `insert into declared_period (id, title, reason, for_whom, interval_days, from_on, declared_by) values (gen_random_uuid(), 'x', 'x', 'care', 1, '2020-01-01', $1), (gen_random_uuid(), 'x', 'x', 'all', 1, '2020-01-02', $1)`,
      [mira.staffId],
    );
    await expect(overlapping).rejects.toThrow('declared_for_all');
  });

  it('is declared by a manager of social care alone, and read by whoever reads visits', async () => {
    expect((await declare({}, tess)).statusCode).toBe(403);
    expect((await tess.get('/declared-periods')).body).not.toContain('Declare a period');
    expect((await (await world.as('nell')).get('/declared-periods')).statusCode).toBe(403);
    const nothing = '/declared-periods/00000000-0000-4000-8000-000000000000';
    expect((await mira.get(nothing)).statusCode).toBe(404);
    expect((await mira.get('/declared-periods/x')).statusCode).toBe(404);
  });
});
