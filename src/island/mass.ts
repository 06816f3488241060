import type pg from 'pg';
import { makeChildNumber } from '../language/child-number.ts';
import { addDays, addMonths, type Day, startOfMonth } from '../language/day.ts';
import { asOwner } from '../platform/database/migrate.ts';
import type { PoolTarget } from '../platform/database/pool.ts';
import { opening } from '../platform/database/settings.ts';
import type { Profile } from '../profile/profile.ts';
import { MONTHS } from './making.ts';
import { massStatements } from './mass-statements.ts';
import { COMMON_NAMES, ISLAND_SURNAMES } from './names.ts';
import { randomStream } from './random.ts';
import type { Progress } from './write.ts';

/** More closed records than an island has, for measuring how the program bears them. */
export type Mass = {
  readonly seed: string;
  readonly children: number;
  readonly today: Day;
  readonly profile: Profile;
};

const BATCH = 20_000;
const TIMEOUT_SECONDS = 3_600;

/**
 * Adds children beside those of an island: each with a name, a home, a telephone, and one contact that was decided and answered long
 * ago. Made by the database itself, a batch a transaction, every trigger and constraint on. What is open stays what the island has.
 */
export function addMass(
  generator: PoolTarget | string,
  authority: string,
  mass: Mass,
  progress: Progress,
): Promise<void> {
  return asOwner(generator, async (client) => {
    const numbers = await freeNumbers(client, authority, mass);
    const days = workingDays(mass);
    for (let from = 0; from < mass.children; from += BATCH) {
      const ofBatch = numbers.slice(from, from + BATCH);
      await client.query(
        opening({ authority, now: new Date(), provenance: 'generator', timeoutSeconds: TIMEOUT_SECONDS }),
      );
      await client.query('set local enable_seqscan = off; set local jit = off');
      await client.query(
        'create temporary table making (place integer primary key, number text not null) on commit drop',
      );
      await client.query(
        'insert into making select $1 + place, number from unnest($2::text[]) with ordinality as given (number, place)',
        [from, ofBatch],
      );
      await writeBatch(client, mass, days);
      await client.query('commit');
      progress(from + ofBatch.length, mass.children);
    }
  });
}

async function writeBatch(client: pg.Client, mass: Mass, days: readonly Day[]): Promise<void> {
  for (const { text, takes } of massStatements(mass.seed)) {
    const given = { days, given: COMMON_NAMES, surnames: ISLAND_SURNAMES, today: mass.today };
    await client.query(
      text,
      takes.map((name) => given[name]),
    );
  }
}

/** Numbers that nobody on record has; the check of a child number is not written twice, so they are made here. */
async function freeNumbers(
  client: pg.Client,
  authority: string,
  { seed, children }: Mass,
): Promise<readonly string[]> {
  const found = await client.query<{ number: string }>(`select number from ${authority}.person`);
  const taken = new Set(found.rows.map(({ number }) => number));
  const random = randomStream(seed, 'numbers of the mass');
  return Array.from({ length: children }, () => {
    let number = makeChildNumber(random.bytes(7));
    while (taken.has(number)) number = makeChildNumber(random.bytes(7));
    taken.add(number);
    return number;
  });
}

function workingDays({ today, profile }: Mass): readonly Day[] {
  const days: Day[] = [];
  const last = addDays(today, -40);
  for (let on = addMonths(startOfMonth(today), -MONTHS); on < last; on = addDays(on, 1)) {
    if (profile.calendar.isWorking(on)) days.push(on);
  }
  return days;
}
