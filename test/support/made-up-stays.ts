import { seeded } from '../../src/insight/statistics/simulate.ts';
import { addDays, type Day, daysBetween } from '../../src/language/day.ts';
import { numberOf } from './twelve-children.ts';
import type { World } from './world.ts';

/** A made-up time of a person on a protection plan or in care. */
export type Stay = {
  readonly id: string;
  readonly person: string;
  readonly beganOn: Day;
  readonly endedOn: Day | undefined;
};

/** Times on a plan and in care of these persons, always the same for a seed; one of a kind after the other, some beginning as one ends. */
export function makeUpStays(persons: readonly string[], from: Day, to: Day, seed: number): readonly Stay[] {
  const chance = seeded(seed);
  const below = (most: number) => Math.floor(chance() * most);
  return persons.flatMap((person) => {
    const stays: Stay[] = [];
    let beganOn = addDays(from, below(daysBetween(from, to)));
    while (beganOn <= to && chance() < 0.6) {
      const endedOn = chance() < 0.8 ? addDays(beganOn, below(400)) : undefined;
      stays.push({ id: `stay ${seed} ${stays.length} of ${person}`, person, beganOn, endedOn });
      if (endedOn === undefined) break;
      beganOn = chance() < 0.3 ? endedOn : addDays(endedOn, below(200));
    }
    return stays;
  });
}

/** Writes them into the world, whose persons are on record. */
export async function writeStays(
  world: World,
  table: 'protection_plan' | 'period_of_care',
  stays: readonly Stay[],
): Promise<void> {
  const kind =
    table === 'protection_plan'
      ? { category: 'NEG' }
      : { basis: 'agreed', placement: 'foster carer', on_island: true };
  const rows = stays.map(({ id, person, beganOn, endedOn }) => ({
    id: numberOf(id),
    person_id: numberOf(person),
    began_on: beganOn,
    decided_by: 'Somebody',
    ended_on: endedOn ?? null,
    end_decided_by: endedOn === undefined ? null : 'Somebody',
    ...kind,
  }));
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await world.rows(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

const WORKERS = 12;

/** Which of the made-up workers has the person during a stay, or the one beside, by id. */
export function workerDuring({ id }: Stay, beside = 0): string {
  return numberOf(`made-up worker ${(Number.parseInt(numberOf(id).slice(0, 6), 16) + beside) % WORKERS}`);
}

/** Writes the made-up workers, who have each person during each of these stays, and a co-worker beside them. */
export async function writeWorkers(world: World, stays: readonly Stay[]): Promise<void> {
  for (let at = 0; at < WORKERS; at += 1)
    await world.rows(
      "insert into staff (id, given_name, family_name, started_on) values ($1, 'Made', 'Up', '2020-01-01')",
      [numberOf(`made-up worker ${at}`)],
    );
  const rows = ['worker', 'co-worker'].flatMap((kind, beside) =>
    stays.map((stay) => ({
      id: numberOf(`${kind} in ${stay.id}`),
      person_id: numberOf(stay.person),
      staff_id: workerDuring(stay, beside),
      kind,
      from_on: stay.beganOn,
      ended_on: stay.endedOn ?? null,
    })),
  );
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await world.rows(
    `insert into allocation (${columns}) select ${columns} from jsonb_populate_recordset(null::allocation, $1)`,
    [JSON.stringify(rows)],
  );
}
