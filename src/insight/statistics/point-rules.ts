/** Which way a flagged point lies or moves: 1 is high or upward, -1 low or downward, 0 neither. */
export type Side = 1 | -1 | 0;

/** Why a point is unusual, in the order in which one reason wins over the next. */
export type Signal = 'out' | 'trend' | 'two of three' | 'shift';

/** One point against its own limits: `reach` is the distance from the mean to the edge of the expected range. */
export type Measured = { readonly value: number; readonly mean: number; readonly reach: number };

/** A point and what the rules say of it; no signal means that it is as usual. */
export type Judged = { readonly signal: Signal | null; readonly side: Side };

const RUN = 7;

/**
 * Applies the four rules of the NHS charts (Making Data Count) to one segment between two changes of the limits.
 *
 * Beyond the limits; seven rising or falling; two of three near a limit on one side; seven on one side of the mean.
 */
export function judge(points: readonly Measured[]): readonly Judged[] {
  const sides = points.map(sideOf);
  const out = points.map(({ value, mean, reach }) => Math.abs(value - mean) > reach);
  const near = points.map(
    ({ value, mean, reach }, at) => !out[at] && Math.abs(value - mean) > (reach * 2) / 3,
  );
  const trends = trendMembers(points.map(({ value }) => value));
  const pairs = twoOfThree(near, sides);
  const shifts = shiftMembers(sides);
  return points.map((_, at): Judged => {
    const side = sides[at] ?? 0;
    const trend = trends[at] ?? 0;
    const reasons: readonly (Judged | false)[] = [
      out[at] === true && { signal: 'out', side },
      trend !== 0 && { signal: 'trend', side: trend },
      pairs[at] === true && near[at] === true && { signal: 'two of three', side },
      shifts[at] === true && { signal: 'shift', side },
    ];
    return reasons.find((reason) => reason !== false) ?? { signal: null, side: 0 };
  });
}

function sideOf({ value, mean }: Measured): Side {
  return sign(value - mean);
}

function sign(difference: number): Side {
  if (difference === 0) return 0;
  return difference > 0 ? 1 : -1;
}

/** Where seven points that only rise (1) or only fall (-1) end; a tie breaks the row. */
export function trendEnds(values: readonly number[]): readonly Side[] {
  const steps = values.map((value, at) => sign(value - (values[at - 1] ?? value)));
  return values.map((_, at) => {
    const window = steps.slice(at - RUN + 2, at + 1);
    const first = window[0] ?? 0;
    return at >= RUN - 1 && window.every((step) => step === first) ? first : 0;
  });
}

/** All members of such rows; a point in two of them takes the later one's direction. */
export function trendMembers(values: readonly number[]): readonly Side[] {
  const members: Side[] = values.map(() => 0);
  for (const [end, direction] of trendEnds(values).entries()) {
    if (direction !== 0) members.fill(direction, end - RUN + 1, end + 1);
  }
  return members;
}

/** All members of windows of three on one side of which at least two are near a limit. */
export function twoOfThree(near: readonly boolean[], sides: readonly Side[]): readonly boolean[] {
  const members = near.map(() => false);
  for (let end = 2; end < near.length; end += 1) {
    const window = sides.slice(end - 2, end + 1);
    const oneSide = window[0] !== 0 && window.every((side) => side === window[0]);
    if (oneSide && near.slice(end - 2, end + 1).filter(Boolean).length >= 2)
      members.fill(true, end - 2, end + 1);
  }
  return members;
}

function shiftMembers(sides: readonly Side[]): readonly boolean[] {
  const members = sides.map(() => false);
  for (let end = RUN - 1; end < sides.length; end += 1) {
    const window = sides.slice(end - RUN + 1, end + 1);
    if (window[0] !== 0 && window.every((side) => side === window[0]))
      members.fill(true, end - RUN + 1, end + 1);
  }
  return members;
}
