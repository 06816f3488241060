import { daysBetween } from '../language/day.ts';
import { type ChartChoice, chartFor } from './chart-rule.ts';
import { behind, type Figure, figureOf } from './figure.ts';
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
import type { Flow } from './statistics/flow.ts';
import { average } from './statistics/intervals.ts';
import { laneyShares } from './statistics/laney.ts';
import { chartOfGaps, logXmr, xmr } from './statistics/xmr.ts';
import { stockPoints } from './stock.ts';

/**
 * A measure through time. `months` are the figures of the table; `points` those of the chart, which for rare events are the events;
 * `newLimitsFrom` are the places in `points` before which limits were set or reset; `rolling` adds up twelve months of a small share.
 */
export type Series = {
  readonly chart: ChartChoice['chart'];
  readonly words: string;
  readonly typical: number;
  readonly months: readonly FigureOfMonth[];
  readonly points: readonly SeriesPoint[];
  readonly newLimitsFrom: readonly { readonly at: number; readonly words: string }[];
  readonly assurance: Assurance;
  readonly flow: Flow | null;
  readonly rolling: Figure | null;
};

/** Judges months of lines, in time order and without gaps, by the chart that the rule names. */
export function seriesOf(byMonth: readonly MonthOfLines[], judging: Judging): Series {
  const { kind } = judging;
  const months = byMonth.map(({ month, lines }) => ({ month, figure: figureOf(lines, kind) }));
  const events = kind === 'count' ? eventsOf(byMonth) : [];
  const typical = average(months.map(({ figure }) => figure.counted));
  const points = months.filter(({ figure }) => figure.value !== null).length;
  const { chart, words } = chartFor(kind, { points, typical, events: events.length });
  const recent = byMonth.slice(-12).flatMap(({ lines }) => lines);
  const rolling = kind === 'proportion' && chart === 'run' ? figureOf(recent, kind) : null;
  const fixed = { chart, words, typical, months, rolling };
  if (chart === 't') return { ...fixed, ...gapSeries(events, judging), flow: null };
  if (chart === 'run') return { ...fixed, ...runSeries(months, judging), flow: null };
  const judged = controlSeries(months, chart, judging);
  return kind === 'stock'
    ? { ...fixed, ...judged, ...stockPoints(byMonth, judged.points, judging) }
    : { ...fixed, ...judged, flow: null };
}

type Months = readonly FigureOfMonth[];
type Drawn = Pick<Series, 'points' | 'newLimitsFrom' | 'assurance'>;

// Months of nothing keep their place on the chart and are no part of the limits.
function controlSeries(
  months: Months,
  chart: 'xmr' | 'log xmr' | 'p prime' | 'u prime',
  judging: Judging,
): Drawn {
  const valued = months.filter(({ figure }) => figure.value !== null);
  const rebaseAt = (judging.rebaseAt ?? [])
    .map((month) => valued.findIndex((other) => other.month >= month))
    .filter((at) => at > 0);
  const options: ControlOptions = { ...judging, rebaseAt };
  const values = valued.map(({ figure }) => figure.value ?? 0);
  const control =
    chart === 'p prime' || chart === 'u prime'
      ? laneyShares(
          valued.map(({ figure }) => ({ x: figure.met, n: figure.counted })),
          options,
        )
      : (chart === 'xmr' ? xmr : logXmr)(values, options);
  const verdicts = new Map(
    control.points.map(({ signal, ...point }, at) => [valued[at]?.month, { ...point, reason: signal }]),
  );
  const points = months.map((month) => ({ ...unjudged(month), ...verdicts.get(month.month) }));
  const placeOf = (at: number) => months.findIndex(({ month }) => month === valued[at]?.month);
  return { points, newLimitsFrom: newLimits(control, placeOf), assurance: control.assurance };
}

function newLimits({ segments }: Control, placeOf: (at: number) => number): Series['newLimitsFrom'] {
  return segments.flatMap(({ from, until, baseline, trial }) => [
    ...(from > 0 ? [{ at: placeOf(from), words: 'new limits' }] : []),
    ...(trial || until === from + baseline
      ? []
      : [{ at: placeOf(from + baseline), words: 'limits set here' }]),
  ]);
}

function runSeries(months: Months, { better }: Judging): Drawn {
  const values = months.flatMap(({ figure }) => figure.value ?? []);
  const run = anhoej(values);
  const shown = months.map(unjudged);
  if (values.length < LOCK_AT) return { points: shown, newLimitsFrom: [], assurance: null };
  const side = run.lastRun.length > run.longestUsual ? run.lastRun.side : 0;
  const meaning = meaningOf(side, better);
  const points = shown.map((point, at): SeriesPoint => {
    const flagged = run.signal && at === shown.length - 1;
    return { ...point, mean: run.median, ...(flagged ? { reason: 'run', side, meaning } : {}) };
  });
  return { points, newLimitsFrom: [], assurance: null };
}

function eventsOf(byMonth: readonly MonthOfLines[]): readonly Line['happenedOn'][] {
  return byMonth
    .flatMap(({ lines }) => behind(lines, 'count').met.map(({ happenedOn }) => happenedOn))
    .toSorted();
}

// A longer gap means fewer events, so what is better turns round; a target of events a month is no target of days.
function gapSeries(events: readonly Line['happenedOn'][], { better }: Judging): Drawn {
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
  return { points, newLimitsFrom: newLimits(control, (at) => at), assurance: null };
}
