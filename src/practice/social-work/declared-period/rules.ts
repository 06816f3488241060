import type { Day } from '../../../language/day.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { dayOfLife } from '../../people/person/index.ts';
import type { DeclaredPeriod } from '../../people/what-is-asked/index.ts';

/** What a manager declares. */
export type NewDeclaredPeriod = Pick<
  DeclaredPeriod,
  'title' | 'reason' | 'forWhom' | 'days' | 'fromOn' | 'untilOn'
>;

const FOREVER = '9999-12-31';

/**
 * Lets a period be declared from today or a later day on, beside no other for the same children. Nobody is late by a rule that came later,
 * so none begins in the past. The database refuses two beside each other, too.
 */
export function mayDeclare(
  asked: NewDeclaredPeriod,
  others: readonly DeclaredPeriod[],
  today: Day,
): Outcome<undefined> {
  if (asked.fromOn < today)
    return refused({
      field: 'fromOn',
      message: 'The first day must be today or later: nobody is late by a rule that came later',
    });
  if (asked.untilOn !== undefined && asked.untilOn < asked.fromOn)
    return refused({ field: 'untilOn', message: 'The last day must be on or after the first' });
  const other = others.find((one) => isForTheSame(one, asked) && overlaps(one, asked));
  return other === undefined
    ? done(undefined)
    : refused({
        field: 'fromOn',
        message: `${other.title} is declared from ${dayOfLife(other.fromOn)} for some of the same children. End it first, or choose other days`,
      });
}

/** Lets a period end once. */
export function mayEnd({ endedOn, untilOn }: DeclaredPeriod, today: Day): Outcome<undefined> {
  return endedOn !== undefined || (untilOn !== undefined && untilOn < today)
    ? refused({ field: '', message: 'It is over already.' })
    : done(undefined);
}

function isForTheSame({ forWhom: one }: DeclaredPeriod, { forWhom: other }: NewDeclaredPeriod): boolean {
  return one === other || one === 'all' || other === 'all';
}

function overlaps(one: DeclaredPeriod, other: NewDeclaredPeriod): boolean {
  if (one.endedOn !== undefined && one.endedOn <= other.fromOn) return false;
  if (one.endedOn !== undefined && one.endedOn <= one.fromOn) return false;
  return one.fromOn <= (other.untilOn ?? FOREVER) && other.fromOn <= (one.untilOn ?? FOREVER);
}
