import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/language/day.ts';
import { newId } from '../../src/platform/web/house.ts';
import { goThroughLooks } from '../../src/practice/people/look-review/index.ts';
import { pointsOf, signsAmong } from '../../src/practice/people/look-review/rules.ts';
import { LOOK_MODEL, type LookModel } from '../../src/profile/look-model.ts';
import { openWorld, type World } from '../support/world.ts';
import { PATTERNS, type Year, yearOfLooks } from '../support/year-of-looks.ts';

/** Run by `npm run prove -- G29` alone: a year has many days. Each change walks through one (src/practice/people/look-review/). */
const VIEWS = Number(process.env['LOOK_VIEWS'] ?? 0);
const SEED = process.env['LOOK_SEED'] ?? '20261122';
const PLANTED = Object.values(PATTERNS).reduce((sum: number, one) => sum + one, 0);

/** The control: every sign but the first says nothing. */
const DEAF: LookModel = {
  ...LOOK_MODEL,
  signs: Object.fromEntries(
    Object.entries(LOOK_MODEL.signs).map(([name, sign]) => [name, { ...sign, points: name === 'no relation' ? sign.points : 0 }]),
  ) as LookModel['signs'],
}; // biome-ignore format: a map reads in one line

describe.runIf(VIEWS > 0)('A year of looks at records', () => {
  let world: World;
  let year: Year;
  beforeAll(async () => {
    world = await openWorld();
    year = await yearOfLooks(world, { views: VIEWS, seed: SEED });
  }, 600_000);
  afterAll(() => world.close());

  it('is gone through day by day: every planted look is put before somebody, and hardly a lawful one', async () => {
    const authority = world.house.authorities[0];
    if (authority === undefined) throw new Error('the template has an authority');
    const first = day(year.days[0] ?? '2025-11-01');
    const last = addDays(day(year.days.at(-1) ?? '2026-08-31'), 1);
    await world.rows('insert into look_watch (looked_until) values ($1)', [addDays(first, -1)]);
    const now = new Date(`${last}T12:00:00Z`);
    const next = () =>
      world.house.database.transaction({ authority: 'island', now, timeoutSeconds: 60 }, (db) =>
        goThroughLooks({ db, now, profile: authority.profile, newId }, now),
      );
    let days = 0;
    while ((await next()) !== undefined) days += 1;
    const kept = await world.rows<{ key: string; reasons: string[]; score: number }>(
      "select staff_id || ' ' || person_id || ' ' || looked_on as key, reasons, score from look_review",
    );
    const found = new Set(kept.map(({ key }) => key));
    const missed = year.planted.filter(({ key }) => !found.has(key));
    const planted = new Set(year.planted.map(({ key }) => key));
    // The others of a night on which many were opened are no lawful looks, and none that were planted one by one.
    const beside = kept.filter(({ key, reasons }) => !planted.has(key) && reasons.includes('many at once')).length;
    const needless = kept.length - (year.planted.length - missed.length) - beside;
    const deaf = kept.filter(({ key, reasons }) => planted.has(key) && pointsOf(signsAmong(reasons), DEAF) >= LOOK_MODEL.reviewedFrom);
    console.log(
      `looks: ${days} days, ${year.planted.length - missed.length} found of ${year.planted.length} planted, ${needless} lawful put before somebody of ${year.lawful}`,
    );
    console.log(`looks, control: ${deaf.length} found without the signs`);
    const others = Map.groupBy(kept.filter(({ key }) => !planted.has(key)), ({ reasons }) => reasons.join(', '));
    for (const [reasons, all] of others) console.log(`looks, not planted: ${all.length} for ${reasons}`);
    expect(year.planted).toHaveLength(PLANTED);
    expect(missed).toEqual([]);
    expect(needless).toBeLessThan(year.lawful / 100);
    expect(deaf).toEqual([]);
  }, 1_800_000);
}); // biome-ignore format: a statement reads in one line
