import type { ControlChartProps, Moment } from '../platform/charts/frame.ts';
import type { Measure } from './measure.ts';
import { monthName } from './month.ts';
import { type Narrative, valueWords } from './narrative.ts';
import type { Series } from './series.ts';

/** A remark of the service on a month, such as a form that opened: drawn over the chart, never read into the figures. */
export type Remark = { readonly at: number; readonly words: string };

/** What the chart of a measure shows: everything from the series, so that chart, table and sentence cannot disagree. */
export function chartOf(
  { id, title, kind, better, target }: Pick<Measure, 'id' | 'title' | 'kind' | 'better' | 'target'>,
  series: Series,
  { text }: Narrative,
  remarks: readonly Remark[] = [],
): ControlChartProps {
  const gaps = series.chart === 't';
  const moments: readonly Moment[] = [
    ...series.newLimitsFrom.map((limits) => ({ ...limits, kind: 'limits' as const })),
    ...(gaps ? [] : remarks.map((remark) => ({ ...remark, kind: 'event' as const }))),
  ];
  return {
    id: `chart-${id}`,
    title: gaps ? `${title}: days between events` : title,
    sentence: text,
    points: series.points.map((point) => ({
      ...point,
      tick: monthName(point.month).slice(0, 3),
      group: point.month.slice(2, 4),
    })),
    format: (value) => valueWords(value, gaps ? 'duration' : kind),
    centre: series.chart === 'run' || series.chart === 'level' ? 'median' : 'mean',
    ...(target === undefined || gaps ? {} : { target }),
    ...(kind === 'proportion' ? { most: 1 } : {}),
    moments,
    direction: better,
  };
}
