import { lastDayOf as lastDayOfMonth, monthOf } from '../insight/month.ts';
import { addDays, type Day, day } from '../language/day.ts';
import type { Making } from './making.ts';
import type { Random } from './random.ts';

/** The last day of a month of a scenario, such as 2021-02. */
export function lastDayOf(month: string): Day {
  return lastDayOfMonth(monthOf(day(`${month}-01`)));
}

/** The earlier of two instants. */
export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** An instant between two, at a share of the way. */
export function between(from: Date, until: Date, share: number): Date {
  return new Date(from.getTime() + Math.max(0, until.getTime() - from.getTime()) * share);
}

/** The first working day so many days after another, or later. */
export function workingDayFrom({ profile }: Making, on: Day, after = 0): Day {
  for (let tried = addDays(on, after); ; tried = addDays(tried, 1))
    if (profile.calendar.isWorking(tried)) return tried;
}

/** The last working day so many days before another, or earlier. */
export function workingDayUpTo({ profile }: Making, on: Day, before = 0): Day {
  for (let tried = addDays(on, -before); ; tried = addDays(tried, -1))
    if (profile.calendar.isWorking(tried)) return tried;
}

/** Some minute of a working day, but never after now. */
export function duringWork(making: Making, random: Random, on: Day): Date {
  return earlier(making.atMinute(on, random.whole(545, 1_000)), making.now);
}

/** The later of two days. */
export function laterDay(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The earlier of two days. */
export function earlierDay(one: Day, other: Day): Day {
  return one < other ? one : other;
}
