import type { ChartKind } from './chart-rule.ts';
import type { Series } from './series.ts';
import { type Flow, STOCK_FLAG_RATE } from './statistics/flow.ts';
import type { STABLE } from './statistics/simulate.ts';

type Process = keyof typeof STABLE;

/**
 * How often a chart flags its newest point although nothing has changed, by number of points.
 *
 * From `flagRate` in `statistics/simulate.ts`: 20,000 runs each, seed 20270301, limits locked on twelve points with screening, as
 * the product draws them. Limits from twelve points are themselves uncertain: with limits from all 24 points the rate would be 1.7 %
 * instead of 6 %. The price is paid knowingly, because limits that move with each month could never be held to, and it is printed.
 */
// biome-ignore format: a table reads as a table
export const FLAG_RATES: Readonly<Record<Process, Readonly<Record<12 | 18 | 24 | 36, number>>>> = {
  'xmr, about 8 a month':  { 12: 0.0176, 18: 0.0574, 24: 0.0630, 36: 0.0650 },
  'xmr, about 60 a month': { 12: 0.0138, 18: 0.0541, 24: 0.0609, 36: 0.0618 },
  'log xmr':               { 12: 0.0155, 18: 0.0586, 24: 0.0623, 36: 0.0635 },
  'p prime':               { 12: 0.0118, 18: 0.0539, 24: 0.0611, 36: 0.0583 },
  'u prime':               { 12: 0.0107, 18: 0.0519, 24: 0.0580, 36: 0.0585 },
  't':                     { 12: 0.0131, 18: 0.0507, 24: 0.0533, 36: 0.0570 },
  'run':                   { 12: 0.0132, 18: 0.0123, 24: 0.0306, 36: 0.0418 },
};

const SIMULATED_AT = [12, 18, 24, 36] as const;

/** A chart in a report, as far as its false flags go: a stock is judged by its flow and not by its chart. */
export type Flaggable = {
  readonly chart: ChartKind;
  readonly points: number;
  readonly typical: number;
  readonly flow: Flow | null;
};

/** A series as far as its false flags go. */
export function flaggableOf({ chart, points, typical, flow }: Series): Flaggable {
  return { chart, points: points.filter(({ value }) => value !== null).length, typical, flow };
}

/** How many of these charts would be flagged this month if nothing at all had changed: every report states the sum. */
export function falseFlags(charts: readonly Flaggable[]): number {
  return charts.reduce((sum, chart) => sum + flagChance(chart), 0);
}

function flagChance({ chart, points, typical, flow }: Flaggable): number {
  if (flow !== null) return STOCK_FLAG_RATE;
  if (chart === 'level' || points < SIMULATED_AT[0]) return 0;
  if (chart === 'xmr') return rateAt(typical < 20 ? 'xmr, about 8 a month' : 'xmr, about 60 a month', points);
  return rateAt(chart, points);
}

// Straight between the simulated lengths, level after the last.
function rateAt(process: Process, points: number): number {
  const rates = FLAG_RATES[process];
  for (const [at, right] of SIMULATED_AT.entries()) {
    const left = SIMULATED_AT[at - 1] ?? right;
    if (points > right) continue;
    const way = right === left ? 1 : (points - left) / (right - left);
    return rates[left] + (rates[right] - rates[left]) * way;
  }
  return rates[36];
}
