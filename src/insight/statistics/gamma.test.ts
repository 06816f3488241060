import { describe, expect, it } from 'vitest';
import { chiSquareQuantile, gammaShareBelow, logGamma } from './gamma.ts';

describe('The gamma function and the chi-square distribution', () => {
  it('gives the logarithm of a factorial', () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(171) / 706.5730622457874).toBeCloseTo(1, 12);
  });

  it.each([
    [0.95, 1, 3.841458820694124],
    [0.95, 2, 5.991464547107979],
    [0.025, 10, 3.246972780236842],
    [0.975, 10, 20.483177350807388],
    [0.999, 4, 18.466826952903151],
    [0.5, 100, 99.334129235988456],
  ])('has %f of a chi-square of %i degrees below %f', (share, degrees, point) => {
    expect(chiSquareQuantile(share, degrees) / point).toBeCloseTo(1, 10);
  });

  it('finds the share again at the point it found', () => {
    for (const share of [0.001, 0.025, 0.3, 0.7, 0.975, 0.999]) {
      for (const degrees of [2, 7, 20, 200]) {
        expect(gammaShareBelow(degrees / 2, chiSquareQuantile(share, degrees) / 2)).toBeCloseTo(share, 11);
      }
    }
  });
});
