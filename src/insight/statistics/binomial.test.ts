import { describe, expect, it } from 'vitest';
import { binomialChance, binomialQuantile, exactTwoCounts } from './binomial.ts';

describe('Two counts of the same thing', () => {
  it.each([
    ['referrals, 72 then 50', 72, 50, 0.057, 3],
    ['plans, 59 then 47', 59, 47, 0.29, 2],
    ['children in care, 81 then 70', 81, 70, 0.42, 2],
    ['children open, 580 then 466', 580, 466, 0.0005, 4],
  ])('says how likely chance alone is for %s', (_what, first, second, p, digits) => {
    expect(exactTwoCounts(first, second)).toBeCloseTo(p, digits);
  });

  it('cannot tell two equal counts apart', () => {
    expect(exactTwoCounts(7, 7)).toBeCloseTo(1, 12);
  });

  it('allows for a count taken over twice the time', () => {
    expect(exactTwoCounts(20, 10, [2, 1])).toBeCloseTo(1, 6);
    expect(exactTwoCounts(20, 10, [1, 2])).toBeLessThan(0.001);
  });
});

describe('The binomial distribution', () => {
  it('adds up to one', () => {
    const all = Array.from({ length: 24 }, (_, k) => binomialChance(k, 23, 0.3));
    expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });

  it('finds the point below which one in twenty lies', () => {
    expect(binomialQuantile(0.05, 23, 0.5)).toBe(8);
    expect(binomialQuantile(0.05, 9, 0.5)).toBe(2);
  });
});
