import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, type Worker, type World } from '../../../../test/support/world.ts';
import { addDays, addMonths, type Day, day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { JERSEY } from '../../../profile/jersey.ts';
import { dueBy } from '../../../profile/working-time.ts';
import { createPerson } from '../../people/person/index.ts';
import { nextVisit, notSeenInWords, sightOfEach } from './index.ts';

describe('When a child is to be seen next', () => {
  let world: World;
  let tess: Worker;
  beforeAll(async () => {
    world = await openStillWorld();
    tess = await world.as('tess');
  });
  afterAll(() => world.close());

  const openChild = async (...kinds: readonly (readonly [string, string])[]) => {
    const { id } = await world.within((made) => createPerson(made, { names: [], bornOn: day('2010-05-05') }));
    for (const [kind, began] of kinds) await begun(id, kind, began);
    return id;
  };
  const begun = (child: Id, kind: string, began: string) => {
    const [table, more, values] = OTHER[kind] ?? ['period_of_service', 'kind, basis, basis_words', `'${kind}', 'decided', 'Why'`]; // biome-ignore format: one table a line
    return world.rows(
      `insert into ${table} (id, person_id, began_on, ${more}) values (gen_random_uuid(), $1, $2, ${values})`,
      [child, began],
    );
  };
  const OTHER: Readonly<Record<string, readonly [string, string, string]>> = {
    'protection plan': ['protection_plan', 'category, decided_by', "'neglect', 'The conference'"],
    care: ['period_of_care', 'basis, placement, on_island, decided_by', "'voluntary', 'foster', true, 'The court'"],
  }; // biome-ignore format: one table a line
  const seen = async (child: Id, on: string, isSeen = true) => {
    const visit = randomUUID();
    await world.rows(
      `begin; insert into visit (id, visited_on, place, manner, visited_by) values ('${visit}', '${on}', 'home', 'planned', '${tess.staffId}');
       insert into visit_child (id, visit_id, person_id, seen, alone, bedroom_seen) values (gen_random_uuid(), '${visit}', '${child}', ${isSeen}, false, false); commit`,
    );
    return visit;
  };
  const next = (child: Id) =>
    world.within(async ({ db, profile }) => {
      const sight = (await sightOfEach(db, [child])).get(child);
      return sight && nextVisit(sight, profile);
    });

  it('is counted from when somebody last saw them, in working days, and on whose word is said', async () => {
    const child = await openChild(['assessment', '2026-09-01']);
    await seen(child, '2026-09-07');
    await seen(child, '2026-09-20', false);
    expect(await next(child)).toMatchObject({ on: '2026-10-05', edition: { standing: 'English default' } });
  });

  it('is counted from the day the work opened, where nobody has seen them since', async () => {
    const child = await openChild(['in need', '2026-09-01']);
    expect((await next(child))?.on).toBe('2026-09-29');
    expect(await next(await openChild())).toBeUndefined();
  });

  it('goes by the rule of early help only where nothing else is open, and by a plan before care', async () => {
    const words = async (...kinds: readonly (readonly [string, string])[]) =>
      (await next(await openChild(...kinds)))?.edition.inWords;
    const open = ['early help', '2026-09-01'] as const;
    expect(await words(open)).toContain('early help');
    expect(await words(open, ['assessment', '2026-09-02'])).toContain('social care');
    expect(await words(open, ['care', '2026-09-02'])).toContain('in care');
    expect(await words(open, ['care', '2026-09-02'], ['protection plan', '2026-09-02'])).toContain('plan');
  });

  it('is counted anew from the day a plan begins, however long the work had been open', async () => {
    const child = await openChild(['assessment', '2026-09-01'], ['protection plan', '2026-11-02']);
    expect((await next(child))?.on).toBe('2026-11-16');
  });

  it('moves with a visit whose day was corrected', async () => {
    const child = await openChild(['assessment', '2026-09-01']);
    const visit = await seen(child, '2026-09-07');
    await world.rows("update visit set visited_on = '2026-09-08' where id = $1", [visit]);
    expect((await next(child))?.on).toBe('2026-10-06');
    await world.rows('update visit_child set seen = false where visit_id = $1', [visit]);
    expect((await next(child))?.on).toBe('2026-09-29');
  });

  it('is counted from birth for a child who was told of before it, and is not due before', async () => {
    const child = await openChild(['assessment', '2026-09-01']);
    const born = (bornOn: string | null, dueOn: string | null) =>
      world.rows('update person set born_on = $2, due_on = $3 where id = $1', [child, bornOn, dueOn]);
    await born(null, '2027-02-01');
    await world.within(async ({ db, today }) => {
      const sight = (await sightOfEach(db, [child])).get(child);
      expect(sight).toMatchObject({ dueOn: undefined, declared: undefined, bornAfterOn: '2027-02-01' });
      expect(sight && notSeenInWords(sight, today, String)).toBe('Not born yet; expected 2027-02-01');
    });
    await born('2026-10-05', '2026-09-20');
    expect(await next(child)).toMatchObject({ on: '2026-11-02', countedFrom: '2026-10-05' });
    await seen(child, '2026-10-12');
    expect(await next(child)).toMatchObject({ on: '2026-11-09', countedFrom: '2026-10-12' });
  });

  it('is counted from the expected day where nobody wrote a birth down, so that no child drops out of sight', async () => {
    const child = await openChild(['assessment', '2026-06-01']);
    await world.rows("update person set born_on = null, due_on = '2026-09-07' where id = $1", [child]);
    expect(await next(child)).toMatchObject({ on: '2026-10-05', countedFrom: '2026-09-07' });
  });

  it('is the same day by day, for any clock, start, birth and holiday', async () => {
    const child = await openChild(['assessment', '2026-09-01']);
    const isWorking = (on: Day) => JERSEY.calendar.isWorking(on);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('working days', 'days', 'months'),
        fc.boolean(),
        fc.integer({ min: -400, max: 280 }),
        async (offset, amount, unit, night, age) => {
          const began = addDays(day('2012-01-01'), offset);
          const clock = {
            within: { amount, unit },
            ...(night ? { runsAtNight: true as const } : {}),
          } as const;
          await world.rows("update timescale set amount = $1, unit = $2, runs_at_night = $3, since = '2010-01-01' where clock = 'child visited'", [amount, unit, night]); // biome-ignore format: parameters read in one line
          await world.rows('alter table period_of_service disable trigger user');
          await world.rows('update period_of_service set began_on = $1 where person_id = $2', [began, child]);
          const bornOn = addDays(began, age);
          await world.rows('update person set born_on = $1 where id = $2', [bornOn, child]);
          const from = age > 0 ? bornOn : began;
          const due = (await next(child))?.on;
          expect(due).toBe(naive(from, amount, unit, night, isWorking));
          expect(due).toBe(dueBy(clock, from, JERSEY.calendar)?.on);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** One day after the other, as somebody counts on a wall calendar. */
function naive(
  from: Day,
  amount: number,
  unit: string,
  night: boolean,
  isWorking: (on: Day) => boolean,
): Day {
  let on = from;
  if (unit === 'months') on = addMonths(from, amount);
  else
    for (let left = amount; left > 0; ) {
      on = addDays(on, 1);
      if (unit === 'days' || isWorking(on)) left -= 1;
    }
  while (!(night || isWorking(on))) on = addDays(on, 1);
  return on;
}
