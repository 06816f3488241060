import { describe, expect, it } from 'vitest';
import { CLOCKS, TIMESCALES, timescaleRows } from './timescales.ts';
import { timescalesKept } from './timescales-in-force.ts';

const SEEDED = timescaleRows(TIMESCALES).map(({ runsAtNight, ...row }) => ({
  ...row,
  runs_at_night: runsAtNight,
}));

describe('The clocks of an authority', () => {
  it('are those that came with the profile where nothing was changed', () => {
    expect(timescalesKept(TIMESCALES, SEEDED)).toBe(TIMESCALES);
    expect(timescalesKept(TIMESCALES, SEEDED.toReversed())).toBe(TIMESCALES);
    expect(timescalesKept(TIMESCALES, [])).toBe(TIMESCALES);
  });

  it('are its own where a row was changed, and all others as they came', () => {
    const rows = SEEDED.map((row) =>
      row.clock === 'red contact decided'
        ? {
            ...row,
            amount: 2,
            unit: 'hours',
            runs_at_night: false,
            standing: 'local policy',
            source: 'Minute 12',
          }
        : row,
    );
    const kept = timescalesKept(TIMESCALES, rows);
    const [came] = TIMESCALES['red contact decided'];
    const { runsAtNight: _, ...day } = came;
    expect(kept['red contact decided']).toEqual([
      { ...day, within: { amount: 2, unit: 'hours' }, standing: 'local policy', source: 'Minute 12' },
    ]);
    for (const clock of CLOCKS)
      if (clock !== 'red contact decided') expect(kept[clock]).toBe(TIMESCALES[clock]);
  });

  it('keep the older edition beside a newer one, oldest first, and no time where none is set', () => {
    const row = SEEDED.find(({ clock }) => clock === 'contact answered');
    if (row === undefined) throw new Error('there is no such clock');
    const none = { ...row, since: '2027-01-01', amount: null, unit: 'none' } as const;
    const kept = timescalesKept(TIMESCALES, [none, ...SEEDED])['contact answered'];
    expect(kept.map(({ since, within }) => [since, within?.amount])).toEqual([
      ['2020-03-30', 5],
      ['2027-01-01', undefined],
    ]);
  });

  it('know no other clock, and take no row that cannot be read', () => {
    const [row] = SEEDED;
    if (row === undefined) throw new Error('there is no row');
    const strange = [
      { ...row, clock: 'constructor' },
      { ...row, standing: 'hearsay', amount: 9 },
    ];
    expect(timescalesKept(TIMESCALES, strange)).toBe(TIMESCALES);
  });
});
