import type { MeasureKind } from './chart-rule.ts';
import type { Line } from './measure.ts';
import { binomialQuantile } from './statistics/binomial.ts';
import { average, type Interval, overdispersed, quantile, wilson } from './statistics/intervals.ts';

/**
 * What the lines of one period add up to. `value` is a count, a share from 0 to 1 or a middle duration, null of nothing;
 * `met` of `counted` is its n of N; a stock has no interval, because everybody in it was counted. Of a load `value` is the mean of
 * those who carry anything, and `loads` what each of them carries, least first; of the other kinds `loads` is empty.
 */
export type Figure = {
  readonly kind: MeasureKind;
  readonly value: number | null;
  readonly met: number;
  readonly counted: number;
  readonly notCounted: number;
  readonly interval: Interval | null;
  readonly ninetieth: number | null;
  readonly loads: readonly number[];
};

/** The lines behind a figure, for the list one press away: in the numerator, in the denominator only, and not counted. */
export type Behind = {
  readonly met: readonly Line[];
  readonly notMet: readonly Line[];
  readonly notCounted: readonly Line[];
};

/** Sorts lines into those behind each part of the figure: nothing is added up that is not also listed. */
export function behind(lines: readonly Line[], kind: MeasureKind): Behind {
  const inNumerator = (line: Line) =>
    kind === 'duration' ? line.value !== null && line.met !== null : line.met === true;
  const inDenominator = (line: Line) => kind === 'proportion' && line.met === false;
  return {
    met: lines.filter(inNumerator),
    notMet: lines.filter(inDenominator),
    notCounted: lines.filter((line) => !inNumerator(line) && !inDenominator(line)),
  };
}

/** Adds lines up. `phi` is the dispersion of the measure's stable months, by which a count's interval is widened. */
export function figureOf(lines: readonly Line[], kind: MeasureKind, phi = 1): Figure {
  const { met, notMet, notCounted } = behind(lines, kind);
  const counts = {
    kind,
    met: met.length,
    counted: met.length + notMet.length,
    notCounted: notCounted.length,
    loads: kind === 'load' ? valuesOf(met).toSorted((a, b) => a - b) : [],
  };
  if (kind === 'proportion') return { ...counts, ...share(met.length, counts.counted), ninetieth: null };
  if (kind === 'duration') return { ...counts, ...duration(valuesOf(met)) };
  if (kind === 'load') return { ...counts, value: meanOf(counts.loads), interval: null, ninetieth: null };
  const interval = kind === 'count' ? overdispersed(met.length, phi) : null;
  return { ...counts, value: met.length, interval, ninetieth: null };
}

/** The most that one of a load carries; nothing of any other kind, and of a load that nobody carries. */
export function mostOf({ loads }: Figure): number | null {
  return loads.at(-1) ?? null;
}

function valuesOf(lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ value }) => value ?? []);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : average(values);
}

function share(met: number, counted: number) {
  return counted === 0
    ? { value: null, interval: null }
    : { value: met / counted, interval: wilson(met, counted) };
}

function duration(values: readonly number[]) {
  return {
    value: quantile(values, 0.5),
    interval: aroundTheMiddle(values),
    ninetieth: quantile(values, 0.9),
  };
}

// The order statistics between which the true middle lies 19 times in 20, whatever the shape; below six there are none.
function aroundTheMiddle(values: readonly number[]): Interval | null {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = binomialQuantile(0.025, sorted.length, 0.5);
  const lower = sorted[rank - 1];
  const upper = sorted[sorted.length - rank];
  return rank < 1 || lower === undefined || upper === undefined ? null : { lower, upper };
}
