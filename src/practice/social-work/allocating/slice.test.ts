import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';
import { teamFor } from '../../people/team/index.ts';

describe('Allocating a child who is open', () => {
  let world: World;
  let [mira, tess, ivo]: Worker[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [mira, tess, ivo] = [await world.as('mira'), await world.as('tess'), await world.as('ivo')];
  });
  afterAll(() => world.close());

  const openChild = (givenName: string, began = '2026-11-10'): Promise<Id> =>
    world.within(async (made) => {
      const { id } = await createPerson(made, {
        names: [{ kind: 'used', givenName, familyName: 'Turnstone' }],
      });
      await made.db
        .insertInto('period_of_service')
        .values({
          id: made.newId(),
          person_id: id,
          kind: 'in need',
          basis: 'decided',
          basis_words: 'Help at home',
          team_id: await teamFor(made.db, made.profile, 'social work'),
          began_on: day(began),
        })
        .execute();
      return id;
    });
  const ask = (
    by: Worker | undefined,
    child: Id,
    staff: Worker | undefined,
    more: Record<string, string> = {},
  ) => by?.post(`/people/${child}/allocations`, { staffId: staff?.staffId ?? '', kind: 'worker', ...more });
  const status = async (by: Worker | undefined, child: Id) => (await by?.get(`/people/${child}`))?.statusCode;

  it('lists who waits, the longest first, and no longer once somebody works with them', async () => {
    const [later, sooner] = [await openChild('Brill', '2026-11-12'), await openChild('Cobb', '2026-11-02')];
    const list = async () => (await mira?.get('/unallocated-children'))?.body ?? '';
    const before = await list();
    expect(before.indexOf('Cobb')).toBeGreaterThan(0);
    expect(before.indexOf('Cobb')).toBeLessThan(before.indexOf('Brill'));
    expect((await ask(mira, sooner, tess))?.statusCode).toBe(303);
    expect(await list()).not.toContain('Cobb');
    expect((await ask(mira, later, tess))?.statusCode).toBe(303);
    expect((await (await world.as('fern')).get('/unallocated-children')).body).not.toContain('Turnstone');
  });

  it('opens the child to the worker at that instant, with the load of each in sight', async () => {
    const child = await openChild('Dab');
    await world.rows("delete from sight where person_id = $1 and ground = 'what follows'", [child]);
    expect(await status(ivo, child)).toBe(404);
    const hugo = await world.as('hugo');
    expect((await hugo.get(`/people/${child}/allocations`)).body).toMatch(/\d+ families?|\d+ children/);
    expect((await ask(hugo, child, ivo))?.statusCode).toBe(303);
    expect(await status(ivo, child)).toBe(200);
    expect((await ivo?.get('/desk'))?.body).toContain('Dab Turnstone');
  });

  it('takes a co-worker, who stops when a manager says so; a second worker is a handover', async () => {
    const child = await openChild('Elver');
    await ask(mira, child, tess);
    const second = await ask(mira, child, ivo);
    expect(second?.statusCode).toBe(422);
    expect(second?.body).toContain('Tess Windlass works with Elver Turnstone. Hand');
    expect((await ask(mira, child, ivo, { kind: 'co-worker' }))?.statusCode).toBe(303);
    expect((await ask(mira, child, ivo, { kind: 'co-worker' }))?.body).toContain(
      'works with Elver Turnstone already',
    );
    const [row] = await world.rows("select id from allocation where person_id = $1 and kind = 'co-worker'", [
      child,
    ]);
    expect((await tess?.post(`/allocations/${row?.['id']}/ending`))?.statusCode).toBe(403);
    expect((await mira?.post(`/allocations/${row?.['id']}/ending`))?.statusCode).toBe(303);
    expect((await mira?.post(`/allocations/${row?.['id']}/ending`))?.statusCode).toBe(422);
  });

  it('is done once where two managers allocate at the same time', async () => {
    const child = await openChild('Fluke');
    const both = await Promise.all([ask(mira, child, tess), ask(await world.as('hugo'), child, ivo)]);
    expect(both.map((reply) => reply?.statusCode).toSorted()).toEqual([303, 422]);
    expect(await world.rows('select 1 from allocation where person_id = $1', [child])).toHaveLength(1);
  });

  it('warns before the child that fills a caseload, loses nothing, and lets the manager say why all the same', async () => {
    await world.within(async (made) => {
      const [carried] = await world.rows<{ n: number }>(
        "select count(*)::integer as n from allocation where staff_id = $1 and kind = 'worker' and ended_on is null",
        [ivo?.staffId],
      );
      for (let n = carried?.n ?? 0; n < 19; n++) {
        const { id } = await createPerson(made, {
          names: [{ kind: 'used', givenName: `Whelk${n}`, familyName: 'Load' }],
        });
        await allocate(made, { personId: id, staffId: ivo?.staffId ?? id, fromOn: made.today });
      }
    });
    const child = await openChild('Gar');
    const warned = await ask(mira, child, ivo);
    expect(warned?.statusCode).toBe(422);
    expect(warned?.body).toContain('One more child would fill the caseload of Ivo Mainsail (now 19 children');
    expect(warned?.body).toContain(`value="${ivo?.staffId}" checked`);
    expect((await ask(mira, child, ivo, { fullReason: 'He knows the family.' }))?.statusCode).toBe(303);
    expect((await mira?.get(`/people/${child}/allocations`))?.body).toContain('He knows the family.');
    expect((await mira?.get('/caseloads'))?.body).toContain('Full, or with one more');
  });

  it('refuses who has left, who is not of the list, and a child for whom nothing is open', async () => {
    const child = await openChild('Hake');
    expect((await ask(mira, child, await world.as('wren')))?.statusCode).toBe(422);
    const [left] = await world.rows(
      "insert into staff (id, given_name, family_name, started_on, left_on) values ($1, 'Gone', 'Away', '2018-01-01', '2026-01-01') returning id",
      [randomUUID()],
    );
    const gone = { staffId: left?.['id'], kind: 'worker' };
    expect((await mira?.post(`/people/${child}/allocations`, gone))?.body).toContain(
      'Select who works with them',
    );
    await expect(
      world.rows(
        "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'worker', '2026-11-20')",
        [randomUUID(), child, left?.['id']],
      ),
    ).rejects.toThrow(/nobody who has left/);
    const closed = await world.within((made) =>
      createPerson(made, { names: [{ kind: 'used', givenName: 'Ide', familyName: 'Turnstone' }] }),
    );
    expect((await ask(await world.as('hugo'), closed.id, tess))?.body).toContain(
      'Nothing is open for Ide Turnstone',
    );
  });

  it('is for managers alone, and a child who may not be seen is not there', async () => {
    const child = await openChild('Ling');
    expect((await ask(tess, child, tess))?.statusCode).toBe(403);
    expect((await ask(await world.as('fern'), child, tess))?.statusCode).toBe(403);
    expect((await (await world.as('fern')).get(`/people/${child}/allocations`)).statusCode).toBe(404);
    expect((await (await world.as('wren')).get('/unallocated-children')).statusCode).toBe(403);
  });
});
