import { addDays, addMonths, type Day, day, startOfMonth } from '../language/day.ts';

declare const monthBrand: unique symbol;

/** A calendar month, `YYYY-MM`: the period of every measure. */
export type Month = string & { readonly [monthBrand]: true };

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Recognises a month that exists, so that one typed into an address can be refused. */
export function isMonth(text: string): text is Month {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month in which a day lies. */
export function monthOf(some: Day): Month {
  const text = some.slice(0, 7);
  if (!isMonth(text)) throw new RangeError(`not in a month: ${text}`);
  return text;
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return day(`${month}-01`);
}

/** The last day of a month: a stock is counted at its end. */
export function lastDayOf(month: Month): Day {
  return addDays(addMonths(firstDayOf(month), 1), -1);
}

/** So many months in order, the given one last. */
export function monthsUpTo(month: Month, howMany: number): readonly Month[] {
  const last = startOfMonth(firstDayOf(month));
  return Array.from({ length: howMany }, (_, at) => monthOf(addMonths(last, at + 1 - howMany)));
}

/** The months from one to another, both included, in order. */
export function monthsBetween(from: Month, to: Month): readonly Month[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return monthsUpTo(to, Math.max(0, years * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1));
}

/** "February 2027". */
export function monthWords(month: Month): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** "February", for where the year is plain. */
export function monthName(month: Month): string {
  return NAMES[Number(month.slice(5)) - 1] ?? month;
}
