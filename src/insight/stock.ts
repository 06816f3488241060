import { behind } from './figure.ts';
import type { Judging, MonthOfLines, SeriesPoint } from './series-point.ts';
import { meaningOf } from './statistics/control.ts';
import { type Flow, flowChange } from './statistics/flow.ts';

const YEAR = 12;

/** A stock's own chart flags mere inertia, so each month is judged by what started and ended in the twelve months before it. */
export function stockPoints(
  byMonth: readonly MonthOfLines[],
  points: readonly SeriesPoint[],
  judging: Judging,
): { readonly points: readonly SeriesPoint[]; readonly flow: Flow | null } {
  const moves = movesOf(byMonth);
  const flows = byMonth.map((_, at) => (at < YEAR ? null : flowOf(moves.slice(at - YEAR + 1, at + 1))));
  return {
    points: points.map((point, at) => ({ ...point, ...verdict(flows[at] ?? null, judging) })),
    flow: flows.at(-1) ?? null,
  };
}

type Moves = { readonly started: number; readonly ended: number };

// Who is in one month's end and not in the last has started. Whoever came and went between two month ends is not seen.
function movesOf(byMonth: readonly MonthOfLines[]): readonly Moves[] {
  const ends = byMonth.map(({ lines }) => new Set(behind(lines, 'stock').met.map(({ subject }) => subject)));
  return ends.map((now, at) => {
    const before = ends[at - 1] ?? now;
    return { started: missingFrom(before, now), ended: missingFrom(now, before) };
  });
}

function missingFrom<Value>(those: ReadonlySet<Value>, these: ReadonlySet<Value>): number {
  return [...these].filter((one) => !those.has(one)).length;
}

function flowOf(moves: readonly Moves[]): Flow {
  const each = (count: (move: Moves) => number) =>
    moves.flatMap((move) => Array.from({ length: count(move) }, () => 1));
  return flowChange(
    each(({ started }) => started),
    each(({ ended }) => ended),
  );
}

function verdict(flow: Flow | null, { better }: Judging): Pick<SeriesPoint, 'reason' | 'side' | 'meaning'> {
  if (flow === null || flow.ordinary) return { reason: null, side: 0, meaning: 'usual' };
  const side = flow.change > 0 ? 1 : -1;
  return { reason: 'flow', side, meaning: meaningOf(side, better) };
}
