import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChild, RATED } from '../../../../test/support/open-children.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';

describe('Cases by rating', () => {
  let world: World;
  let [mira, hugo, fern]: Worker[] = [];
  const page = async (worker: Worker | undefined, show: string) =>
    (await worker?.get(`/case-ratings?show=${encodeURIComponent(show)}`))?.body ?? '';
  beforeAll(async () => {
    world = await openWorld();
    [mira, hugo, fern] = await Promise.all([world.as('mira'), world.as('hugo'), world.as('fern')]);
  });
  afterAll(() => world.close());

  const inTeam = (givenName: string) => openChild(world, { givenName, team: 'Assessment and support' });
  const ratedAt = async (personId: string, at: string, harm: string) =>
    world.rows(
      `insert into case_rating (id, person_id, harm, breakdown, why, to_do, rated_by, rated_at) values ($1, $2, $3, 'green', 'Why', 'What', $4, $5)`,
      [randomUUID(), personId, harm, hugo?.staffId, at],
    );

  it('stand with the longest overdue first; whoever was never rated has a list of their own', async () => {
    const [late, later, fresh, never] = [
      await inTeam('Late'),
      await inTeam('Later'),
      await inTeam('Fresh'),
      await inTeam('Never'),
    ];
    await ratedAt(late, '2026-08-03T10:00:00Z', 'amber');
    await ratedAt(later, '2026-06-01T10:00:00Z', 'red');
    await hugo?.post(`/people/${fresh}/ratings`, RATED);
    const due = await page(mira, 'due');
    expect(due.indexOf('Later Sandpiper')).toBeGreaterThan(0);
    expect(due.indexOf('Later Sandpiper')).toBeLessThan(due.indexOf('Late Sandpiper'));
    for (const words of [
      '4 open in your sight, 2 to be looked at again before today',
      'Overdue, was due',
      'Not rated 1',
    ])
      expect(due).toContain(words);
    expect(due).not.toContain('Fresh Sandpiper');
    expect(await page(mira, 'not rated')).toContain(`/people/${never}/ratings`);
    expect(await page(mira, 'amber')).toContain('Fresh Sandpiper');
    expect((await mira?.get('/my-work'))?.body).toContain('Cases by rating');
  });

  it('hold nobody whom the viewer may not see, in no count either', async () => {
    expect(await page(fern, 'not rated')).toContain('0 open in your sight');
    expect(await page(fern, 'not rated')).not.toContain('Sandpiper');
    expect((await (await world.as('nell')).get('/case-ratings')).statusCode).toBe(403);
  });

  it('say who is proposed for closing with the family', async () => {
    const low = await inTeam('Low');
    await hugo?.post(`/people/${low}/ratings`, { ...RATED, harm: 'green', proposesClosing: 'yes' });
    expect(await page(mira, 'closing')).toContain('Low Sandpiper');
    expect(
      await world.rows('select id from period_of_service where person_id = $1 and ended_on is null', [low]),
    ).toHaveLength(1);
  });
});
