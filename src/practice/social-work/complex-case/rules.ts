import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Profile } from '../../../profile/profile.ts';
import { type Timescale, timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';

/** A child's time on the register, with the decisions that began and ended it. */
export type ComplexCase = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly enteredOn: Day;
  readonly enteredBy: Id;
  readonly enteredWhy: string;
  readonly leadId: Id;
  readonly leftOn: Day | undefined;
  readonly leftBy: Id | undefined;
  readonly leftWhy: string | undefined;
  readonly reviewedOn: Day | undefined;
};

/** An agency in a complex case, with who of it; no longer from the day on which it left. */
export type AgencyPart = {
  readonly id: Id;
  readonly agency: string;
  readonly who: string | undefined;
  readonly leftOn: Day | undefined;
};

/** Thinking time: booked for a day, and then held, or not and why. Minutes. */
export type ThinkingTime = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly caseId: Id;
  readonly bookedOn: Day;
  readonly bookedMinutes: number;
  readonly who: string;
  readonly heldOn: Day | undefined;
  readonly heldMinutes: number | undefined;
  readonly notHeldWhy: string | undefined;
};

/** Minutes of thinking time whose day has come, and minutes that were held. */
export type Thinking = { readonly booked: number; readonly held: number };

/**
 * Thinking time booked until and with a day against what was held of it, in minutes. What is booked for later is not counted yet, unless it
 * was held already: it counts on both sides.
 */
export function thinkingOf(times: readonly ThinkingTime[], today: Day): Thinking {
  const due = times.filter(({ bookedOn, heldOn }) => bookedOn <= today || heldOn !== undefined);
  return {
    booked: due.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0),
    held: due.reduce((sum, { heldMinutes = 0 }) => sum + heldMinutes, 0),
  };
}

/** When a case on the register is due for review, counted from the last review or from when it came on; and by which edition of the rule. */
export function reviewDue(
  { enteredOn, reviewedOn }: Pick<ComplexCase, 'enteredOn' | 'reviewedOn'>,
  profile: Pick<Profile, 'timescales' | 'calendar'>,
): { readonly on: Day; readonly edition: Timescale } | undefined {
  const from = reviewedOn !== undefined && reviewedOn > enteredOn ? reviewedOn : enteredOn;
  const edition = timescaleOn(profile.timescales, 'complex case reviewed', from);
  const due = edition && dueBy(edition, from, profile.calendar);
  return edition && due ? { on: due.on, edition } : undefined;
}
