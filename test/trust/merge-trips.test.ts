import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { travellerIn, trip } from '../support/merge-trips.ts';
import { openWorld, type World } from '../support/world.ts';

const TRIPS = Number(process.env['MERGES_TRIPS'] ?? 8);
const SEED = Number(process.env['MERGES_SEED'] ?? 20_261_122);

/** The controls: what makes the trips wrong in a way that must be seen. */
const CONTROLS: Readonly<Record<string, string>> = {
  'no mirrored walls': 'alter table merge disable trigger merge_works',
  'unlisted facts': `delete from merge_rule where relation in ('address', 'person_name')`,
};
const CONTROL = process.env['MERGES_CONTROL'];

describe('Two records that are merged, written of, and made two again', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    const control = CONTROL === undefined ? undefined : CONTROLS[CONTROL];
    if (control !== undefined) await world.rows(control);
  });
  afterAll(() => world.close());

  it('lose nothing, mix nothing up, and show nobody more than before', async () => {
    const on = await travellerIn(world);
    const wrong: string[] = [];
    let [written, bad] = [0, 0];
    for (let n = 0; n < TRIPS; n += 1) {
      const done = await trip(on, SEED + n);
      written += done.written;
      if (done.wrong.length > 0) bad += 1;
      wrong.push(...done.wrong.map((words) => `trip ${SEED + n}: ${words}`));
    }
    console.log(`merges: ${TRIPS} trips, ${written} facts written meanwhile, ${bad} trips wrong`);
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 1_200_000);
});
