import { judge, type Measured, type Side, type Signal } from './point-rules.ts';

/** Which direction is good, if any. */
export type Better = 'higher' | 'lower' | 'neither';

/** What a reader may conclude from one point. */
export type Meaning = 'usual' | 'better' | 'concern' | 'neither';

/** Whether the process as it stands keeps to its standard: always, never, or by luck. Null where no standard applies. */
export type Assurance = 'keeps' | 'cannot' | 'sometimes' | null;

/** One point with its limits and the verdict, everything in the unit of the values. */
export type ControlPoint = {
  readonly value: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly signal: Signal | null;
  readonly side: Side;
  readonly meaning: Meaning;
};

/** Points that share one set of limits, `from` included and `until` excluded; trial limits still move with each new point. */
export type Segment = {
  readonly from: number;
  readonly until: number;
  readonly baseline: number;
  readonly trial: boolean;
};

/** A judged series: the last point's meaning is the variation that a report may speak of. */
export type Control = {
  readonly points: readonly ControlPoint[];
  readonly segments: readonly Segment[];
  readonly variation: { readonly meaning: Meaning; readonly side: Side; readonly signal: Signal | null };
  readonly assurance: Assurance;
};

/** What a chart is told besides its values. `rebaseAt` holds the places at which a recorded reason starts new limits. */
export type ControlOptions = {
  readonly better: Better;
  readonly target?: number;
  readonly rebaseAt?: readonly number[];
  readonly lockAt?: number;
  readonly screening?: boolean;
};

/** The points after which limits are locked: with fewer they are on trial. */
export const LOCK_AT = 12;

/** Cuts a series at its recorded resets and says of each piece how many points set its limits. */
export function segmentsOf(
  length: number,
  { rebaseAt = [], lockAt = LOCK_AT }: ControlOptions,
): readonly Segment[] {
  if (lockAt < LOCK_AT) throw new RangeError(`Limits cannot be locked on fewer than ${LOCK_AT} points`);
  const starts = [...new Set([0, ...rebaseAt])].filter((at) => at < length).toSorted((a, b) => a - b);
  return starts.map((from, index) => {
    const until = starts[index + 1] ?? length;
    return { from, until, baseline: Math.min(lockAt, until - from), trial: until - from < lockAt };
  });
}

/** Judges measured points segment by segment and reads off the variation and the assurance of the last one. */
export function control(
  measured: readonly Measured[],
  segments: readonly Segment[],
  { better, target }: ControlOptions,
): Control {
  const verdicts = segments.flatMap(({ from, until }) => judge(measured.slice(from, until)));
  const points = measured.map(({ value, mean, reach }, at): ControlPoint => {
    const { signal, side } = verdicts[at] ?? { signal: null, side: 0 };
    return {
      value,
      mean,
      lower: mean - reach,
      upper: mean + reach,
      signal,
      side,
      meaning: signal === null ? 'usual' : meaningOf(side, better),
    };
  });
  const last = points.at(-1);
  return {
    points,
    segments,
    variation: { meaning: last?.meaning ?? 'usual', side: last?.side ?? 0, signal: last?.signal ?? null },
    assurance: last === undefined || target === undefined ? null : assuranceOf(target, last, better),
  };
}

/** What an unusual point means: better or a concern only where the measure has a good direction and the point has one. */
export function meaningOf(side: Side, better: Better): Meaning {
  if (side === 0 || better === 'neither') return 'neither';
  return (side === 1) === (better === 'higher') ? 'better' : 'concern';
}

function assuranceOf(target: number, { lower, upper }: ControlPoint, better: Better): Assurance {
  if (better === 'neither') return null;
  if (target > upper) return better === 'higher' ? 'cannot' : 'keeps';
  if (target < lower) return better === 'higher' ? 'keeps' : 'cannot';
  return 'sometimes';
}
