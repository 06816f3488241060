import { Temporal } from 'temporal-polyfill';

const DAY = 86_400_000;

/** Offsets of whole days of a zone, by days since 1970; null for a day on which clocks change. Days come again and again: a board asks for one a hundred times. */
const KNOWN = new Map<string, Map<number, number | null>>();

/**
 * How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds; negative west of it. Both are milliseconds since 1970.
 * Throws a RangeError for a zone that does not exist.
 */
export function offsetAt(instant: number, zone: string): number {
  return offsetOfDay(Math.floor(instant / DAY), zone) ?? exactOffset(instant, zone);
}

/** The instant at which the wall clock of a zone shows a time, both in milliseconds since 1970; after a gap where the clock jumps over it. */
export function instantOfWall(wall: number, zone: string): number {
  const utcDay = Math.floor(wall / DAY);
  const [before, on, after] = [-1, 0, 1].map((days) => offsetOfDay(utcDay + days, zone));
  if (on !== undefined && on !== null && before === on && after === on) return wall - on;
  const shown = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return shown.toZonedDateTime(zone).epochMilliseconds;
}

// A day that begins and ends with the same offset is taken to keep it: no zone changes its clocks twice in one day.
function offsetOfDay(utcDay: number, zone: string): number | null {
  const days = KNOWN.get(zone) ?? new Map<number, number | null>();
  KNOWN.set(zone, days);
  const known = days.get(utcDay);
  if (known !== undefined) return known;
  const begins = exactOffset(utcDay * DAY, zone);
  const offset = begins === exactOffset((utcDay + 1) * DAY, zone) ? begins : null;
  days.set(utcDay, offset);
  return offset;
}

function exactOffset(instant: number, zone: string): number {
  return (
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
  );
}
