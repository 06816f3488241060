import { Temporal } from 'temporal-polyfill';
import { instantOfWall, offsetAt } from './zone.ts';

declare const dayBrand: unique symbol;

/** A calendar day, `YYYY-MM-DD`, of the years 1000 to 9999. It has no zone: an instant becomes a day only by `dayOf`. */
export type Day = string & { readonly [dayBrand]: true };

/** The zone in which the service keeps its days, unless a place says otherwise. */
export const HOME_ZONE = 'Europe/Jersey';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Recognises a day that exists: 2024-02-29 is one, 2023-02-29 is not. */
export function isDay(text: string): text is Day {
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && fromEpochDays(toEpochDays(text)) === text;
}

/** Reads a day that must be one, written in code or kept by the database. Throws a RangeError: typed days go to `readTypedDay`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${JSON.stringify(text)}`);
  return text;
}

/** Builds a day from numbers, or nothing if there is no such day (31 April). */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | undefined {
  const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
  return isDay(text) ? text : undefined;
}

/** The numbers of a day; months count from 1. */
export function partsOf(some: Day): { year: number; month: number; dayOfMonth: number } {
  return {
    year: Number(some.slice(0, 4)),
    month: Number(some.slice(5, 7)),
    dayOfMonth: Number(some.slice(8)),
  };
}

/** The day so many calendar days later, or earlier when negative. */
export function addDays(some: Day, days: number): Day {
  return dayNumbered(numberOf(some) + days);
}

/** Whole calendar days from one day to another: positive when the second is later. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Orders days for sorting: negative when the first is earlier. */
export function compareDays(one: Day, other: Day): number {
  return Number(one > other) - Number(one < other);
}

/** The day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(some: Day): number {
  return ((((numberOf(some) + 3) % 7) + 7) % 7) + 1;
}

/** The day on which an instant falls for people in a zone. */
export function dayOf(instant: Date, zone: string = HOME_ZONE): Day {
  const wall = instant.getTime() + offsetAt(instant.getTime(), zone);
  return dayNumbered(Math.floor(wall / MILLISECONDS_PER_DAY));
}

/** The first instant of a day in a zone; not always midnight, where clocks change at midnight. */
export function startOfDay(some: Day, zone: string = HOME_ZONE): Date {
  return new Date(instantOfWall(numberOf(some) * MILLISECONDS_PER_DAY, zone));
}

/** The first day of the month in which a day lies. */
export function startOfMonth(some: Day): Day {
  return day(`${some.slice(0, 8)}01`);
}

/** The same day of the month so many months later; the last day of a shorter month (31 January + 1 is 28 or 29 February). */
export function addMonths(some: Day, months: number): Day {
  return day(Temporal.PlainDate.from(some).add({ months }).toString());
}

/** Says whether somebody born on this day has a birthday only in leap years. */
export function isLeapDay(some: Day): boolean {
  return some.endsWith('-02-29');
}

/** The same few thousand days come again and again, thousands of times for one page: each is reckoned once. */
const NUMBERED = new Map<number, Day>();
const NUMBERS = new Map<Day, number>();
const MOST_KEPT = 50_000;

function dayNumbered(count: number): Day {
  const known = NUMBERED.get(count);
  if (known !== undefined) return known;
  const found = day(fromEpochDays(count));
  if (NUMBERED.size >= MOST_KEPT) NUMBERED.clear();
  NUMBERED.set(count, found);
  return found;
}

function numberOf(some: Day): number {
  const known = NUMBERS.get(some);
  if (known !== undefined) return known;
  const found = toEpochDays(some);
  if (NUMBERS.size >= MOST_KEPT) NUMBERS.clear();
  NUMBERS.set(some, found);
  return found;
}

function toEpochDays(text: string): number {
  return (
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))) /
    MILLISECONDS_PER_DAY
  );
}

function fromEpochDays(count: number): string {
  return new Date(count * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
