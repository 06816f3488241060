import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson, joinHousehold } from '../../people/person/index.ts';

describe('The caseload of a worker', () => {
  let world: World;
  let [mira, tess, ivo]: Worker[] = [];
  let children: readonly Id[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [mira, tess, ivo] = [await world.as('mira'), await world.as('tess'), await world.as('ivo')];
    children = await world.within(async (made) => {
      const ids: Id[] = [];
      for (const givenName of ['Alder', 'Beech', 'Cedar']) {
        const { id } = await createPerson(made, {
          names: [{ kind: 'used', givenName, familyName: 'Skerry' }],
        });
        ids.push(id);
        await made.db
          .insertInto('period_of_service')
          .values({
            id: made.newId(),
            person_id: id,
            kind: 'in need',
            basis: 'decided',
            basis_words: 'Help',
            began_on: day('2026-11-10'),
          })
          .execute();
        await allocate(made, { personId: id, staffId: tess?.staffId ?? id, fromOn: day('2026-11-10') });
      }
      await joinHousehold(made, ids.slice(0, 2), undefined);
      return ids;
    });
  });
  afterAll(() => world.close());

  const sees = async (who: Worker | undefined, child: Id | undefined) =>
    (await who?.get(`/people/${child}`))?.statusCode === 200;

  it('is told as children, families and points, and counts one whom the asker may not see', async () => {
    const of = async (who: Worker | undefined) => (await who?.get(`/caseloads/${tess?.staffId}`))?.body ?? '';
    expect(await of(mira)).toContain('3 children, 2 families, 12 points; full at 20');
    const [wall] = await world.rows(
      "insert into wall (id, person_id, kind, reason, began_at, decided_by) values (gen_random_uuid(), $1, 'sealed', 'Adoption', now(), $2) returning id",
      [children[2], tess?.staffId],
    );
    expect(await of(mira)).toContain('3 children, 2 families, 12 points');
    expect(await of(mira)).toContain('1 more child is counted whom you may not see');
    expect(await of(mira)).not.toContain('Cedar');
    await world.rows('delete from wall where id = $1', [wall?.['id']]);
    expect((await mira?.get('/caseloads'))?.body).toContain('English default, confirm locally');
  });

  it('is for the worker’s own team and whoever sees everyone; another team finds nothing there', async () => {
    const at = `/caseloads/${tess?.staffId}`;
    const fern = await world.as('fern');
    expect([(await ivo?.get(at))?.statusCode, (await fern.get(at)).statusCode]).toEqual([200, 404]);
    expect((await (await world.as('hugo')).get(at)).statusCode).toBe(200);
    expect((await ivo?.get(at))?.body).not.toContain('Alder');
    expect((await fern.get('/caseloads')).body).not.toContain('Tess Windlass');
    expect((await (await world.as('bea')).get('/caseloads')).statusCode).toBe(403);
  });

  it('is covered while the worker is away: from that instant, until the last day, and no longer', async () => {
    const at = `/caseloads/${tess?.staffId}/absences`;
    const cover = { coveredBy: ivo?.staffId ?? '', untilOn: 'tomorrow' };
    expect((await tess?.post(at, cover))?.statusCode).toBe(403);
    expect((await mira?.post(at, { ...cover, untilOn: 'yesterday' }))?.body).toContain(
      'must be today or later',
    );
    expect(await sees(ivo, children[0])).toBe(false);
    expect((await mira?.post(at, cover))?.statusCode).toBe(303);
    expect((await mira?.post(at, cover))?.body).toContain('They cover already');
    expect(await sees(ivo, children[0])).toBe(true);
    expect((await ivo?.get('/desk'))?.body).toMatch(/Covered for Tess Windlass until/);
    const [until] = await world.rows<{ until: Date }>(
      "select until from sight where person_id = $1 and principal = $2 and ground = 'allocation'",
      [children[0], ivo?.staffId],
    );
    const hours = ((until?.until.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(50);
    const [absence] = await world.rows('select id from absence where ended_at is null');
    expect((await ivo?.post(`/absences/${absence?.['id']}/ending`))?.statusCode).toBe(403);
    expect((await mira?.post(`/absences/${absence?.['id']}/ending`))?.statusCode).toBe(303);
    expect(await sees(ivo, children[0])).toBe(false);
    expect(await sees(tess, children[0])).toBe(true);
  });

  it('that is covered goes on with a child who comes to it meanwhile', async () => {
    await mira?.post(`/caseloads/${tess?.staffId}/absences`, {
      coveredBy: ivo?.staffId ?? '',
      untilOn: 'today',
    });
    const late = await world.within(async (made) => {
      const { id } = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Damson', familyName: 'Skerry' }],
      });
      await allocate(made, { personId: id, staffId: tess?.staffId ?? id, fromOn: made.today });
      return id;
    });
    expect(await sees(ivo, late)).toBe(true);
    await world.rows("update absence set until_at = now() + interval '1 millisecond' where ended_at is null");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await sees(ivo, late)).toBe(false);
    const again = await mira?.post(`/caseloads/${tess?.staffId}/absences`, {
      coveredBy: ivo?.staffId ?? '',
      untilOn: 'today',
    });
    expect(again?.statusCode).toBe(303);
  });
});
