import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, weekdayOf } from '../language/day.ts';
import { calendarOf, easterSunday, holidaysIn } from './calendar.ts';
import { JERSEY_CALENDAR } from './jersey-calendar.ts';

const calendar = calendarOf(JERSEY_CALENDAR);
const daysOf = (year: number) => holidaysIn(JERSEY_CALENDAR, year).map(({ on }) => on);

describe('Public holidays of Jersey', () => {
  it('are in 2025 the days that were published', () => {
    expect(daysOf(2025)).toEqual([
      '2025-01-01',
      '2025-04-18',
      '2025-04-21',
      '2025-05-05',
      '2025-05-09',
      '2025-05-26',
      '2025-08-25',
      '2025-12-25',
      '2025-12-26',
    ]);
  });

  it('are in 2026 the days that were published, Liberation Day on its Saturday and one substitute for Boxing Day', () => {
    expect(daysOf(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-09',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ]);
  });

  it('are in 2027 the days that were published, with no Liberation Day on a Sunday and two days after a Christmas weekend', () => {
    expect(daysOf(2027)).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
      '2027-12-28',
    ]);
  });

  it('give no day in lieu of Liberation Day', () => {
    expect(calendar.isWorking(day('2026-05-11'))).toBe(true);
    expect(calendar.isWorking(day('2027-05-10'))).toBe(true);
    expect(calendar.isWorking(day('2025-05-09'))).toBe(false);
  });

  it.each([
    ['2020-05-04', 'Early May bank holiday'],
    ['2020-05-08', '75 years since VE Day'],
    ['2021-09-27', 'Corn Riots anniversary'],
    ['2022-06-02', 'Spring bank holiday'],
    ['2022-09-19', 'Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Coronation of King Charles III'],
    ['2024-07-15', 'Visit of the King and Queen'],
  ])('keep %s as %s', (on, name) => {
    expect(calendar.holidayOn(day(on))).toBe(name);
    expect(calendar.isWorking(day(on))).toBe(false);
  });

  it('leave the Monday free for work from which the spring holiday was moved', () => {
    expect(calendar.isWorking(day('2022-05-30'))).toBe(true);
    expect(calendar.isWorking(day('2012-05-28'))).toBe(true);
  });

  it('put a Christmas Day on a Sunday off to the Tuesday, because Boxing Day has the Monday', () => {
    expect(daysOf(2022).slice(-3)).toEqual(['2022-12-25', '2022-12-26', '2022-12-27']);
    expect(calendar.holidayOn(day('2022-12-27'))).toBe('Christmas Day (substitute day)');
  });

  it('put a New Year’s Day on a weekend off to the Monday', () => {
    expect(calendar.holidayOn(day('2022-01-03'))).toBe('New Year’s Day (substitute day)');
    expect(calendar.holidayOn(day('2023-01-02'))).toBe('New Year’s Day (substitute day)');
  });

  it('can be added by the States at any time', () => {
    const added = {
      on: '2030-06-10',
      name: 'A day for the island',
      is: 'a holiday',
      since: '2030-01-01',
      source: 'A decision of the States',
      standing: 'law',
    } as const;
    const changed = calendarOf({
      ...JERSEY_CALENDAR,
      holidayExceptions: [...JERSEY_CALENDAR.holidayExceptions, added],
    });
    expect(changed.isWorking(day('2030-06-10'))).toBe(false);
    expect(calendar.isWorking(day('2030-06-10'))).toBe(true);
  });
});

describe('Easter', () => {
  it.each([
    [2010, '2010-04-04'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('is in %i on %s', (year, on) => {
    expect(easterSunday(year)).toBe(on);
  });

  it('is always a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});
