import { type Control, type ControlOptions, type ControlPoint, control, segmentsOf } from './control.ts';
import { average } from './intervals.ts';
import type { Measured } from './point-rules.ts';

// Shewhart's constants for moving ranges of two: 3/d2, and D4 with which Nelson (1982) screens out single leaps.
const LIMIT = 2.66;
const SCREEN = 3.267;

/**
 * The chart of single values with limits from moving ranges, with the rules of the NHS "Making Data Count" tool.
 *
 * The lower limit may be negative, as in that tool: whoever draws a count cuts it at zero. Values are in time order without gaps.
 */
export function xmr(series: readonly number[], options: ControlOptions): Control {
  const segments = segmentsOf(series.length, options);
  const measured = segments.flatMap(({ from, until, baseline }): readonly Measured[] => {
    const values = series.slice(from, until);
    const { mean, reach } = limitsOf(values.slice(0, baseline), options.screening ?? true);
    return values.map((value) => ({ value, mean, reach }));
  });
  return control(measured, segments, options);
}

function limitsOf(baseline: readonly number[], screening: boolean) {
  const ranges = baseline.slice(1).map((value, at) => Math.abs(value - (baseline[at] ?? value)));
  const plain = average(ranges);
  const kept = screening ? ranges.filter((range) => range < SCREEN * plain) : ranges;
  return { mean: average(baseline), reach: LIMIT * average(kept) };
}

// A duration of nothing has no logarithm: it is read as a hundredth of the unit, half a minute where the unit is an hour.
const SHORTEST = 0.01;

/** The same chart for durations, whose long tail would stretch plain limits: judged as logarithms, printed in the unit. */
export function logXmr(series: readonly number[], options: ControlOptions): Control {
  const log = (value: number) => Math.log(Math.max(value, SHORTEST));
  const { target, ...others } = options;
  const judged = xmr(series.map(log), target === undefined ? others : { ...others, target: log(target) });
  return { ...judged, points: judged.points.map((point, at) => inUnit(point, series[at] ?? 0)) };
}

function inUnit(point: ControlPoint, value: number): ControlPoint {
  return {
    ...point,
    value,
    mean: Math.exp(point.mean),
    lower: Math.exp(point.lower),
    upper: Math.exp(point.upper),
  };
}

// Nelson's transformation, which makes the waiting time between rare events nearly normal.
const RARE = 1 / 3.6;

/** The t chart of days between rare events; two on one day count as half a day apart, and the chart should say so. */
export function chartOfGaps(gaps: readonly number[], options: ControlOptions): Control {
  const bend = (days: number) => Math.max(days, 0.5) ** RARE;
  const unbend = (value: number) => Math.max(0, value) ** (1 / RARE);
  const { target, ...others } = options;
  const judged = xmr(gaps.map(bend), target === undefined ? others : { ...others, target: bend(target) });
  const points = judged.points.map((point, at) => ({
    ...point,
    value: gaps[at] ?? 0,
    mean: unbend(point.mean),
    lower: unbend(point.lower),
    upper: unbend(point.upper),
  }));
  return { ...judged, points };
}
