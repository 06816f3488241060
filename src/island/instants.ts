import { lastDayOf as lastDayOfMonth, monthOf } from '../insight/month.ts';
import { type Day, day } from '../language/day.ts';

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
