import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild } from '../../../../test/support/open-children.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../language/id.ts';

describe('What an exercise showed', () => {
  let world: World;
  let [mira, hugo]: Worker[] = [];
  beforeAll(async () => {
    world = await openWorld();
    [mira, hugo] = await Promise.all([world.as('mira'), world.as('hugo')]);
  });
  afterAll(() => world.close());

  const exercise = async (title: string, frozenAt: string) => {
    await world.rows(
      'update rating_exercise set closed_at = greatest(now(), frozen_at), closed_by = frozen_by where closed_at is null',
    );
    const [row] = await world.rows<{ id: string }>(
      'insert into rating_exercise (id, title, frozen_at, frozen_by) values ($1, $2, $3, $4) returning id',
      [randomUUID(), title, frozenAt, hugo?.staffId],
    );
    return row?.id ?? '';
  };
  const rated = async (exerciseId: string, person: Id, at: string, harm: string, why: string) => {
    await world.rows(
      `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at, rating_case_id, follows)
       select $1, $2, $3, 'green', $4, 'What', $5, $6, c.id, (select r.id from case_rating r where r.person_id = $2 order by rated_at desc limit 1)
       from rating_case c where c.person_id = $2 and c.exercise_id = $7`,
      [randomUUID(), person, harm, why, hugo?.staffId, at, exerciseId],
    );
  };

  it('tells who moved since the exercise before and why, and what followed, n of N, on page and as file', async () => {
    const child = (givenName: string, team = 'Assessment and support') =>
      openChild(world, { givenName, team, openedOn: '2025-11-03' });
    const [up, same, sea] = [await child('Upward'), await child('Same'), await child('Sea', 'Early help')];
    const first = await exercise('Spring', '2026-03-02T10:00:00Z');
    for (const one of [up, same, sea])
      await rated(first, one, '2026-03-02T12:00:00Z', 'amber', 'First look.');
    const second = await exercise('Summer', '2026-06-01T10:00:00Z');
    await rated(second, up, '2026-06-01T12:00:00Z', 'red', 'Gran has moved out.');
    await rated(second, same, '2026-06-01T12:00:00Z', 'amber', 'As it was.');
    await rated(second, sea, '2026-06-01T12:00:00Z', 'green', 'All is calm.');
    await world.rows(
      `insert into protection_plan (id, person_id, began_on, category, decided_by) values ($1, $2, '2026-06-20', 'NEG', 'The conference')`,
      [randomUUID(), up],
    );
    const at = `/rating-exercises/${second}/comparison`;
    const page = (await hugo?.get(at))?.body ?? '';
    for (const words of [
      'Compared with “Spring”',
      'Upward Sandpiper',
      'Gran has moved out.',
      'Higher: 1',
      'Lower: 1',
      'As before: 1',
      '1 of 1',
      '<svg',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('As it was.');
    const file = await hugo?.get(`${at}/csv`);
    expect(file?.headers['content-type']).toContain('text/csv');
    expect(file?.body).toMatch(/,up,amber,green,red,green,Gran has moved out\.,2026-06-01,yes,no,yes,no,no/);
    const own = (await mira?.get(at))?.body ?? '';
    expect(own).toContain('2 rated cases in your sight, of 3 frozen. 1 stands elsewhere');
    expect(own).not.toContain('Sea Sandpiper');
    expect((await mira?.get(`${at}/csv`))?.body).not.toContain('All is calm.');
    expect((await (await world.as('tess')).get(at)).statusCode).toBe(403);
  });

  it('says of whoever was rated less than ninety days ago that nothing can be said yet', async () => {
    const child = await openChild(world, { givenName: 'Fresh', team: 'Assessment and support' });
    const now = await exercise('Today', new Date(Date.now() - 60_000).toISOString());
    await rated(now, child, new Date().toISOString(), 'red', 'New.');
    const page = (await mira?.get(`/rating-exercises/${now}/comparison`))?.body ?? '';
    expect(page).toContain('Nobody to count yet');
    expect(page).toContain('1 case was rated less than 90 days ago and is not counted yet');
    expect(page).toContain('Demonstration value');
  });
});
