import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';

describe('Handing a child over', () => {
  let world: World;
  let [mira, tess, ivo, fern, hugo]: Worker[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [mira, tess, ivo] = [await world.as('mira'), await world.as('tess'), await world.as('ivo')];
    [fern, hugo] = [await world.as('fern'), await world.as('hugo')];
  });
  afterAll(() => world.close());

  const NOTE = 'She trusts the school nurse. The next visit is promised for Tuesday.';

  /** A child of Tess whose team is none of the viewers', so that sight is by allocation and offer alone. */
  const childOfTess = (givenName: string): Promise<Id> =>
    world.within(async (made) => {
      const { id } = await createPerson(made, { names: [{ kind: 'used', givenName, familyName: 'Plover' }] });
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
      return id;
    });
  const sees = async (who: Worker | undefined, child: Id) =>
    (await who?.get(`/people/${child}`))?.statusCode === 200;
  const offer = async (by: Worker | undefined, child: Id, to: Id | undefined): Promise<string> => {
    const reply = await by?.post(`/people/${child}/handovers`, { to: to ?? '', note: NOTE });
    expect(reply?.statusCode, reply?.body.slice(-2000)).toBe(303);
    return String(reply?.headers.location);
  };
  const worker = async (child: Id) =>
    (
      await world.rows(
        "select staff_id from allocation where person_id = $1 and kind = 'worker' and ended_on is null",
        [child],
      )
    )[0]?.['staff_id'];
  const team = async (title: string): Promise<Id> =>
    (await world.rows<{ id: Id }>('select id from team where title = $1', [title]))[0]?.id ?? ('' as Id);

  it('shows the child to whoever it is offered to, and leaves it with the first worker until they say yes', async () => {
    const child = await childOfTess('Brent');
    expect(await sees(ivo, child)).toBe(false);
    const at = await offer(tess, child, ivo?.staffId);
    expect([await sees(ivo, child), await sees(tess, child)]).toEqual([true, true]);
    expect(await worker(child)).toBe(tess?.staffId);
    expect((await ivo?.get('/desk'))?.body).toContain('Offered to you');
    expect((await ivo?.get('/my-work'))?.body).toContain('1 handover waits');
    expect((await ivo?.get(at))?.body).toContain('She trusts the school nurse');
    expect((await ivo?.post(`${at}/acceptance`))?.statusCode).toBe(303);
    expect(await worker(child)).toBe(ivo?.staffId);
    expect([await sees(ivo, child), await sees(tess, child)]).toEqual([true, false]);
  });

  it('may be declined with a reason, and then out of sight', async () => {
    const child = await childOfTess('Curlew');
    const at = await offer(tess, child, ivo?.staffId);
    expect((await ivo?.post(`${at}/declining`))?.statusCode).toBe(422);
    expect((await ivo?.post(`${at}/declining`, { reason: 'I know the father.' }))?.statusCode).toBe(303);
    expect([await sees(ivo, child), await worker(child)]).toEqual([false, tess?.staffId]);
    expect((await tess?.get(at))?.body).toContain('I know the father.');
  });

  it('may be taken back, and is answered once', async () => {
    const child = await childOfTess('Diver');
    const at = await offer(tess, child, ivo?.staffId);
    const both = await Promise.all([ivo?.post(`${at}/acceptance`), tess?.post(`${at}/withdrawal`)]);
    expect(both.map((reply) => reply?.statusCode).filter((status) => status === 303)).toHaveLength(1);
    const open =
      'select 1 from handover where person_id = $1 and accepted_at is not null and withdrawn_at is not null';
    expect(await world.rows(open, [child])).toEqual([]);
    const again = await childOfTess('Eider');
    const second = await offer(mira, again, ivo?.staffId);
    expect((await tess?.post(`${second}/withdrawal`))?.statusCode).toBe(303);
    expect(await sees(ivo, again)).toBe(false);
    expect((await ivo?.post(`${second}/acceptance`))?.statusCode).toBe(404);
  });

  it('to another team is accepted by saying who of it works with the child; the first team loses sight', async () => {
    const child = await childOfTess('Fulmar');
    await world.rows('update period_of_service set team_id = $2 where person_id = $1', [
      child,
      await team('Assessment and support'),
    ]);
    expect(await sees(ivo, child)).toBe(true);
    const at = await offer(tess, child, await team('Early help'));
    expect(await sees(fern, child)).toBe(true);
    expect((await fern?.post(`${at}/acceptance`, { staffId: fern?.staffId ?? '' }))?.body).toContain(
      'Only whoever it is offered to',
    );
    expect((await hugo?.post(`${at}/acceptance`))?.body).toContain('Select who of your team works with them');
    expect((await hugo?.post(`${at}/acceptance`, { staffId: tess?.staffId ?? '' }))?.statusCode).toBe(422);
    expect((await hugo?.post(`${at}/acceptance`, { staffId: fern?.staffId ?? '' }))?.statusCode).toBe(303);
    expect(await worker(child)).toBe(fern?.staffId);
    expect([
      await sees(fern, child),
      await sees(tess, child),
      await sees(ivo, child),
      await sees(mira, child),
    ]).toEqual([true, false, false, false]);
  });

  it('refuses a second offer, an offer to the worker, and an offer by whoever does not work with the child', async () => {
    const child = await childOfTess('Gannet');
    const to = (by: Worker | undefined, staff: Worker | undefined) =>
      by?.post(`/people/${child}/handovers`, { to: staff?.staffId ?? '', note: NOTE });
    const self = await to(tess, tess);
    expect([self?.statusCode, self?.body.includes(NOTE)]).toEqual([422, true]);
    expect((await to(ivo, ivo))?.statusCode).toBe(404);
    await offer(tess, child, ivo?.staffId);
    expect((await to(tess, fern))?.body).toContain('is offered to somebody already');
    expect((await to(ivo, fern))?.body).toContain('Take that back first');
    expect((await (await world.as('cleo')).post(`/people/${child}/handovers`, {})).statusCode).toBe(403);
    expect((await fern?.get(`/people/${child}/handovers/new`))?.statusCode).toBe(404);
  });

  it('ends when nothing is open for the child any longer', async () => {
    const child = await childOfTess('Heron');
    const at = await offer(tess, child, ivo?.staffId);
    await world.rows(
      "update period_of_service set ended_on = '2026-11-21', ended_reason = 'died' where person_id = $1",
      [child],
    );
    expect(await sees(ivo, child)).toBe(false);
    expect((await ivo?.post(`${at}/acceptance`))?.statusCode).toBe(404);
  });
});
