import { NINETY_FIVE } from './intervals.ts';

/** How often a stock that only drifts by chance is called changed: the two tails outside 95 %. */
export const STOCK_FLAG_RATE = 2 * NINETY_FIVE.tail;

/** How a stock moved: the change, its deviate if starts and ends are independent, and whether chance alone explains it. */
export type Flow = {
  readonly started: number;
  readonly ended: number;
  readonly change: number;
  readonly z: number;
  readonly ordinary: boolean;
};

/**
 * The test for a change of a stock (children open, on a plan, in care): a chart of the stock itself would flag mere inertia.
 *
 * Brothers and sisters start and end together: pass each family's size and the variance counts families, not children.
 */
export function flowChange(starts: readonly number[], ends: readonly number[]): Flow {
  const total = (families: readonly number[]) => families.reduce((sum, size) => sum + size, 0);
  const variance = [...starts, ...ends].reduce((sum, size) => sum + size ** 2, 0);
  const started = total(starts);
  const ended = total(ends);
  const change = started - ended;
  const z = variance === 0 ? 0 : change / Math.sqrt(variance);
  return { started, ended, change, z, ordinary: Math.abs(z) < NINETY_FIVE.z };
}
