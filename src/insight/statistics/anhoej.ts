import { binomialQuantile } from './binomial.ts';
import { quantile } from './intervals.ts';

/** What a run chart shows: the median, the longest run on one side of it, how often the line crosses it, and whether that is unusual. */
export type RunChart = {
  readonly median: number;
  readonly useful: number;
  readonly longestRun: number;
  readonly longestUsual: number;
  readonly crossings: number;
  readonly fewestUsual: number;
  readonly signal: boolean;
};

/** Anhøj's rules: unusual when a run is too long or crossings too few for the number of points off the median. Needs no limits. */
export function anhoej(values: readonly number[]): RunChart {
  const median = quantile(values, 0.5) ?? 0;
  const sides = values.filter((value) => value !== median).map((value) => value > median);
  const crossings = sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length;
  const longestUsual = sides.length === 0 ? 0 : Math.round(Math.log2(sides.length)) + 3;
  const fewestUsual = sides.length < 2 ? 0 : binomialQuantile(0.05, sides.length - 1, 0.5);
  const longestRun = longest(sides);
  return {
    median,
    useful: sides.length,
    longestRun,
    longestUsual,
    crossings,
    fewestUsual,
    signal: longestRun > longestUsual || crossings < fewestUsual,
  };
}

function longest(sides: readonly boolean[]): number {
  let run = 0;
  let most = 0;
  for (const [at, side] of sides.entries()) {
    run = at > 0 && side === sides[at - 1] ? run + 1 : 1;
    most = Math.max(most, run);
  }
  return most;
}
