import { describe, expect, it } from 'vitest';
import { day } from '../language/day.ts';
import { workingDays } from '../language/duration.ts';
import { RATING_COLOURS } from './code-sets/rating-colours.ts';
import { CLOCKS, isClock, TIMESCALES, timescaleOn, timescaleRows } from './timescales.ts';

describe('A clock', () => {
  const [first] = TIMESCALES['contact decided'];
  const shorter = { ...first, within: workingDays(2), since: '2026-01-01' } as const;
  const changed = { ...TIMESCALES, 'contact decided': [first, shorter] } as const;

  it('is the one in force on the day of the event', () => {
    expect(timescaleOn(changed, 'contact decided', day('2025-12-31'))).toBe(first);
    expect(timescaleOn(changed, 'contact decided', day('2026-01-01'))).toBe(shorter);
    expect(timescaleOn(changed, 'contact decided', day('2030-01-01'))).toBe(shorter);
  });

  it('does not bind before it existed', () => {
    expect(timescaleOn(TIMESCALES, 'contact decided', day('2020-03-29'))).toBeUndefined();
  });

  it('is never shown as law where no law was found', () => {
    for (const clock of CLOCKS) {
      for (const { standing } of TIMESCALES[clock])
        expect(['English default', 'demonstration']).toContain(standing);
    }
  });

  it('stands behind every colour, and blue has no time', () => {
    for (const { clock } of RATING_COLOURS.codes) expect(isClock(clock)).toBe(true);
    expect(TIMESCALES['blue contact decided'][0].within).toBeNull();
    expect(TIMESCALES['red contact decided'][0].runsAtNight).toBe(true);
  });
});

describe('The rows of the clocks', () => {
  it('hold every edition, and say "none" where no time is set', () => {
    const rows = timescaleRows(TIMESCALES);
    expect(rows).toHaveLength(Object.values(TIMESCALES).flat().length);
    expect(rows.find(({ clock }) => clock === 'blue contact decided')).toMatchObject({
      amount: null,
      unit: 'none',
    });
    expect(rows.find(({ clock }) => clock === 'contact decided')).toMatchObject({
      amount: 1,
      unit: 'working days',
      runsFrom: 'contact told to us',
      runsAtNight: false,
    });
  });
});
