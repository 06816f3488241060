import { type Control, type ControlOptions, control, segmentsOf } from './control.ts';
import { average } from './intervals.ts';
import type { Measured } from './point-rules.ts';

/** A month of a share or a rate: how many, out of how many (or over how much). Months with n = 0 must be left out. */
export type Counted = { readonly x: number; readonly n: number };

/** Laney's P′ chart of shares from 0 to 1: binomial limits widened by how much the months really vary. */
export function laneyShares(series: readonly Counted[], options: ControlOptions): Control {
  return clipped(
    laney(series, options, (p, n) => Math.sqrt((p * (1 - p)) / n)),
    1,
  );
}

/** Laney's U′ chart of rates over an exposure: Poisson limits widened in the same way. */
export function laneyRates(series: readonly Counted[], options: ControlOptions): Control {
  return clipped(
    laney(series, options, (u, n) => Math.sqrt(u / n)),
    Number.POSITIVE_INFINITY,
  );
}

function laney(
  series: readonly Counted[],
  options: ControlOptions,
  sigmaOf: (centre: number, n: number) => number,
): Control {
  const segments = segmentsOf(series.length, options);
  const measured = segments.flatMap(({ from, until, baseline }): readonly Measured[] => {
    const months = series.slice(from, until);
    const first = months.slice(0, baseline);
    const mean = sum(first.map(({ x }) => x)) / sum(first.map(({ n }) => n));
    const widening = wideningOf(first, mean, sigmaOf);
    return months.map(({ x, n }) => ({ value: x / n, mean, reach: 3 * sigmaOf(mean, n) * widening }));
  });
  return control(measured, segments, options);
}

// With a centre of none or all, sigma is zero and no month deviates from it: the widening is then of no consequence.
function wideningOf(
  months: readonly Counted[],
  mean: number,
  sigmaOf: (centre: number, n: number) => number,
): number {
  const deviates = months.map(({ x, n }) => {
    const sigma = sigmaOf(mean, n);
    return sigma === 0 ? 0 : (x / n - mean) / sigma;
  });
  const leaps = deviates.slice(1).map((value, at) => Math.abs(value - (deviates[at] ?? value)));
  return average(leaps) / 1.128;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// Rounding may carry a limit a hair past the possible; near-limits were judged on the full reach, as the NHS rules want.
function clipped(judged: Control, most: number): Control {
  const points = judged.points.map((point) => ({
    ...point,
    lower: Math.max(0, point.lower),
    upper: Math.min(most, point.upper),
  }));
  return { ...judged, points };
}
