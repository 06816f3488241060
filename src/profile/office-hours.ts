import type { Day } from '../language/day.ts';
import type { Sourced } from './standing.ts';

/** A time of day on the wall clock, `HH:MM`. */
export type WallTime = `${number}:${number}`;

/** When the office is open on one weekday, or null when it is closed. */
export type OpenHours = { readonly opens: WallTime; readonly closes: WallTime } | null;

/** The week from Monday (first) to Sunday (last), with when these hours began to hold. */
export type OfficeHours = Sourced & {
  readonly week: readonly [OpenHours, OpenHours, OpenHours, OpenHours, OpenHours, OpenHours, OpenHours];
};

const LONG = { opens: '08:30', closes: '17:00' } as const;
const SHORT = { opens: '08:30', closes: '16:30' } as const;

/** When the hub answers: the hours in which working hours are counted. Each change of hours adds an edition. */
export const OFFICE_HOURS: readonly OfficeHours[] = [
  {
    week: [LONG, LONG, LONG, LONG, SHORT, null, null],
    since: '2020-03-30',
    standing: 'local policy',
    source:
      'Victoria College page on the MASH and gov.je guidance for practitioners, older captures; confirm locally',
  },
];

/** The hours in force on a day: the newest edition begun by then, or the first for days before all of them. */
export function officeHoursOn(editions: readonly OfficeHours[], on: Day): OfficeHours | undefined {
  return editions.findLast((edition) => edition.since <= on) ?? editions[0];
}
