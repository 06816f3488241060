import { ageOn } from '../../../language/age.ts';
import type { Day } from '../../../language/day.ts';
import type { Person } from '../person/index.ts';

const GROWN_UP = 18;

/** Whether somebody is a child on a day, or expected. Of whom neither birth nor due day is known, it is not said. */
export function isChild({ bornOn, dueOn }: Pick<Person, 'bornOn' | 'dueOn'>, today: Day): boolean {
  return bornOn === undefined ? dueOn !== undefined : ageOn(bornOn, today) < GROWN_UP;
}
