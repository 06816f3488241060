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
