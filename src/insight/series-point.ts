import type { MeasureKind } from './chart-rule.ts';
import type { Figure } from './figure.ts';
import type { Line } from './measure.ts';
import { type Month, monthWords } from './month.ts';
import type { Better, Meaning } from './statistics/control.ts';
import type { Side, Signal } from './statistics/point-rules.ts';

/** The lines of one month. */
export type MonthOfLines = { readonly month: Month; readonly lines: readonly Line[] };

/** Why a point is unusual; `run` is Anhøj's rule, `flow` that more started than ended (or fewer) than chance explains. */
export type Reason = Signal | 'run' | 'flow';

/** One mark of a chart. A month of nothing has no value; a run chart has a middle and no limits. */
export type SeriesPoint = {
  readonly month: Month;
  readonly label: string;
  readonly value: number | null;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reason: Reason | null;
  readonly side: Side;
  readonly meaning: Meaning;
};

/** How a measure is judged: part of its definition, and the months at which somebody reset the limits with a reason. */
export type Judging = {
  readonly kind: MeasureKind;
  readonly better: Better;
  readonly target?: number;
  readonly correlated?: boolean;
  readonly rebaseAt?: readonly Month[];
};

/** A month and what its lines add up to. */
export type FigureOfMonth = { readonly month: Month; readonly figure: Figure };

const NOT_JUDGED = { mean: null, lower: null, upper: null, reason: null, side: 0, meaning: 'usual' } as const;

/** A month before anybody has judged it. */
export function unjudged({ month, figure }: FigureOfMonth): SeriesPoint {
  return { month, label: monthWords(month), value: figure.value, ...NOT_JUDGED };
}
