import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRows, spread, thinned, widthOf } from './labels.ts';

describe('Labels at the end of lines', () => {
  it('stay at their lines where there is room', () => {
    expect(spread([20, 60, 100], 16, 0, 200)).toEqual([20, 60, 100]);
  });

  it('part evenly where two lines lie together', () => {
    expect(spread([100, 100], 16, 0, 200)).toEqual([92, 108]);
  });

  it('never overlap, never leave the chart and keep the order of their lines, wherever the lines lie', () => {
    const lines = fc.array(fc.double({ min: 0, max: 236, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, (places) => {
        const sorted = places.toSorted((a, b) => a - b);
        const labels = spread(sorted, 16, 0, 236);
        for (const [at, label] of labels.entries()) {
          expect(label).toBeGreaterThanOrEqual(-1e-9);
          expect(label).toBeLessThanOrEqual(236 + 1e-9);
          if (at > 0) expect(label - (labels[at - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9);
        }
      }),
    );
  });
});

describe('Words over moments', () => {
  it('take a second row rather than overlap', () => {
    const rows = inRows(
      [
        { middle: 100, width: 80 },
        { middle: 130, width: 80 },
        { middle: 300, width: 80 },
      ],
      0,
      400,
      10,
    );
    expect(rows.map(({ row }) => row)).toEqual([0, 1, 0]);
  });

  it('stay inside the chart at its edges', () => {
    const [first, last] = inRows(
      [
        { middle: 5, width: 80 },
        { middle: 398, width: 80 },
      ],
      0,
      400,
      10,
    );
    expect([first?.start, last?.end]).toEqual([0, 400]);
  });
});

describe('Words on the axis', () => {
  const months = Array.from({ length: 24 }, (_, at) => {
    const month = (at + 2) % 12;
    const group = String(25 + Math.floor((at + 2) / 12));
    return {
      tick: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month] ?? '',
      group,
    };
  });

  it('name every third month, the year where it changes, and always the last', () => {
    expect([...thinned(months, 30, 13).values()]).toEqual([
      'Mar 25',
      'Jun',
      'Sep',
      'Dec',
      'Mar 26',
      'Jun',
      'Sep',
      'Dec',
      'Feb 27',
    ]);
  });

  it('are fewer on a telephone, and do not touch', () => {
    const words = thinned(months, 7, 13.5);
    expect([...words.values()]).toEqual(['Mar 25', 'Mar 26', 'Feb 27']);
    const ends = [...words].map(([at, text]) => ({
      start: at * 7 - widthOf(text, 13.5) / 2,
      end: at * 7 + widthOf(text, 13.5) / 2,
    }));
    for (const [at, { start }] of ends.entries())
      if (at > 0) expect(start).toBeGreaterThan(ends[at - 1]?.end ?? 0);
  });

  it('are there for a single month too', () => {
    expect([...thinned([{ tick: 'Feb', group: '27' }], 0, 13)]).toEqual([[0, 'Feb 27']]);
  });
});
