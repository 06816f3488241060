import { MONTH_NAMES, PORTUGUESE_MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';
import { addDays, type Day, dayFrom, daysBetween, partsOf, weekdayOf } from './day.ts';

/** A day as somebody typed it, understood, or what is wrong with it as the end of a sentence: "must be a real date". */
export type TypedDay =
  | { readonly ok: true; readonly day: Day }
  | { readonly ok: false; readonly why: string };

/** Where a day is looked for when its year is missing or has two figures: near today, or in the past (a birth, an event). */
export type TypedDayTense = 'any' | 'past';

type Parts = {
  readonly dayOfMonth: number;
  readonly month: number;
  readonly year: string | undefined;
};

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['hoje', 0],
  ['ontem', -1],
  ['amanha', 1],
]);

/** Longer than any way to write a date, and short enough that no pattern below can be made slow. */
const LONGEST = 40;
/** Two-figure years reach this far ahead, for due dates and orders; anything later is meant in the last century. */
const YEARS_AHEAD = 10;
const UNREADABLE = 'must be a real date, such as 3/4/2026 or 3 April 2026';

const YEAR_FIRST = /^(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/;
const MONTH_NAMED =
  /^(\d{1,2})(?:st|nd|rd|th)?[/.\- ]?(?:(?:of|de) )?([a-z]{3,})\.?,?[/.\- ]?(?:de )?(\d{4}|\d{2})?$/;
const WEEKDAY_FIRST = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\d)/;

/**
 * Understands a day as people type it, day before month: 3/4/2026, 3.4.26, 2026-04-03, 3 apr, 3 de abril, yesterday, -3.
 *
 * It never picks between two readings of the figures: what does not exist is refused in plain words, and so is a weekday
 * that contradicts the date.
 */
export function readTypedDay(text: string, today: Day, tense: TypedDayTense = 'any'): TypedDay {
  if (text.length > LONGEST) return unread(UNREADABLE);
  const typed = simplified(text);
  const distance = RELATIVE.get(typed) ?? distanceTyped(typed);
  if (distance !== undefined) return { ok: true, day: addDays(today, distance) };
  const weekday = WEEKDAY_FIRST.exec(typed);
  const parts = partsTyped(typed.slice(weekday?.[0].length ?? 0));
  if (!parts) return unread(UNREADABLE);
  const meant = dayMeant(parts, today, tense);
  if (!meant) return unread(whyNoSuchDay(parts));
  return onWeekday(meant, weekday?.[1]);
}

function unread(why: string): TypedDay {
  return { ok: false, why };
}

function simplified(text: string): string {
  const unaccented = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
  return unaccented
    .replace(/\s+/gu, ' ')
    .replace(/ ?([/.+-]) ?(?=\d)/gu, '$1')
    .trim();
}

function distanceTyped(typed: string): number | undefined {
  const [, sign, count] = /^([+-])(\d{1,3})$/.exec(typed) ?? [];
  return count === undefined ? undefined : Number(count) * (sign === '-' ? -1 : 1);
}

function partsTyped(typed: string): Parts | undefined {
  const [, yearOfYearFirst, monthOfYearFirst, dayOfYearFirst] = YEAR_FIRST.exec(typed) ?? [];
  if (dayOfYearFirst)
    return { dayOfMonth: Number(dayOfYearFirst), month: Number(monthOfYearFirst), year: yearOfYearFirst };
  const [, dayOfMonth, month, year] = DAY_FIRST.exec(typed) ?? [];
  if (month) return { dayOfMonth: Number(dayOfMonth), month: Number(month), year };
  const [, dayBeforeName, name, yearAfterName] = MONTH_NAMED.exec(typed) ?? [];
  const monthNumber = name === undefined ? 0 : monthNamed(name);
  return monthNumber > 0
    ? { dayOfMonth: Number(dayBeforeName), month: monthNumber, year: yearAfterName }
    : undefined;
}

/** Three letters are enough: no three letters begin two different months in either language. */
function monthNamed(name: string): number {
  const english = MONTH_NAMES.findIndex((full) => full.toLowerCase().startsWith(name));
  return 1 + (english >= 0 ? english : PORTUGUESE_MONTH_NAMES.findIndex((full) => full.startsWith(name)));
}

function dayMeant({ dayOfMonth, month, year }: Parts, today: Day, tense: TypedDayTense): Day | undefined {
  if (year === undefined) return nearest(dayOfMonth, month, today, tense);
  if (year.length === 4) return dayFrom(Number(year), month, dayOfMonth);
  const latest = partsOf(today).year + (tense === 'past' ? 0 : YEARS_AHEAD);
  const yearsBack = (((latest - Number(year)) % 100) + 100) % 100;
  return dayFrom(latest - yearsBack, month, dayOfMonth);
}

/** Eight years each way, because 29 February can be that far away. */
function nearest(dayOfMonth: number, month: number, today: Day, tense: TypedDayTense): Day | undefined {
  const thisYear = partsOf(today).year;
  return Array.from({ length: 17 }, (_, index) => dayFrom(thisYear - 8 + index, month, dayOfMonth))
    .filter((some) => some !== undefined)
    .filter((some) => tense === 'any' || some <= today)
    .sort((one, other) => Math.abs(daysBetween(today, one)) - Math.abs(daysBetween(today, other)))[0];
}

function whyNoSuchDay({ month, year }: Parts): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined)
    return 'must be a real date. The day comes first and the month second, from 1 to 12';
  if (year?.startsWith('0') && year.length === 4) return UNREADABLE;
  // The leap day is the only one that depends on the year, so an unwritten year is taken for a leap year.
  const lastDay = new Date(Date.UTC(Number(year ?? 2000), month, 0)).getUTCDate();
  return `must be a real date. ${name}${year === undefined ? '' : ` ${year}`} has ${lastDay} days`;
}

function onWeekday(meant: Day, weekday: string | undefined): TypedDay {
  const name = WEEKDAY_NAMES[weekdayOf(meant) - 1] ?? '';
  if (weekday === undefined || name.toLowerCase().startsWith(weekday)) return { ok: true, day: meant };
  return unread(`must be a real date. The day you typed is a ${name}`);
}

/** A day as people type it, `3/4/2026`: for a control that begins with one. Never "today", since the page may be opened again tomorrow. */
export function dayAsTyped(some: Day): string {
  const { year, month, dayOfMonth } = partsOf(some);
  return `${dayOfMonth}/${month}/${year}`;
}
