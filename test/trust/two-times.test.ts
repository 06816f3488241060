import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id } from '../../src/language/id.ts';
import { openWorld, type World } from '../support/world.ts';

// The row names that edits touch, and what a snapshot compares.
type Snapshot = Readonly<Record<string, string>>;

describe('Two times', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const asked = (knownAt: Date | undefined) =>
    world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true, knownAt },
      async (db) => {
        const rows = await db
          .selectFrom('person')
          .innerJoin('person_name as called', 'called.person_id', 'person.id')
          .select(['person.id', 'called.given_name', 'person.sex'])
          .execute();
        return Object.fromEntries(
          rows.map((row) => [row.id, `${row.given_name} ${row.sex}`]),
        ) satisfies Snapshot;
      },
    );

  it('answers as it would have been answered then, for 100 instants over 1,000 edits', async () => {
    const people = Array.from({ length: 20 }, () => randomUUID());
    const edits = fc.sample(
      fc.record({
        who: fc.integer({ min: 0, max: 19 }),
        name: fc.stringMatching(/^[A-Z][a-z]{2,8}$/),
        sex: fc.constantFrom('M', 'F', 'U'),
        both: fc.boolean(),
      }),
      { numRuns: 1000, seed: 20_261_121 },
    );
    const snapshots: { at: Date; shown: Snapshot }[] = [];
    for (const [index, person] of people.entries()) {
      await world.rows('insert into person (id, number, born_on_certainty) values ($1, $2, $3)', [
        person,
        `TEST${index}`,
        'not known',
      ]);
      await world.rows('insert into person_name (id, person_id, kind, given_name) values ($1, $2, $3, $4)', [
        randomUUID(),
        person,
        'used',
        'First',
      ]);
    }
    for (const [index, edit] of edits.entries()) {
      await world.rows('update person_name set given_name = $2 where person_id = $1', [
        people[edit.who],
        edit.name,
      ]);
      if (edit.both)
        await world.rows('update person set sex = $2 where id = $1', [people[edit.who], edit.sex]);
      if (index % 10 === 9) {
        const [clock] = await world.rows<{ at: Date }>('select clock_timestamp() as at');
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (clock) snapshots.push({ at: new Date(clock.at.getTime() + 1), shown: await asked(undefined) });
      }
    }
    expect(snapshots).toHaveLength(100);
    for (const { at, shown } of snapshots) expect(await asked(at)).toEqual(shown);
    // The control: the same instants do differ from today.
    const today = await asked(undefined);
    expect(
      snapshots.filter(({ shown }) => JSON.stringify(shown) === JSON.stringify(today)).length,
    ).toBeLessThan(5);
  }, 60_000);

  it('keeps history also for what is written past the application', async () => {
    const person = randomUUID();
    await world.rows(
      "insert into person (id, number, born_on_certainty, religion) values ($1, 'RAWSQL', 'not known', 'before')",
      [person],
    );
    await world.rows("update person set religion = 'after' where id = $1", [person]);
    const history = await world.rows(
      'select religion, recorded_at < superseded_at as ordered from person_history where id = $1',
      [person],
    );
    expect(history).toEqual([{ religion: 'before', ordered: true }]);
  });

  it('stops a query on a table that is neither versioned nor declared to be without history', async () => {
    const ask = world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true, knownAt: new Date() },
      (db) =>
        db
          .selectFrom('open_period' as never)
          .selectAll()
          .execute()
          .then(() =>
            db
              .selectFrom('migration' as never)
              .selectAll()
              .execute(),
          ),
    );
    await expect(ask).rejects.toThrow(/neither versioned nor declared/);
  });

  it('lets nobody but the generator say when something was recorded', async () => {
    const sneaky = world.house.database.transaction(
      { authority: 'island', now: new Date(), wide: true, recordedAt: new Date('2020-01-01') },
      (db) =>
        db
          .insertInto('household')
          .values({ id: id(randomUUID()), title: 'Backdated' })
          .execute(),
    );
    await expect(sneaky).rejects.toThrow(/only the generator/);
  });
});
