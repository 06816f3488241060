import { type Cell, csvOf } from '../platform/csv.ts';
import type { MeasureKind } from './chart-rule.ts';
import { type Figure, mostOf } from './figure.ts';
import type { Line } from './measure.ts';
import { monthWords } from './month.ts';
import { valueWords } from './narrative.ts';
import type { Series } from './series.ts';
import type { Reason, SeriesPoint } from './series-point.ts';
import type { Meaning } from './statistics/control.ts';
import type { Side } from './statistics/point-rules.ts';

/** One row of the table below a chart: words only, and the meaning whose mark stands beside them. */
export type Row = {
  readonly heading: string;
  readonly counted: string;
  readonly value: string;
  readonly ninetieth: string;
  readonly most: string;
  readonly shows: string;
  readonly meaning: Meaning;
};

/** The same series in a table, newest month first. */
export function rowsOf({ months, points, chart }: Series): readonly Row[] {
  // The points of a chart of gaps are events, which do not belong to one row each.
  const byMonth = new Map(chart === 't' ? [] : points.map((point) => [point.month, point]));
  return months
    .map(({ month, figure }): Row => {
      const { kind, value, ninetieth } = figure;
      const point = byMonth.get(month);
      return {
        heading: monthWords(month),
        counted: countedWords(figure),
        value: value === null ? 'none' : valueWords(value, kind),
        ninetieth: ninetieth === null ? '' : valueWords(ninetieth, kind),
        most: String(mostOf(figure) ?? ''),
        shows: point === undefined ? 'Judged by the event' : pointWords(point),
        meaning: point?.meaning ?? 'usual',
      };
    })
    .toReversed();
}

function countedWords({ kind, met, counted, notCounted }: Figure): string {
  if (kind === 'load') return String(counted);
  return `${met} of ${kind === 'proportion' ? counted : counted + notCounted}`;
}

/** The months of a series as CSV: plain numbers, limits included, for people who check. */
export function seriesCsv({ months, points, chart }: Series): string {
  const byMonth = new Map(chart === 't' ? [] : points.map((point) => [point.month, point]));
  const isLoad = months.some(({ figure }) => figure.kind === 'load');
  const header = [
    'month',
    'value',
    'met',
    'counted',
    'not counted',
    'lower 95%',
    'upper 95%',
    'mean',
    'lower limit',
    'upper limit',
    'shows',
    ...(isLoad ? ['most of one'] : []),
  ];
  const rows = months.map(({ month, figure }): readonly Cell[] => {
    const { value, met, counted, notCounted, interval } = figure;
    const point = byMonth.get(month);
    const limits = [point?.mean ?? null, point?.lower ?? null, point?.upper ?? null];
    const ends = [interval?.lower ?? null, interval?.upper ?? null];
    return [
      month,
      value,
      met,
      counted,
      notCounted,
      ...ends,
      ...limits,
      point === undefined ? null : pointWords(point),
      ...(isLoad ? [mostOf(figure)] : []),
    ];
  });
  return csvOf(header, rows);
}

/** The lines behind one month as CSV. They name children and workers by id only; whoever may not open them may not have this either. */
export function linesCsv(lines: readonly Line[], kind: MeasureKind): string {
  if (kind === 'load')
    return csvOf(
      ['worker', 'at the end of', 'children'],
      lines.map(({ subject, happenedOn, value }) => [subject, happenedOn, value]),
    );
  const rows = lines.map(({ subject, contactId, happenedOn, met, value }) => [
    subject,
    contactId,
    happenedOn,
    met,
    value,
  ]);
  return csvOf(['child', 'contact', 'happened on', 'met', 'value'], rows);
}

/** What a row says of its month. */
export function pointWords({ reason, side, upper }: SeriesPoint): string {
  if (reason === null) return upper === null ? 'Not judged' : 'As usual';
  return SHOWS[reason](side);
}

const SHOWS: Readonly<Record<Reason, (side: Side) => string>> = {
  out: (side) => `${where(side)} the expected range`,
  'two of three': (side) => `${where(side)} average, near the edge`,
  trend: (side) => `Seven or more in a row, each ${side === 1 ? 'higher' : 'lower'}`,
  shift: (side) => `${where(side)} average, seven or more in a row`,
  flow: (side) => (side === 1 ? 'More started than ended in a year' : 'More ended than started in a year'),
  run: (side) => (side === 0 ? 'Not as chance would have it' : `${where(side)} the middle for long`),
};

function where(side: Side): string {
  return side === 1 ? 'Above' : 'Below';
}
