import { describe, expect, it } from 'vitest';
import { isBackupDue } from './nightly-backup.ts';

const ZONE = 'Europe/Jersey';
const due = (newest: string | undefined, now: string, demonstration = false) =>
  isBackupDue(newest === undefined ? undefined : new Date(newest), new Date(now), {
    demonstration,
    zone: ZONE,
  });

describe('The backup of the night', () => {
  it.each([
    ['by day there is none yet, and nobody waits for the night', undefined, '2026-11-20T12:00:00Z', false],
    ['in the first night', undefined, '2026-11-20T20:00:00Z', true],
    ['once a night', '2026-11-20T20:10:00Z', '2026-11-21T05:00:00Z', false],
    ['in the next night', '2026-11-20T20:10:00Z', '2026-11-21T20:10:00Z', true],
    ['not by day, though the night’s is old', '2026-11-20T20:10:00Z', '2026-11-21T19:00:00Z', false],
    ['by day, where the program was away in the night', '2026-11-20T20:10:00Z', '2026-11-21T22:10:00Z', true],
    ['by the clocks of the authority in summer', undefined, '2026-07-20T19:00:00Z', true],
  ])('is made %s', (_, newest, now, expected) => {
    expect(due(newest, now)).toBe(expected);
  });

  it('of a demonstration is made only after somebody has made the first', () => {
    expect(due(undefined, '2026-11-20T22:00:00Z', true)).toBe(false);
    expect(due('2026-11-19T20:10:00Z', '2026-11-20T22:00:00Z', true)).toBe(true);
  });
});
