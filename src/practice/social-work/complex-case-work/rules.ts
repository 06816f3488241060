import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { dayOfLife } from '../../people/person/index.ts';
import type { AgencyPart, ComplexCase } from '../complex-case/index.ts';

/** Lets a child leave the register on or after the day they came on it. */
export function mayLeave({ enteredOn }: Pick<ComplexCase, 'enteredOn'>, on: Day): Outcome<undefined> {
  return on < enteredOn
    ? refused({
        field: 'leftOn',
        message: `The day must be on or after ${dayOfLife(enteredOn)}, when they came on it`,
      })
    : done(undefined);
}

/** Lets an agency leave that takes part, on or after the day on which the case came on the register. */
export function mayTakeOff(
  { enteredOn }: Pick<ComplexCase, 'enteredOn'>,
  parts: readonly Pick<AgencyPart, 'id' | 'leftOn'>[],
  partId: Id,
  on: Day,
): Outcome<undefined> {
  if (!parts.some(({ id, leftOn }) => id === partId && leftOn === undefined))
    return refused({ field: 'partId', message: 'It takes part no longer. Select another, or leave it' });
  return on < enteredOn
    ? refused({
        field: 'agencyLeftOn',
        message: `The day must be on or after ${dayOfLife(enteredOn)}, when the case came on the register`,
      })
    : done(undefined);
}
