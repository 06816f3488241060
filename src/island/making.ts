import { addDays, type Day, dayOf, startOfDay } from '../language/day.ts';
import type { Profile } from '../profile/profile.ts';
import type { Ledger } from './ledger.ts';
import { type Random, randomStream } from './random.ts';

/** What every part of the generator is given: the place, its now, where rows go, and chance by the name of the process. */
export type Making = {
  readonly profile: Profile;
  readonly now: Date;
  readonly today: Day;
  readonly ledger: Ledger;
  random(process: string): Random;
  /** The instant so many minutes after a day began. */
  atMinute(on: Day, minute: number): Date;
  /** The day on which an instant falls; many times quicker than asking the calendar of the world. */
  dayOf(at: Date): Day;
};

/** Whole months on record before the month of the island's now. */
export const MONTHS = 36;

const DAY = 86_400_000;
const DAYS_BACK = 2_600;
const DAYS_AHEAD = 500;

/** Sets up the making of one island. Everything in it follows from the seed and the instant called now. */
export function makingOf(profile: Profile, seed: string, now: Date, ledger: Ledger): Making {
  const { zone } = profile.calendar;
  const today = dayOf(now, zone);
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) =>
    addDays(today, index - DAYS_BACK),
  );
  const begins = days.map((on) => startOfDay(on, zone).getTime());
  const indexes = new Map(days.map((on, index) => [on, index]));
  const beginOf = (on: Day) => begins[indexes.get(on) ?? -1] ?? startOfDay(on, zone).getTime();
  return {
    profile,
    now,
    today,
    ledger,
    random: (process) => randomStream(seed, process),
    atMinute: (on, minute) => new Date(beginOf(on) + Math.round(minute * 60_000)),
    dayOf: (at) => {
      const near = Math.floor((at.getTime() - (begins[0] ?? 0)) / DAY);
      // A day with a change of clocks is an hour shorter or longer, so the right one may be the next.
      const index = [near + 1, near, near - 1].find(
        (one) => (begins[one] ?? Number.POSITIVE_INFINITY) <= at.getTime(),
      );
      return days[index ?? -1] ?? dayOf(at, zone);
    },
  };
}
