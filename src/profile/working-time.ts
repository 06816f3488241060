import { addDays, addMonths, type Day, dayOf, startOfDay, weekdayOf } from '../language/day.ts';
import type { Duration } from '../language/duration.ts';
import { instantOfWall, offsetAt } from '../language/zone.ts';
import type { Calendar } from './calendar.ts';
import { officeHoursOn, type WallTime } from './office-hours.ts';
import type { Timescale } from './timescales.ts';

/**
 * When something is due. Clocks of hours end at `at`. Clocks of days end with the day `on`: `at` is the first instant of
 * the next day, so that a decision signed late on its last day is in time, as the measures count it.
 */
export type Due = { readonly on: Day; readonly at: Date; readonly wholeDay: boolean };

/** Milliseconds since midnight by the wall clock at which a working day opens and closes. */
type Stretch = { readonly opens: number; readonly closes: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_CLOSURE_IN_DAYS = 366;

/** When a clock that started then must be met, or nothing where the rule sets no time. Never before the start. */
export function dueBy(
  timescale: Pick<Timescale, 'within' | 'runsAtNight'>,
  started: Date | Day,
  calendar: Calendar,
): Due | null {
  if (timescale.within === null) return null;
  const { amount, unit } = timescale.within;
  const goesOn = timescale.runsAtNight === true;
  const from = typeof started === 'string' ? startOfDay(started, calendar.zone) : started;
  if (unit === 'working hours' && !goesOn)
    return dueAtInstant(addWorkingHours(from, amount, calendar), calendar);
  if (unit === 'working hours' || unit === 'hours') {
    const end = new Date(from.getTime() + amount * HOUR);
    return dueAtInstant(
      goesOn || isWorkingInstant(end, calendar) ? end : addWorkingHours(end, 0, calendar),
      calendar,
    );
  }
  const on = lastDayOf({ amount, unit }, dayOf(from, calendar.zone), calendar);
  return dueAtEndOf(goesOn ? on : nextWorkingDay(on, calendar), calendar);
}

/**
 * The instant so many working hours later. Outside office hours the count begins at the next opening; a count that fills
 * a day ends at its closing. Zero hours give the instant itself, or the next opening.
 */
export function addWorkingHours(from: Date, hours: number, calendar: Calendar): Date {
  let left = hours * HOUR;
  let { on, time } = wallClock(from, calendar.zone);
  for (let closedDays = 0; closedDays <= LONGEST_CLOSURE_IN_DAYS; on = addDays(on, 1), time = 0) {
    const stretch = stretchOf(on, calendar);
    const begins = Math.max(time, stretch?.opens ?? 0);
    const available = (stretch?.closes ?? 0) - begins;
    if (stretch === null || available <= 0) {
      closedDays += 1;
      continue;
    }
    closedDays = 0;
    if (left <= available) return instantAt(on, begins + left, calendar.zone);
    left -= available;
  }
  throw new RangeError('the calendar has no working day within a year');
}

/** Working minutes from one instant to a later one; nothing when the second is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: Calendar): number {
  const start = wallClock(from, calendar.zone);
  const end = wallClock(to, calendar.zone);
  let worked = 0;
  for (let on = start.on; on <= end.on; on = addDays(on, 1)) {
    const stretch = stretchOf(on, calendar);
    if (stretch === null) continue;
    const begins = on === start.on ? Math.max(stretch.opens, start.time) : stretch.opens;
    const ends = on === end.on ? Math.min(stretch.closes, end.time) : stretch.closes;
    worked += Math.max(0, ends - begins);
  }
  return worked / MINUTE;
}

/** Says whether the office is open at an instant; the moment of closing still counts. */
export function isWorkingInstant(instant: Date, calendar: Calendar): boolean {
  const { on, time } = wallClock(instant, calendar.zone);
  const stretch = stretchOf(on, calendar);
  return stretch !== null && stretch.opens <= time && time <= stretch.closes;
}

/** The working day so many working days later. From a holiday or weekend the count begins with the next working day. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): Day {
  let on = from;
  for (let left = count; left > 0; left -= 1) on = nextWorkingDay(addDays(on, 1), calendar);
  return on;
}

/** One row of the `working_day` table: what makes a due day, and working hours between two instants, a join. */
export type WorkingDayRow = {
  readonly date: Day;
  readonly isWorking: boolean;
  /** Working days from the beginning of the table up to and including this date. */
  readonly ordinal: number;
  readonly holidayName: string | undefined;
  readonly opens: WallTime | undefined;
  readonly closes: WallTime | undefined;
  /** Working minutes from the beginning of the table until this date began. */
  readonly minutesBefore: number;
};

/** The days from one to another, both included, numbered from the first. A day off carries the number of the day before. */
export function workingDaysTable(from: Day, to: Day, calendar: Calendar): readonly WorkingDayRow[] {
  const rows: WorkingDayRow[] = [];
  let ordinal = 0;
  let minutesBefore = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const hours = calendar.isWorking(date) ? hoursOf(date, calendar) : null;
    if (hours !== null) ordinal += 1;
    rows.push({
      date,
      isWorking: hours !== null,
      ordinal,
      holidayName: calendar.holidayOn(date),
      opens: hours?.opens,
      closes: hours?.closes,
      minutesBefore,
    });
    if (hours !== null) minutesBefore += (sinceMidnight(hours.closes) - sinceMidnight(hours.opens)) / MINUTE;
  }
  return rows;
}

function lastDayOf({ amount, unit }: Duration, started: Day, calendar: Calendar): Day {
  if (unit === 'months') return addMonths(started, amount);
  if (unit === 'days') return addDays(started, amount);
  return addWorkingDays(started, amount, calendar);
}

function nextWorkingDay(from: Day, calendar: Calendar): Day {
  for (let on = from, closed = 0; closed <= LONGEST_CLOSURE_IN_DAYS; on = addDays(on, 1), closed += 1) {
    if (calendar.isWorking(on)) return on;
  }
  throw new RangeError('the calendar has no working day within a year');
}

function dueAtInstant(at: Date, calendar: Calendar): Due {
  return { on: dayOf(at, calendar.zone), at, wholeDay: false };
}

function dueAtEndOf(on: Day, calendar: Calendar): Due {
  return { on, at: startOfDay(addDays(on, 1), calendar.zone), wholeDay: true };
}

function hoursOf(on: Day, calendar: Calendar) {
  return officeHoursOn(calendar.officeHours, on)?.week[weekdayOf(on) - 1] ?? null;
}

function stretchOf(on: Day, calendar: Calendar): Stretch | null {
  const hours = calendar.isWorking(on) ? hoursOf(on, calendar) : null;
  return hours && { opens: sinceMidnight(hours.opens), closes: sinceMidnight(hours.closes) };
}

function sinceMidnight(time: WallTime): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
}

// The wall clock, not elapsed time, is what office hours mean: a week with a change of clocks has no longer working day.
function wallClock(instant: Date, zone: string): { on: Day; time: number } {
  const wall = instant.getTime() + offsetAt(instant.getTime(), zone);
  return { on: dayOf(instant, zone), time: ((wall % DAY) + DAY) % DAY };
}

function instantAt(on: Day, time: number, zone: string): Date {
  return new Date(instantOfWall(Date.parse(on) + time, zone));
}
