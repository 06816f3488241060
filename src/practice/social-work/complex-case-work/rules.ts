import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { dayOfLife } from '../../people/person/index.ts';
import type { AgencyPart, ComplexCase, ThinkingTime } from '../complex-case/index.ts';
import { QUICKER } from '../complex-case-entry/index.ts';

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

/** How a thinking time ended. */
export type Ending = {
  readonly outcome: 'held' | 'not held';
  readonly heldOn: Day | undefined;
  readonly heldMinutes: number | undefined;
  readonly why: string | undefined;
};

/** Lets a thinking time end once: held with its day and minutes, or not held with the reason; never a bit of both. */
export function mayEndThinking(
  time: ThinkingTime,
  { outcome, heldOn, heldMinutes, why }: Ending,
): Outcome<undefined> {
  if (time.heldOn !== undefined || time.notHeldWhy !== undefined)
    return refused({ field: '', message: QUICKER });
  const isHeld = outcome === 'held';
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [isHeld && heldOn === undefined, 'heldOn', 'Enter the day on which it was held'],
    [isHeld && heldMinutes === undefined, 'heldMinutes', 'Enter how many minutes it was'],
    [!isHeld && why === undefined, 'why', 'Say why it was not held'],
    [isHeld && why !== undefined, 'why', 'It was held, so leave this empty or select the other'],
    [!isHeld && (heldOn ?? heldMinutes) !== undefined, 'outcome', 'It was not held, so leave day and minutes empty or select the other'],
  ]; // biome-ignore format: a list reads as a list
  const [first, ...more] = wrong.flatMap(([is, field, message]) => (is ? [{ field, message }] : []));
  return first === undefined ? done(undefined) : refused(first, ...more);
}
