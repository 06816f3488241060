import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';

describe('The directory', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('names teams, posts, who is on duty now and the agencies', async () => {
    const page = (await (await world.as('nell')).get('/directory')).body;
    for (const words of [
      'Assessment and support',
      'Tess Windlass',
      'Out of hours',
      'Otis Foghorn',
      'Gull Rock School',
      'Jo Halyard',
    ])
      expect(page).toContain(words);
  });

  it('shows a post that nobody holds any more as vacant', async () => {
    await world.rows(
      "update post_holding set until_on = '2020-01-01' where staff_id = (select id from staff where family_name = 'Jetty')",
    );
    const page = (await (await world.as('nell')).get('/directory')).body;
    expect(page).toContain('Vacant');
    expect(page).not.toContain('Fern Jetty');
  });

  it('is not for partner agencies', async () => {
    expect((await (await world.as('halyard')).get('/directory')).statusCode).toBe(403);
  });
});
