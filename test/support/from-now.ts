import { ageOn } from '../../src/language/age.ts';
import { day, dayOf } from '../../src/language/day.ts';

/** Milliseconds. */
export const HOUR = 3_600_000;
/** Milliseconds. */
export const DAY = 24 * HOUR;

/** The instant so many milliseconds from now, earlier where there are fewer than none, as the database writes it. */
export function fromNow(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}

/** How old somebody is today who was born on this day. */
export function ageToday(bornOn: string): number {
  return ageOn(day(bornOn), dayOf(new Date(), 'Europe/Jersey'));
}

/** A reference given today, whole: of this year, with its number in it. */
export function referenceOfThisYear(): RegExp {
  return new RegExp(`^C-${dayOf(new Date(), 'Europe/Jersey').slice(2, 4)}-\\d{4}$`);
}
