import { LOCK_AT } from './statistics/control.ts';

/** What a measure's lines are added up to; a load is what each of several carries, on average and at most. */
export type MeasureKind = 'count' | 'proportion' | 'duration' | 'stock' | 'load';

/** The charts that the product draws; `run` needs no limits, and `level` says of no month that it is unusual. */
export type ChartKind = 'xmr' | 'log xmr' | 'p prime' | 'u prime' | 't' | 'run' | 'level';

/** A chart and the reason for it, to be printed beside the chart. */
export type ChartChoice = { readonly chart: ChartKind; readonly words: string };

/**
 * What the choice of a chart depends on. `typical` is a month's usual count, or its denominator, or its number of durations;
 * `events` are all rare events seen; months of a correlated series resemble their neighbours too much for any rule of separate months.
 */
export type Shape = {
  readonly points: number;
  readonly typical: number;
  readonly events?: number;
  readonly correlated?: boolean;
};

const XMR_FROM = 5;
const RARE_BELOW = 4;
const SHARE_FROM = 20;
const DURATIONS_FROM = 10;

/** Chooses the chart by rule and not by taste (`words` says which rule), so that nobody picks the one that flatters. */
export function chartFor(kind: MeasureKind | 'rate', shape: Shape): ChartChoice {
  if (shape.points < LOCK_AT) {
    return run(`Run chart without limits: fewer than ${LOCK_AT} months.`);
  }
  if (shape.correlated === true) {
    return {
      chart: 'level',
      words:
        'The line and its middle alone: each month resembles the one before, and a rule for separate months would take that for a change.',
    };
  }
  return RULES[kind](shape);
}

const RULES: Readonly<Record<MeasureKind | 'rate', (shape: Shape) => ChartChoice>> = {
  count: chartForCount,
  stock: () => ({
    chart: 'xmr',
    words: 'XmR chart for the range. A change is judged by how many started and ended, not by the chart.',
  }),
  load: () => ({
    chart: 'xmr',
    words: 'XmR chart of the average.',
  }),
  proportion: ({ typical }) =>
    typical >= SHARE_FROM
      ? { chart: 'p prime', words: 'P′ chart (Laney): the limits follow the size of each month.' }
      : run(
          `Run chart without limits: fewer than ${SHARE_FROM} in a typical month. Twelve months are added up.`,
        ),
  rate: () => ({
    chart: 'u prime',
    words: 'U′ chart (Laney): the limits follow the exposure of each month.',
  }),
  duration: ({ typical }) =>
    typical >= DURATIONS_FROM
      ? {
          chart: 'log xmr',
          words: 'XmR chart of the middle value, on a logarithmic scale because waits have a long tail.',
        }
      : run(`Run chart without limits: fewer than ${DURATIONS_FROM} in a typical month.`),
};

function chartForCount({ typical, events = 0 }: Shape): ChartChoice {
  if (typical >= XMR_FROM)
    return { chart: 'xmr', words: 'XmR chart: a count that moves from month to month.' };
  if (typical < RARE_BELOW && events > LOCK_AT) {
    return {
      chart: 't',
      words:
        'Chart of the days between events, because they are rare. Two on one day count as half a day apart.',
    };
  }
  return run(`Run chart without limits: fewer than ${XMR_FROM} in a typical month.`);
}

function run(words: string): ChartChoice {
  return { chart: 'run', words };
}
