import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  type Day,
  day,
  dayFrom,
  dayOf,
  daysBetween,
  isDay,
  isLeapDay,
  partsOf,
  startOfDay,
  startOfMonth,
  weekdayOf,
} from './day.ts';

const anyDay = fc.integer({ min: -250_000, max: 250_000 }).map((count) => addDays(day('2026-04-03'), count));

describe('A day', () => {
  it('is a day that exists', () => {
    expect(['2024-02-29', '2026-12-31', '1900-01-01'].filter(isDay)).toHaveLength(3);
    expect(
      ['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-3', '0999-01-01'].filter(
        isDay,
      ),
    ).toEqual([]);
    expect(
      ['', '2026-04-03\n', ' 2026-04-03', '2026-04-03T00:00', '२०२६-04-03', '20260-04-03'].filter(isDay),
    ).toEqual([]);
  });

  it('is refused in code when it does not exist', () => {
    expect(() => day('2026-02-30')).toThrow(RangeError);
    expect(dayFrom(2026, 2, 30)).toBeUndefined();
    expect(dayFrom(26, 2, 3)).toBeUndefined();
    expect(dayFrom(2026, 2, 3)).toBe('2026-02-03');
  });

  it('moves by calendar days across months, years and the change of clocks', () => {
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  });

  it('moves by months to the last day of a shorter month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(startOfMonth(day('2026-04-30'))).toBe('2026-04-01');
  });

  it('knows its weekday', () => {
    expect(weekdayOf(day('2027-03-03'))).toBe(3);
    expect(weekdayOf(day('1969-12-28'))).toBe(7);
  });

  it('knows the leap day', () => {
    expect(isLeapDay(day('2024-02-29'))).toBe(true);
    expect(isLeapDay(day('2024-02-28'))).toBe(false);
  });
});

describe('An instant', () => {
  it('falls on the next day in summer from eleven at night in Greenwich', () => {
    expect(dayOf(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
    expect(dayOf(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
    expect(dayOf(new Date('2026-01-01T23:30:00Z'))).toBe('2026-01-01');
  });

  it('is where a day begins, in Jersey and elsewhere', () => {
    expect(startOfDay(day('2026-07-01')).toISOString()).toBe('2026-06-30T23:00:00.000Z');
    expect(startOfDay(day('2026-12-01')).toISOString()).toBe('2026-12-01T00:00:00.000Z');
    expect(startOfDay(day('2026-07-01'), 'Asia/Tokyo').toISOString()).toBe('2026-06-30T15:00:00.000Z');
  });
});

describe('Every day', () => {
  const agrees = (some: Day): Temporal.PlainDate => Temporal.PlainDate.from(some);

  it('agrees with the calendar about distance, weekday and order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(daysBetween(one, other)).toBe(agrees(one).until(agrees(other)).days);
        expect(addDays(one, daysBetween(one, other))).toBe(other);
        expect(weekdayOf(one)).toBe(agrees(one).dayOfWeek);
        expect(Math.sign(compareDays(one, other))).toBe(Temporal.PlainDate.compare(one, other));
      }),
    );
  });

  it('contains its own first instant', () => {
    fc.assert(fc.property(anyDay, (some) => dayOf(startOfDay(some)) === some));
  });

  it('is built again from its parts', () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        const { year, month, dayOfMonth } = partsOf(some);
        expect(dayFrom(year, month, dayOfMonth)).toBe(some);
      }),
    );
  });
});
