import { ageOn } from '../language/age.ts';
import type { Day } from '../language/day.ts';
import type { Person } from './families.ts';
import type { Partner } from './partners.ts';
import { NURSERIES, PRACTICES } from './places.ts';

/** Where a child learns on a day: the same school all through, a college from eleven, a nursery before four, and before that nowhere. */
export function learningOf(
  child: Person,
  on: Day,
  schools: readonly Partner[],
): { readonly school?: Partner | undefined; readonly nursery?: string | undefined } {
  const age = child.bornOn === undefined ? -1 : ageOn(child.bornOn, on);
  if (age < 2 || age > 17) return {};
  if (age < 4) return { nursery: byLot(NURSERIES, child) };
  const fitting = schools.filter(
    ({ title }) => !title.includes('Nursery') && title.includes('College') === age >= 11,
  );
  return { school: byLot(fitting, child) };
}

/** The doctors’ practice of a child. */
export function practiceOf(child: Person): string | undefined {
  return byLot(PRACTICES, child);
}

function byLot<Value>(list: readonly Value[], { lot }: Person): Value | undefined {
  return list[Math.floor(lot * list.length)];
}
