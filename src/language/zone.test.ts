import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOfWall, offsetAt } from './zone.ts';

const HALF_HOUR = 1_800_000;
const HOUR = 2 * HALF_HOUR;
const ZONES = ['Europe/Jersey', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('The offset of a zone', () => {
  it('is an hour from the last Sunday of March to the last of October, to the second', () => {
    const offset = (instant: string) => offsetAt(Date.parse(instant), 'Europe/Jersey') / HOUR;
    expect(offset('2026-03-29T00:59:59Z')).toBe(0);
    expect(offset('2026-03-29T01:00:00Z')).toBe(1);
    expect(offset('2026-10-25T00:59:59Z')).toBe(1);
    expect(offset('2026-10-25T01:00:00Z')).toBe(0);
  });

  it.each(ZONES)('agrees with Temporal at every half hour of a year: %s', (zone) => {
    for (let at = Date.parse('2011-07-01'); at < Date.parse('2012-07-01'); at += HALF_HOUR) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      if (offsetAt(at, zone) !== zoned.offsetNanoseconds / 1e6) throw new Error(`${zoned}`);
      const shown = zoned.toPlainDateTime();
      const wall = shown.toZonedDateTime('UTC').epochMilliseconds;
      if (instantOfWall(wall, zone) !== shown.toZonedDateTime(zone).epochMilliseconds)
        throw new Error(`back from ${shown} ${zone}`);
    }
  });

  it('is refused for a zone that does not exist', () => {
    expect(() => offsetAt(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});
