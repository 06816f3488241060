import type { Series } from './series.ts';
import type { Reason, SeriesPoint } from './series-point.ts';
import { LOCK_AT } from './statistics/control.ts';
import type { Side } from './statistics/point-rules.ts';

const RUN = 7;
const NUMBER = new Intl.NumberFormat('en-GB');

/** The sentence about change: "stable" without a signal; with one, only "unusually high (low)" or "has shifted up (down)". */
export function changeOf({ points, chart, flow }: Pick<Series, 'points' | 'chart' | 'flow'>): string {
  const valued = points.filter(({ value }) => value !== null);
  const last = valued.at(-1);
  if (last === undefined || valued.length < LOCK_AT)
    return `Cannot yet be judged: fewer than ${LOCK_AT} months.`;
  if (flow !== null) return flowWords(flow, last);
  if (last.reason === null) return STABLE[chart];
  return SIGNALS[last.reason](valued, last, chart === 't');
}

const STABLE: Readonly<Record<Series['chart'], string>> = {
  xmr: 'Stable: within the expected range.',
  'log xmr': 'Stable: within the expected range.',
  'p prime': 'Stable: within the expected range.',
  'u prime': 'Stable: within the expected range.',
  t: 'Stable: the time between events is as usual.',
  run: 'Stable: the months scatter as chance would have it.',
  level: 'Not judged month by month: each resembles the one before.',
};

type Words = (valued: readonly SeriesPoint[], last: SeriesPoint, gaps: boolean) => string;

const SIGNALS: Readonly<Record<Reason, Words>> = {
  out: (valued, last, gaps) =>
    gaps
      ? `The time since the event before is unusually ${last.side === 1 ? 'long' : 'short'}.`
      : `Unusually ${levelOf(last.side)} this month${streakWords(valued, last)}.`,
  'two of three': (_, { side }, gaps) =>
    gaps
      ? `The time between the last events is unusually ${side === 1 ? 'long' : 'short'}.`
      : `Unusually ${levelOf(side)}: two of the last three months are near the edge of the expected range.`,
  trend: (valued, { side }, gaps) => shifted(side, trendOf(valued, side), 'in one direction', gaps),
  shift: (valued, last, gaps) => shifted(last.side, streakOf(valued, last), ofTheAverage(last.side), gaps),
  run: (valued, last) =>
    last.side === 0
      ? 'The months do not scatter as chance would have it.'
      : shifted(
          last.side,
          streakOf(valued, last),
          `${last.side === 1 ? 'above' : 'below'} the middle`,
          false,
        ),
  flow: (_, { side }) => `The number has shifted ${side === 1 ? 'up' : 'down'}.`,
};

function flowWords({ started, ended }: NonNullable<Series['flow']>, last: SeriesPoint): string {
  const moves = `${NUMBER.format(started)} started and ${NUMBER.format(ended)} ended`;
  return last.reason === null
    ? `Stable: in twelve months ${moves}, and a difference of this size is ordinary.`
    : `In twelve months ${moves}: the number has shifted ${last.side === 1 ? 'up' : 'down'}.`;
}

function levelOf(side: Side): string {
  return side === 1 ? 'high' : 'low';
}

function ofTheAverage(side: Side): string {
  return `${side === 1 ? 'above' : 'below'} the average`;
}

function shifted(side: Side, run: readonly SeriesPoint[], what: string, gaps: boolean): string {
  const subject = gaps ? 'The time between events has' : 'Has';
  const points = gaps ? 'times' : 'months';
  return `${subject} shifted ${side === 1 ? 'up' : 'down'} since ${run[0]?.label}: ${run.length} ${points} in a row ${what}.`;
}

function streakWords(valued: readonly SeriesPoint[], last: SeriesPoint): string {
  const streak = streakOf(valued, last);
  return streak.length < RUN ? '' : `, and ${ofTheAverage(last.side)} since ${streak[0]?.label}`;
}

// The points up to the last on its side of the mean, under the same limits.
function streakOf(valued: readonly SeriesPoint[], last: SeriesPoint): readonly SeriesPoint[] {
  const mean = last.mean ?? 0;
  const breaks = valued.findLastIndex(
    (point) => point.mean !== last.mean || ((point.value ?? 0) - mean) * last.side <= 0,
  );
  return valued.slice(breaks + 1);
}

// The points up to the last of which each lies further in the direction than the one before.
function trendOf(valued: readonly SeriesPoint[], side: Side): readonly SeriesPoint[] {
  const start = valued.findLastIndex(
    (point, at) => ((point.value ?? 0) - (valued[at - 1]?.value ?? point.value ?? 0)) * side <= 0,
  );
  return valued.slice(start);
}
