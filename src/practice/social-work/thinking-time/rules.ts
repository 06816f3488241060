import type { Day } from '../../../language/day.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { ThinkingTime } from '../complex-case/index.ts';
import { QUICKER } from '../complex-case-entry/index.ts';

/** How long a thinking time may be: what a form asks about minutes, whether they are booked or were held. */
export const MINUTES = { message: 'Enter how many minutes', what: 'The minutes', min: 5, max: 600 };

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
