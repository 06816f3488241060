import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseWork } from '../../src/commands/house-work.ts';
import { openWorld, type World } from '../support/world.ts';

describe('A draft that nobody came back to', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('is forgotten after the time that the profile gives, and not before', async () => {
    const draft = (daysOld: number) =>
      world.rows(
        "insert into draft (id, key_hash, form, form_version, answers, saved_at) values ($1, $2, 'telling', 1, '{}', now() - make_interval(days => $3))",
        [randomUUID(), randomUUID(), daysOld],
      );
    await draft(29);
    await draft(31);
    const working = houseWork(world.house, { send: async () => undefined }, undefined);
    await expect.poll(async () => (await world.rows('select 1 from draft')).length).toBe(1);
    await working.stop();
    const [kept] = await world.rows<{ days: number }>(
      'select extract(day from now() - saved_at)::int as days from draft',
    );
    expect(kept?.days).toBe(29);
  });
});
