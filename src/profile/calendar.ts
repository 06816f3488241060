import { addDays, type Day, day, dayFrom, weekdayOf } from '../language/day.ts';
import type { HolidayException, HolidayRule } from './holiday-rules.ts';
import type { OfficeHours } from './office-hours.ts';
import { officeHoursOn } from './office-hours.ts';

/** A holiday of one year by its name. */
export type Holiday = { readonly on: Day; readonly name: string };

/** What working time is counted on: a zone, hours, yearly rules and the days decided one by one. */
export type CalendarRules = {
  readonly id: string;
  readonly zone: string;
  readonly officeHours: readonly OfficeHours[];
  readonly holidayRules: readonly HolidayRule[];
  readonly holidayExceptions: readonly HolidayException[];
};

/** A calendar ready to ask. It remembers the holidays of the years it was asked about, and which days are worked. */
export type Calendar = CalendarRules & {
  holidayOn(some: Day): string | undefined;
  /** A day on which the office opens and no holiday is kept. */
  isWorking(some: Day): boolean;
};

/** Makes a calendar of its rules. */
export function calendarOf(rules: CalendarRules): Calendar {
  const years = new Map<number, ReadonlyMap<Day, string>>();
  const holidayOn = (some: Day) => {
    const year = Number(some.slice(0, 4));
    const known = years.get(year) ?? new Map(holidaysIn(rules, year).map(({ on, name }) => [on, name]));
    years.set(year, known);
    return known.get(some);
  };
  const opens = (some: Day) => officeHoursOn(rules.officeHours, some)?.week[weekdayOf(some) - 1] != null;
  const worked = new Map<Day, boolean>();
  const isWorking = (some: Day) => {
    const known = worked.get(some);
    if (known !== undefined) return known;
    const works = opens(some) && holidayOn(some) === undefined;
    if (worked.size >= MOST_REMEMBERED) worked.clear();
    worked.set(some, works);
    return works;
  };
  return { ...rules, holidayOn, isWorking };
}

const MOST_REMEMBERED = 20_000;

/** The holidays of a year in order: those of the rules, their substitutes, and the days decided one by one. */
export function holidaysIn(
  rules: Pick<CalendarRules, 'holidayRules' | 'holidayExceptions'>,
  year: number,
): readonly Holiday[] {
  const kept = new Map<Day, string>();
  for (const rule of rules.holidayRules) keep(kept, dayOfRule(rule, year), rule.name);
  for (const exception of rules.holidayExceptions) {
    if (!exception.on.startsWith(`${year}-`)) continue;
    if (exception.is === 'a holiday') keep(kept, day(exception.on), exception.name);
    else kept.delete(day(exception.on));
  }
  for (const [on, name] of substitutes(rules.holidayRules, year, kept)) kept.set(on, name);
  return [...kept].map(([on, name]) => ({ on, name })).sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** Easter Sunday of the western churches, by the anonymous Gregorian rule. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCenturies = Math.floor(century / 4);
  const moonDrift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - leapCenturies - moonDrift + 15) % 30;
  const fullMoon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + leapCenturies) % 7;
  return addDays(day(`${year}-03-28`), fullMoon - weekday);
}

function keep(kept: Map<Day, string>, on: Day | undefined, name: string): void {
  if (on !== undefined && !kept.has(on)) kept.set(on, name);
}

function dayOfRule(rule: HolidayRule, year: number): Day | undefined {
  switch (rule.falls) {
    case 'days from Easter':
      return addDays(easterSunday(year), rule.days);
    case 'first weekday of month':
      return nextWeekday(firstOf(year, rule.month), rule.weekday);
    case 'last weekday of month':
      return addDays(nextWeekday(firstOf(year, rule.month + 1), rule.weekday), -7);
    case 'on a date': {
      const on = dayFrom(year, rule.month, rule.dayOfMonth);
      const lost =
        on !== undefined && rule.atWeekend === 'no substitute, and none on a Sunday' && weekdayOf(on) === 7;
      return lost ? undefined : on;
    }
  }
}

/** Two holidays on one weekend take the two days that follow it: the later never takes the earlier one's day. */
function substitutes(
  rules: readonly HolidayRule[],
  year: number,
  kept: ReadonlyMap<Day, string>,
): Map<Day, string> {
  const added = new Map<Day, string>();
  for (const rule of rules) {
    if (rule.falls !== 'on a date' || rule.atWeekend !== 'a substitute on the next working day') continue;
    const on = dayOfRule(rule, year);
    if (on === undefined || weekdayOf(on) < 6) continue;
    let next = on;
    while (weekdayOf(next) > 5 || kept.has(next) || added.has(next)) next = addDays(next, 1);
    added.set(next, `${rule.name} (substitute day)`);
  }
  return added;
}

function firstOf(year: number, month: number): Day {
  return day(`${year}-${String(month).padStart(2, '0')}-01`);
}

function nextWeekday(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}
