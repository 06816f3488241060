import { daysBetween } from '../language/day.ts';
import { behind, type Figure } from './figure.ts';
import type { Line } from './measure.ts';
import { monthOf, monthWords } from './month.ts';
import {
  type FigureOfMonth,
  type Judging,
  type MonthOfLines,
  type SeriesPoint,
  unjudged,
} from './series-point.ts';
import { anhoej } from './statistics/anhoej.ts';
import {
  type Assurance,
  type Control,
  type ControlOptions,
  LOCK_AT,
  meaningOf,
} from './statistics/control.ts';
import { quantile } from './statistics/intervals.ts';
import { type Counted, laneyRates, laneyShares } from './statistics/laney.ts';
import { chartOfGaps, logXmr, xmr } from './statistics/xmr.ts';

/**
 * What a chart draws. `newLimitsFrom` are the places in `points` before which limits were set or reset; `onTrial` is on how many
 * points the last limits rest while those are fewer than twelve.
 */
export type Drawn = {
  readonly points: readonly SeriesPoint[];
  readonly newLimitsFrom: readonly { readonly at: number; readonly words: string }[];
  readonly onTrial: number | null;
  readonly assurance: Assurance;
};

type Months = readonly FigureOfMonth[];

const CHARTS: Readonly<
  Record<
    'xmr' | 'log xmr' | 'p prime' | 'u prime',
    (figures: readonly Figure[], options: ControlOptions) => Control
  >
> = {
  xmr: (figures, options) => xmr(valuesOf(figures), options),
  'log xmr': (figures, options) => logXmr(valuesOf(figures), options),
  'p prime': (figures, options) => laneyShares(countsOf(figures), options),
  'u prime': (figures, options) => laneyRates(countsOf(figures), options),
};

function valuesOf(figures: readonly Figure[]): readonly number[] {
  return figures.map(({ value }) => value ?? 0);
}

function countsOf(figures: readonly Figure[]): readonly Counted[] {
  return figures.map(({ met, counted }) => ({ x: met, n: counted }));
}

/** Months judged by limits. A month of nothing keeps its place on the chart and is no part of the limits. */
export function controlSeries(months: Months, chart: keyof typeof CHARTS, judging: Judging): Drawn {
  const valued = months.filter(({ figure }) => figure.value !== null);
  const rebaseAt = (judging.rebaseAt ?? [])
    .map((month) => valued.findIndex((other) => other.month >= month))
    .filter((at) => at > 0);
  const control = CHARTS[chart](
    valued.map(({ figure }) => figure),
    { ...judging, rebaseAt },
  );
  const verdicts = new Map(
    control.points.map(({ signal, ...point }, at) => [valued[at]?.month, { ...point, reason: signal }]),
  );
  const points = months.map((month) => ({ ...unjudged(month), ...verdicts.get(month.month) }));
  const placeOf = (at: number) => months.findIndex(({ month }) => month === valued[at]?.month);
  return {
    points,
    newLimitsFrom: newLimits(control, placeOf),
    onTrial: onTrial(control),
    assurance: control.assurance,
  };
}

function onTrial({ segments }: Control): number | null {
  const last = segments.at(-1);
  return last?.trial === true ? last.baseline : null;
}

function newLimits({ segments }: Control, placeOf: (at: number) => number): Drawn['newLimitsFrom'] {
  return segments.flatMap(({ from, until, baseline, trial }) => [
    ...(from > 0 ? [{ at: placeOf(from), words: 'new limits' }] : []),
    ...(trial || until === from + baseline
      ? []
      : [{ at: placeOf(from + baseline), words: 'limits set here' }]),
  ]);
}

/** Months without limits: only a run that is too long, or a line that crosses its middle too seldom, is unusual. */
export function runSeries(months: Months, { better }: Judging): Drawn {
  const values = months.flatMap(({ figure }) => figure.value ?? []);
  const run = anhoej(values);
  const shown = months.map(unjudged);
  if (values.length < LOCK_AT) return { points: shown, newLimitsFrom: [], onTrial: null, assurance: null };
  const side = run.lastRun.length > run.longestUsual ? run.lastRun.side : 0;
  const meaning = meaningOf(side, better);
  const points = shown.map((point, at): SeriesPoint => {
    const flagged = run.signal && at === shown.length - 1;
    return { ...point, mean: run.median, ...(flagged ? { reason: 'run', side, meaning } : {}) };
  });
  return { points, newLimitsFrom: [], onTrial: null, assurance: null };
}

/** Months that are drawn with their middle and judged by no rule. */
export function levelSeries(months: Months): Drawn {
  const mean = quantile(
    months.flatMap(({ figure }) => figure.value ?? []),
    0.5,
  );
  const points = months.map((month) => ({ ...unjudged(month), mean }));
  return { points, newLimitsFrom: [], onTrial: null, assurance: null };
}

/** The days of a rare event, in order. */
export function eventsOf(byMonth: readonly MonthOfLines[]): readonly Line['happenedOn'][] {
  return byMonth
    .flatMap(({ lines }) => behind(lines, 'count').met.map(({ happenedOn }) => happenedOn))
    .toSorted();
}

/**
 * The days between rare events, one point an event.
 *
 * A longer gap means fewer events, so what is better turns round; a target of events a month is no target of days.
 */
export function gapSeries(events: readonly Line['happenedOn'][], { better }: Judging): Drawn {
  const days = events.slice(1);
  const gaps = days.map((on, at) => daysBetween(events[at] ?? on, on));
  const turned = { higher: 'lower', lower: 'higher', neither: 'neither' } as const;
  const control = chartOfGaps(gaps, { better: turned[better] });
  const points = control.points.flatMap(({ signal, ...point }, at): readonly SeriesPoint[] => {
    const on = days[at];
    return on === undefined
      ? []
      : [{ month: monthOf(on), label: monthWords(monthOf(on)), ...point, reason: signal }];
  });
  return {
    points,
    newLimitsFrom: newLimits(control, (at) => at),
    onTrial: onTrial(control),
    assurance: null,
  };
}
