import { binomialQuantile } from './binomial.ts';
import { quantile } from './intervals.ts';
import type { Side } from './point-rules.ts';

/** What a run chart shows: the median, the longest run on one side of it, how often it is crossed, and whether that is unusual. */
export type RunChart = {
  readonly median: number;
  readonly useful: number;
  readonly longestRun: number;
  readonly lastRun: { readonly length: number; readonly side: Side };
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
  const runs = runsOf(sides);
  const longestRun = Math.max(0, ...runs);
  return {
    median,
    useful: sides.length,
    longestRun,
    lastRun: { length: runs.at(-1) ?? 0, side: lastSide(sides) },
    longestUsual,
    crossings,
    fewestUsual,
    signal: longestRun > longestUsual || crossings < fewestUsual,
  };
}

function runsOf(sides: readonly boolean[]): readonly number[] {
  const runs: number[] = [];
  for (const [at, side] of sides.entries()) {
    const before = at > 0 && side === sides[at - 1] ? (runs.pop() ?? 0) : 0;
    runs.push(before + 1);
  }
  return runs;
}

function lastSide(sides: readonly boolean[]): Side {
  const last = sides.at(-1);
  if (last === undefined) return 0;
  return last ? 1 : -1;
}
