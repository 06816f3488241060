import { type Day, dayOf, startOfDay } from '../language/day.ts';
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
};

/** Months on record before the island's now. */
export const MONTHS = 36;

/** Sets up the making of one island. Everything in it follows from the seed and the instant called now. */
export function makingOf(profile: Profile, seed: string, now: Date, ledger: Ledger): Making {
  const begins = new Map<Day, number>();
  const { zone } = profile.calendar;
  const begin = (on: Day) => {
    const known = begins.get(on) ?? startOfDay(on, zone).getTime();
    begins.set(on, known);
    return known;
  };
  return {
    profile,
    now,
    today: dayOf(now, zone),
    ledger,
    random: (process) => randomStream(seed, process),
    atMinute: (on, minute) => new Date(begin(on) + Math.round(minute * 60_000)),
  };
}
