import { describe, expect, it } from 'vitest';
import { laneyRates, laneyShares } from './laney.ts';

// Worked by hand: p = 0.5, sigma = 0.05 and 0.1, z = +2 and -2 in turn, mean leap 4, widening 4 / 1.128 = 3.546.
const months = Array.from({ length: 12 }, (_, at) => ({ x: at % 2 === 0 ? 60 : 40, n: 100 }));

describe('The chart of shares', () => {
  it('widens its limits by how much the months really vary', () => {
    const [first] = laneyShares(months, { better: 'higher' }).points;
    expect(first?.mean).toBe(0.5);
    expect(first?.upper).toBe(1);
    const reach = 3 * 0.05 * (4 / 1.128);
    const later = laneyShares([...months, { x: 200, n: 400 }], { better: 'higher' }).points[12];
    expect(later?.upper).toBeCloseTo(0.5 + reach / 2, 10);
    expect(later?.lower).toBeCloseTo(0.5 - reach / 2, 10);
  });

  it('expects more of a month with many than of one with few', () => {
    const { points } = laneyShares([...months, { x: 15, n: 20 }, { x: 1500, n: 2000 }], { better: 'higher' });
    expect(points.slice(12).map(({ signal }) => signal)).toEqual([null, 'out']);
  });

  it('keeps its limits between none and all, and bears a share of all', () => {
    const { points } = laneyShares(
      months.map(({ n }) => ({ x: n, n })),
      { better: 'higher' },
    );
    expect(points.every(({ upper, lower, signal }) => upper === 1 && lower === 1 && signal === null)).toBe(
      true,
    );
  });
});

describe('The chart of rates', () => {
  it('uses the exposure of each month and cuts the lower limit at nothing', () => {
    const rates = Array.from({ length: 12 }, (_, at) => ({ x: at % 2 === 0 ? 3 : 1, n: 100 }));
    const [first] = laneyRates(rates, { better: 'lower' }).points;
    const sigma = Math.sqrt(0.02 / 100);
    expect(first?.mean).toBeCloseTo(0.02, 12);
    expect(first?.upper).toBeCloseTo(0.02 + 3 * sigma * (0.02 / sigma / 1.128), 10);
    expect(first?.lower).toBe(0);
  });
});
