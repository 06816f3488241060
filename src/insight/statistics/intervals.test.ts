import { describe, expect, it } from 'vitest';
import { countInterval, dispersion, newcombe, overdispersed, quantile, wilson } from './intervals.ts';

describe('The interval of a share', () => {
  it.each([
    [65, 100, 0.552544, 0.736358],
    [1045, 5000, 0.197955, 0.220491],
    [18, 20, 0.698966, 0.972134],
    [4, 5, 0.375535, 0.963776],
  ])('of %i of %i is %f to %f', (x, n, lower, upper) => {
    expect(wilson(x, n).lower).toBeCloseTo(lower, 6);
    expect(wilson(x, n).upper).toBeCloseTo(upper, 6);
  });

  it('says nothing about nobody', () => {
    expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
  });

  it('stays between none and all', () => {
    expect(wilson(0, 3).lower).toBe(0);
    expect(wilson(3, 3).upper).toBeCloseTo(1, 12);
  });
});

describe('The interval of a count', () => {
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [4, 1.0899, 10.2416],
    [9, 4.1154, 17.0848],
    [47, 34.5309, 62.5014],
    [59, 44.9109, 76.107],
    [70, 54.5661, 88.4421],
  ])('of %i is %f to %f', (x, lower, upper) => {
    expect(countInterval(x).lower).toBeCloseTo(lower, 4);
    expect(countInterval(x).upper).toBeCloseTo(upper, 4);
  });

  it('makes 47 plans among 20,000 children 17.3 to 31.3 in 10,000', () => {
    const { lower, upper } = countInterval(47);
    expect([lower / 2, upper / 2].map((rate) => rate.toFixed(1))).toEqual(['17.3', '31.3']);
  });

  it('is twice as wide when months vary four times as much as separate events would', () => {
    const plain = countInterval(59);
    const wide = overdispersed(59, 4);
    expect(wide.upper - 59).toBeCloseTo(2 * (plain.upper - 59), 10);
    expect(59 - wide.lower).toBeCloseTo(2 * (59 - plain.lower), 10);
  });

  it('is never narrower than that of separate events, and never below none', () => {
    expect(overdispersed(59, 0.3)).toEqual(countInterval(59));
    expect(overdispersed(2, 9).lower).toBe(0);
  });
});

describe('Dispersion', () => {
  it('of the published MASH series before its surge is 4.2', () => {
    expect(dispersion([109, 107, 98, 118, 138, 109, 139, 119, 149, 172])).toBeCloseTo(4.2, 1);
  });

  it('is never below 1', () => {
    expect(dispersion([5, 5, 5, 5])).toBe(1);
    expect(dispersion([])).toBe(1);
  });
});

describe('Two shares', () => {
  it('differ by what Newcombe printed for 56 of 70 and 48 of 80', () => {
    const { difference, lower, upper } = newcombe({ x: 56, n: 70 }, { x: 48, n: 80 });
    expect(difference).toBeCloseTo(0.2, 10);
    expect(lower).toBeCloseTo(0.0524, 4);
    expect(upper).toBeCloseTo(0.3339, 4);
  });
});

describe('The middle value', () => {
  it('lies between the two in the middle', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});
