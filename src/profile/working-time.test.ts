import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayOf } from '../language/day.ts';
import { days, hours, months, workingDays, workingHours } from '../language/duration.ts';
import { calendarOf, holidaysIn } from './calendar.ts';
import { JERSEY_CALENDAR } from './jersey-calendar.ts';
import { TIMESCALES } from './timescales.ts';
import {
  addWorkingDays,
  addWorkingHours,
  dueBy,
  isWorkingInstant,
  workingDaysTable,
  workingMinutesBetween,
} from './working-time.ts';

const calendar = calendarOf(JERSEY_CALENDAR);
const EDITIONS = Object.values(TIMESCALES).flat();
const instants = fc.date({ min: new Date('2011-01-01'), max: new Date('2038-01-01'), noInvalidDate: true });
const workingAfter = (from: string, count: number) => addWorkingDays(day(from), count, calendar);
const afterHours = (from: string, count: number) =>
  addWorkingHours(new Date(from), count, calendar).toISOString();

describe('Working days', () => {
  it('pass over the weekend', () => {
    expect(workingAfter('2026-11-20', 1)).toBe('2026-11-23');
    expect(workingAfter('2026-11-21', 1)).toBe('2026-11-23');
  });

  it('pass over Easter', () => {
    expect(workingAfter('2026-04-02', 1)).toBe('2026-04-07');
  });

  it('pass over a Christmas weekend and its two substitutes', () => {
    expect(workingAfter('2027-12-24', 1)).toBe('2027-12-29');
  });

  it('pass over Liberation Day and every one-off holiday', () => {
    expect(workingAfter('2025-05-08', 1)).toBe('2025-05-12');
    expect(workingAfter('2020-05-07', 1)).toBe('2020-05-11');
    expect(workingAfter('2024-07-12', 1)).toBe('2024-07-16');
  });
});

describe('Working hours', () => {
  it('begin at the next opening when told in the evening', () => {
    expect(afterHours('2026-11-18T19:00:00Z', 4)).toBe('2026-11-19T12:30:00.000Z');
  });

  it('carry over the night, and Friday closes half an hour earlier', () => {
    expect(afterHours('2026-11-19T16:00:00Z', 2)).toBe('2026-11-20T09:30:00.000Z');
    expect(afterHours('2026-11-20T16:00:00Z', 1)).toBe('2026-11-23T09:00:00.000Z');
  });

  it('may end at the moment of closing', () => {
    expect(afterHours('2026-11-19T15:00:00Z', 2)).toBe('2026-11-19T17:00:00.000Z');
  });

  it('follow the wall clock over both changes of time', () => {
    expect(afterHours('2026-03-27T16:00:00Z', 1)).toBe('2026-03-30T08:00:00.000Z');
    expect(afterHours('2026-10-23T15:00:00Z', 1)).toBe('2026-10-26T09:00:00.000Z');
  });

  it('between two instants are those in which the office was open', () => {
    const minutes = (from: string, to: string) =>
      workingMinutesBetween(new Date(from), new Date(to), calendar);
    expect(minutes('2026-11-19T16:00:00Z', '2026-11-20T09:30:00Z')).toBe(120);
    expect(minutes('2026-11-20T16:30:00Z', '2026-11-23T08:30:00Z')).toBe(0);
    expect(minutes('2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z')).toBe((4 * 8.5 + 8) * 60);
    expect(minutes('2026-11-23T09:00:00Z', '2026-11-20T09:00:00Z')).toBe(0);
  });

  it('added to an instant are found again between the two', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 200 }), (from, count) => {
        const end = addWorkingHours(from, count, calendar);
        expect(workingMinutesBetween(from, end, calendar)).toBeCloseTo(count * 60, 3);
        expect(isWorkingInstant(end, calendar)).toBe(true);
      }),
    );
  });

  it('cannot be counted on a calendar that never works', () => {
    const shut = calendarOf({ ...JERSEY_CALENDAR, officeHours: [] });
    expect(() => addWorkingHours(new Date('2026-11-19'), 1, shut)).toThrow('no working day');
    expect(() => addWorkingDays(day('2026-11-19'), 1, shut)).toThrow('no working day');
  });
});

describe('What is due', () => {
  const due = (within: Parameters<typeof dueBy>[0]['within'], from: string, runsAtNight?: true) =>
    dueBy(runsAtNight ? { within, runsAtNight } : { within }, new Date(from), calendar);

  it('after one working day lasts until the end of that day', () => {
    expect(due(workingDays(1), '2026-11-20T11:00:00Z')).toEqual({
      on: '2026-11-23',
      at: new Date('2026-11-24T00:00:00Z'),
      wholeDay: true,
    });
  });

  it('within four hours through the night falls in the night', () => {
    expect(due(workingHours(4), '2026-11-20T23:00:00Z', true)?.at).toEqual(new Date('2026-11-21T03:00:00Z'));
    expect(due(workingHours(4), '2026-11-20T23:00:00Z')?.at).toEqual(new Date('2026-11-23T12:30:00Z'));
  });

  it('after 72 hours on a Saturday waits for Monday morning', () => {
    expect(due(hours(72), '2026-11-18T11:00:00Z')?.at).toEqual(new Date('2026-11-23T08:30:00Z'));
  });

  it('after 72 hours at the moment of closing is due at that moment', () => {
    expect(due(hours(72), '2026-11-16T17:00:00Z')?.at).toEqual(new Date('2026-11-19T17:00:00Z'));
  });

  it('after calendar days or months on a day off waits for the next working day', () => {
    expect(due(days(2), '2026-11-19T11:00:00Z')?.on).toBe('2026-11-23');
    expect(due(months(1), '2026-11-25T11:00:00Z')?.on).toBe('2026-12-29');
    expect(due(months(1), '2026-11-25T11:00:00Z', true)?.on).toBe('2026-12-25');
  });

  it('where no time is set is never', () => {
    expect(due(null, '2026-11-19T11:00:00Z')).toBeNull();
  });

  it('counts from the day on which people on the island were told, not from the day in Greenwich', () => {
    expect(due(workingDays(1), '2026-06-30T23:30:00Z')?.on).toBe('2026-07-02');
  });

  it('is never before the start, for every clock, at every time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EDITIONS), instants, (clock, started) => {
        const end = dueBy(clock, started, calendar);
        expect(end === null || end.at >= started).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('falls on a working day and, for hours, while the office is open, unless the clock runs at night', () => {
    const kept = EDITIONS.filter(({ within, runsAtNight }) => within !== null && !runsAtNight);
    fc.assert(
      fc.property(fc.constantFrom(...kept), instants, (clock, started) => {
        const end = dueBy(clock, started, calendar);
        expect(end !== null && calendar.isWorking(end.on)).toBe(true);
        expect(end !== null && (end.wholeDay || isWorkingInstant(end.at, calendar))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never earlier for what was told later', () => {
    const gap = fc.integer({ min: 0, max: 10 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...EDITIONS), instants, gap, (clock, started, minutes) => {
        const sooner = dueBy(clock, started, calendar);
        const later = dueBy(clock, new Date(started.getTime() + minutes * 60_000), calendar);
        expect(sooner === null || later === null || sooner.at <= later.at).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('passes over every holiday of thirty years, for every clock that was told the day before', () => {
    for (let year = 2010; year <= 2040; year += 1) {
      for (const { on } of holidaysIn(JERSEY_CALENDAR, year)) {
        const end = dueBy({ within: workingDays(1) }, addDays(on, -1), calendar);
        expect(end !== null && end.on > on && calendar.isWorking(end.on)).toBe(true);
      }
    }
  });
});

describe('The table of working days', () => {
  const table = workingDaysTable(day('2024-01-01'), day('2027-12-31'), calendar);
  const rowOn = (on: string) => table.find(({ date }) => date === on);

  it('numbers working days, and gives a day off the number of the working day before it', () => {
    const friday = rowOn('2026-11-20');
    expect(rowOn('2026-11-21')).toMatchObject({ isWorking: false, ordinal: friday?.ordinal });
    expect(rowOn('2026-11-23')).toMatchObject({ isWorking: true, ordinal: (friday?.ordinal ?? 0) + 1 });
    expect(rowOn('2026-12-25')).toMatchObject({
      isWorking: false,
      holidayName: 'Christmas Day',
      opens: undefined,
    });
  });

  it('finds by its numbers the same due day as counting does', () => {
    const start = fc.integer({ min: 1, max: table.length - 40 });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 20 }), (at, count) => {
        const told = table[at];
        const joined = table.find((row) => row.isWorking && row.ordinal === (told?.ordinal ?? 0) + count);
        expect(told && addWorkingDays(told.date, count, calendar)).toBe(joined?.date);
      }),
    );
  });

  it('finds by its minutes the same working time as counting does', () => {
    const first = new Date('2024-01-01T00:00:00Z');
    for (const row of table.filter((_, index) => index % 97 === 0)) {
      const counted = workingMinutesBetween(first, new Date(`${row.date}T00:00:00Z`), calendar);
      expect(row.minutesBefore).toBe(counted);
    }
  });

  it('holds every day once', () => {
    expect(new Set(table.map(({ date }) => date)).size).toBe(4 * 365 + 1);
    expect(dayOf(new Date('2027-12-31T12:00:00Z'))).toBe(table.at(-1)?.date);
  });
});
