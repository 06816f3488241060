import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { allocate } from '../../people/allocation/index.ts';
import { createPerson } from '../../people/person/index.ts';

describe('The list of visible children', () => {
  let world: World;
  let tess: Worker;
  beforeAll(async () => {
    world = await openStillWorld();
    tess = await world.as('tess');
  });
  afterAll(() => world.close());

  const openChild = (givenName: string, acceptedOn: string, worker: Id) =>
    world.within(async (made) => {
      const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
      const { id: person } = await createPerson(made, { names, bornOn: day('2015-05-05') });
      const referral = { source: '2A', what_was_said: 'Said.', reason: 'Worried.' };
      const on = { referred_on: day(acceptedOn), accepted_on: day(acceptedOn), referred_at: made.now };
      await made.db
        .insertInto('referral')
        .values({ id: made.newId(), person_id: person, ...on, ...referral })
        .execute();
      await allocate(made, { personId: person, staffId: worker, fromOn: day(acceptedOn) });
      return person;
    });
  const visited = (person: Id, on: string, seen: boolean) => {
    const visit = randomUUID();
    return world.rows(
      `begin; insert into visit (id, visited_on, place, manner, visited_by) values ('${visit}', '${on}', 'school', 'planned', '${tess.staffId}');
       insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen) values ('${randomUUID()}', '${visit}', '${person}', ${seen}, ${seen}, false); commit`,
    );
  };
  const mainOf = async (worker: Worker, path: string) =>
    (await worker.get(path)).body.split('<main')[1]?.split('</main>')[0] ?? '';

  it('puts first whom nobody has seen for longest, says who saw a child last, where and whether alone, and whose rule it is', async () => {
    const [seen, never, late] = [
      await openChild('Seen', '2026-09-01', tess.staffId),
      await openChild('Never', '2026-09-10', tess.staffId),
      await openChild('Late', '2026-09-01', tess.staffId),
    ];
    await visited(seen, '2026-11-20', true);
    await visited(late, '2026-09-02', true);
    await visited(late, '2026-11-20', false);
    const page = await mainOf(tess, '/visible-children');
    const order = ['Late Sandpiper', 'Never Sandpiper', 'Seen Sandpiper'].map((name) => page.indexOf(name));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    for (const words of ['3 open, 2 to be seen before today', 'Not seen yet; open since 10 September', 'At school or nursery, alone', 'Tess Windlass', 'English default, confirm locally'])
      expect(page).toContain(words);
    expect(await mainOf(tess, '/my-work')).toContain('2 overdue visits wait');
    expect(await mainOf(tess, `/people/${never}/visits`)).toContain('A visit was due 8 October');
  }); // biome-ignore format: a list reads as a list

  it('shows a worker their own children, and nobody’s to whom no child is shown', async () => {
    const ivo = await world.as('ivo');
    await openChild('Ours', '2026-11-02', ivo.staffId);
    expect(await mainOf(ivo, '/visible-children')).toContain('Ours Sandpiper');
    expect(await mainOf(tess, '/visible-children')).not.toContain('Ours Sandpiper');
    expect((await (await world.as('nell')).get('/visible-children')).statusCode).toBe(403);
  });

  it('begins with the worker’s own, and everybody whom they may see is one choice away', async () => {
    const ivo = await world.as('ivo');
    await world.rows(
      `insert into absence (id, staff_id, covered_by, from_at, until_at) values ($1, $2, $3, now() - interval '1 day', now() + interval '1 day')`,
      [randomUUID(), ivo.staffId, tess.staffId],
    );
    expect(await mainOf(tess, '/visible-children')).not.toContain('Ours Sandpiper');
    const everybody = await mainOf(tess, '/visible-children?mine=no');
    expect(everybody).toContain('Ours Sandpiper');
    expect(everybody).toContain('href="/visible-children?mine=yes"');
    expect(await mainOf(tess, '/calendar-of-gaps')).not.toContain('Ours Sandpiper');
    expect(await mainOf(tess, '/calendar-of-gaps?mine=no')).toContain('Ours Sandpiper');
  });
});
