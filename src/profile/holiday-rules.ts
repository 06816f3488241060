import type { Sourced } from './standing.ts';

/** A rule that yields one holiday a year, or none. Weekdays count from Monday 1 to Sunday 7. */
export type HolidayRule = Sourced & { readonly name: string } & (
    | {
        readonly falls: 'on a date';
        readonly month: number;
        readonly dayOfMonth: number;
        readonly atWeekend: AtWeekend;
      }
    | { readonly falls: 'days from Easter'; readonly days: number }
    | { readonly falls: 'first weekday of month'; readonly month: number; readonly weekday: number }
    | { readonly falls: 'last weekday of month'; readonly month: number; readonly weekday: number }
  );

/** What becomes of a dated holiday at a weekend. */
export type AtWeekend = 'a substitute on the next working day' | 'no substitute, and none on a Sunday';

/** A decision of the States about one day: a holiday added, or one that is not kept that year. Editable. */
export type HolidayException = Sourced & {
  readonly on: `${number}-${number}-${number}`;
  readonly name: string;
  readonly is: 'a holiday' | 'not a holiday';
};

const LAW = {
  since: '2010-01-01',
  standing: 'law',
  source:
    'Acts of the States on public and bank holidays (jerseylaw.je 15.560.20); dates as published on gov.je from 2010',
} as const;
const SUBSTITUTE = 'a substitute on the next working day';

/** Jersey's yearly holidays. Liberation Day is the one without a day in lieu. */
// biome-ignore format: a table reads as a table
export const HOLIDAY_RULES: readonly HolidayRule[] = [
  { ...LAW, name: 'New Year’s Day', falls: 'on a date', month: 1, dayOfMonth: 1, atWeekend: SUBSTITUTE },
  { ...LAW, name: 'Good Friday', falls: 'days from Easter', days: -2 },
  { ...LAW, name: 'Easter Monday', falls: 'days from Easter', days: 1 },
  { ...LAW, name: 'Early May bank holiday', falls: 'first weekday of month', month: 5, weekday: 1 },
  { ...LAW, name: 'Liberation Day', falls: 'on a date', month: 5, dayOfMonth: 9, atWeekend: 'no substitute, and none on a Sunday' },
  { ...LAW, name: 'Spring bank holiday', falls: 'last weekday of month', month: 5, weekday: 1 },
  { ...LAW, name: 'Summer bank holiday', falls: 'last weekday of month', month: 8, weekday: 1 },
  { ...LAW, name: 'Christmas Day', falls: 'on a date', month: 12, dayOfMonth: 25, atWeekend: SUBSTITUTE },
  { ...LAW, name: 'Boxing Day', falls: 'on a date', month: 12, dayOfMonth: 26, atWeekend: SUBSTITUTE },
];

/** Days that the States added or moved. The first May Monday of 2020 was kept beside 8 May, unlike in England. */
// biome-ignore format: a table reads as a table
export const HOLIDAY_EXCEPTIONS: readonly HolidayException[] = [
  { ...LAW, on: '2011-04-29', name: 'Royal wedding', is: 'a holiday' },
  { ...LAW, on: '2012-05-28', name: 'Spring bank holiday, moved to 4 June', is: 'not a holiday' },
  { ...LAW, on: '2012-06-04', name: 'Spring bank holiday', is: 'a holiday' },
  { ...LAW, on: '2012-06-05', name: 'Diamond Jubilee', is: 'a holiday' },
  { ...LAW, on: '2020-05-08', name: '75 years since VE Day', is: 'a holiday' },
  { ...LAW, on: '2021-09-27', name: 'Corn Riots anniversary', is: 'a holiday' },
  { ...LAW, on: '2022-05-30', name: 'Spring bank holiday, moved to 2 June', is: 'not a holiday' },
  { ...LAW, on: '2022-06-02', name: 'Spring bank holiday', is: 'a holiday' },
  { ...LAW, on: '2022-06-03', name: 'Platinum Jubilee', is: 'a holiday' },
  { ...LAW, on: '2022-09-19', name: 'Funeral of Queen Elizabeth II', is: 'a holiday' },
  { ...LAW, on: '2023-05-08', name: 'Coronation of King Charles III', is: 'a holiday' },
  { ...LAW, on: '2024-07-15', name: 'Visit of the King and Queen', is: 'a holiday' },
];
