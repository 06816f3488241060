import { type ChartChoice, chartFor } from './chart-rule.ts';
import { controlSeries, type Drawn, eventsOf, gapSeries, levelSeries, runSeries } from './drawn.ts';
import { type Figure, figureOf } from './figure.ts';
import type { FigureOfMonth, Judging, MonthOfLines } from './series-point.ts';
import { LOCK_AT } from './statistics/control.ts';
import type { Flow } from './statistics/flow.ts';
import { average, dispersion } from './statistics/intervals.ts';
import { stockPoints } from './stock.ts';

/**
 * A measure through time. `months` are the figures of the table; `points` those of the chart, which for rare events are the events.
 *
 * `phi` is the dispersion of the months that set the limits, by which the intervals of counts are widened; `rolling` adds up twelve
 * months of a small share; `flow` is how a stock moved in twelve months.
 */
export type Series = Drawn & {
  readonly chart: ChartChoice['chart'];
  readonly words: string;
  readonly typical: number;
  readonly phi: number;
  readonly months: readonly FigureOfMonth[];
  readonly flow: Flow | null;
  readonly rolling: Figure | null;
};

/** Judges months of lines, in time order and without gaps, by the chart that the rule names. */
export function seriesOf(byMonth: readonly MonthOfLines[], judging: Judging): Series {
  const { kind, correlated = false } = judging;
  const phi = kind === 'count' ? dispersionOf(byMonth) : 1;
  const months = byMonth.map(({ month, lines }) => ({ month, figure: figureOf(lines, kind, phi) }));
  const events = kind === 'count' ? eventsOf(byMonth) : [];
  const typical = average(months.map(({ figure }) => figure.counted));
  const points = months.filter(({ figure }) => figure.value !== null).length;
  const { chart, words } = chartFor(kind, { points, typical, events: events.length, correlated });
  const recent = byMonth.slice(-12).flatMap(({ lines }) => lines);
  const rolling = kind === 'proportion' && chart === 'run' ? figureOf(recent, kind) : null;
  const fixed = { chart, words, typical, phi, months, rolling, flow: null };
  if (chart === 't') return { ...fixed, ...gapSeries(events, judging) };
  if (chart === 'level') return { ...fixed, ...levelSeries(months) };
  if (chart === 'run') return { ...fixed, ...runSeries(months, judging) };
  const judged = controlSeries(months, chart, judging);
  const stock = kind === 'stock' ? stockPoints(byMonth, judged.points, judging) : {};
  return { ...fixed, ...judged, ...stock };
}

// Fewer months say nothing of how contacts vary; they are then taken as separate events.
function dispersionOf(byMonth: readonly MonthOfLines[]): number {
  const counts = byMonth.slice(0, LOCK_AT).map(({ lines }) => figureOf(lines, 'count').counted);
  return counts.length < LOCK_AT ? 1 : dispersion(counts);
}
