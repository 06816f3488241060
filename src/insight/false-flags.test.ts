import { describe, expect, it } from 'vitest';
import { FLAG_RATES, falseFlags } from './false-flags.ts';
import { flagRate, poisson, STABLE, seeded } from './statistics/simulate.ts';
import { xmr } from './statistics/xmr.ts';

const monthly = { chart: 'xmr', points: 24, typical: 60, flow: null } as const;

describe('How many flags chance alone would raise', () => {
  const processes: readonly string[] = Object.keys(STABLE);

  it.each(processes.flatMap((name) => [12, 24].map((points) => [name, points] as const)))(
    'is what a coarse simulation with another seed finds: %s, %i points',
    (name, points) => {
      const runs = 1500;
      for (const [process, rates] of Object.entries(FLAG_RATES)) {
        if (process !== name) continue;
        const stated = points === 12 ? rates[12] : rates[24];
        const error = Math.sqrt((stated * (1 - stated)) / runs);
        expect(Math.abs(rateOf(name, points, runs) - stated)).toBeLessThan(4 * error);
      }
    },
  );

  it('is the sum over the charts of a report', () => {
    expect(falseFlags(Array.from({ length: 62 }, () => monthly))).toBeCloseTo(62 * 0.0609, 10);
    expect(falseFlags([])).toBe(0);
  });

  it('lies between the simulated lengths, and is level after 36 months', () => {
    expect(falseFlags([{ ...monthly, points: 30 }])).toBeCloseTo((0.0609 + 0.0618) / 2, 10);
    expect(falseFlags([{ ...monthly, points: 60 }])).toBe(0.0618);
  });

  it('is none for a chart too short to judge, and one in twenty for a stock judged by its flow', () => {
    expect(falseFlags([{ ...monthly, points: 11 }])).toBe(0);
    const flow = { started: 11, ended: 14, change: -3, z: -0.6, ordinary: true };
    expect(falseFlags([{ ...monthly, flow }])).toBe(0.05);
  });
});

describe('Limits from all 24 points', () => {
  it.each([
    [4, 0.024],
    [1, 0.056],
  ])('flag a mean of %i as often as was published: %f', (mean, published) => {
    const chance = seeded(7);
    const runs = 3000;
    const flagged = Array.from({ length: runs }, () => {
      const months = Array.from({ length: 24 }, () => poisson(chance, mean));
      return xmr(months, { better: 'neither', lockAt: 24 }).variation.signal !== null;
    }).filter(Boolean);
    expect(Math.abs(flagged.length / runs - published)).toBeLessThan(0.013);
  });
});

function rateOf(name: string, points: number, runs: number): number {
  const found = isProcess(name) ? flagRate(name, points, runs, 4711) : Number.NaN;
  return found;
}

function isProcess(name: string): name is keyof typeof STABLE {
  return Object.hasOwn(STABLE, name);
}
