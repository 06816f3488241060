import { describe, expect, it } from 'vitest';
import { untilNight } from './night.ts';

const HOUR = 3_600_000;

describe('untilNight', () => {
  it.each([
    ['2026-11-20T12:00:00Z', 8],
    ['2026-11-20T19:30:00Z', 0.5],
    ['2026-11-20T20:00:00Z', 0],
    ['2026-11-20T23:59:59Z', 0],
    ['2026-11-21T05:59:59Z', 0],
    ['2026-11-21T06:00:00Z', 14],
  ])('of %s is %s hours where clocks show UTC', (at, hours) => {
    expect(untilNight(new Date(at), 'Europe/Jersey')).toBe(hours * HOUR);
  });

  it('goes by the wall clock in summer', () => {
    expect(untilNight(new Date('2026-07-20T19:00:00Z'), 'Europe/Jersey')).toBe(0);
    expect(untilNight(new Date('2026-07-20T05:30:00Z'), 'Europe/Jersey')).toBe(13.5 * HOUR);
  });

  it('goes by the wall clock where the day is another one', () => {
    expect(untilNight(new Date('2026-07-20T02:00:00Z'), 'America/Los_Angeles')).toBe(HOUR);
  });
});
