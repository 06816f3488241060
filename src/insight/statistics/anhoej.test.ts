import { describe, expect, it } from 'vitest';
import { anhoej } from './anhoej.ts';
import { flowChange } from './flow.ts';

describe('The run chart', () => {
  it('sees nothing in a line that keeps crossing the middle', () => {
    const values = [3, 8, 2, 9, 4, 7, 1, 8, 3, 9, 2, 7, 4, 8, 2, 9];
    expect(anhoej(values)).toMatchObject({
      useful: 16,
      longestRun: 1,
      crossings: 15,
      longestUsual: 7,
      signal: false,
    });
  });

  it('sees a long run on one side', () => {
    const values = [9, 8, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 1, 2];
    expect(anhoej(values)).toMatchObject({ longestRun: 8, crossings: 1, fewestUsual: 4, signal: true });
    expect(anhoej(values).lastRun).toEqual({ length: 8, side: -1 });
  });

  it('leaves points on the middle out of account', () => {
    expect(anhoej([1, 5, 5, 9, 5])).toMatchObject({ median: 5, useful: 2, crossings: 1 });
    expect(anhoej([5, 5, 5])).toMatchObject({ useful: 0, signal: false });
  });
});

describe('The change of a stock', () => {
  const alone = (families: number) => Array.from({ length: families }, () => 1);

  it.each([
    ['plans', 60, 72, -1.0, true],
    ['children in care', 20, 31, -1.5, true],
    ['children open', 600, 714, -3.1, false],
  ])('of %s, %i in and %i out', (_what, starts, ends, z, ordinary) => {
    const flow = flowChange(alone(starts), alone(ends));
    expect(flow.z).toBeCloseTo(z, 1);
    expect(flow.ordinary).toBe(ordinary);
  });

  it('is less remarkable when brothers and sisters move together', () => {
    expect(Math.abs(flowChange([3, 3, 3, 3], []).z)).toBeLessThan(Math.abs(flowChange(alone(12), []).z));
    expect(flowChange([], [])).toMatchObject({ change: 0, z: 0, ordinary: true });
  });
});
