import { type Duration, isDurationUnit } from '../language/duration.ts';
import { isSinceDay, isStanding } from './standing.ts';
import { CLOCKS, type Clock, type Timescale, type Timescales } from './timescales.ts';

/** One edition of a clock as an authority keeps it: a row of its table `timescale`. */
export type KeptTimescale = {
  readonly clock: string;
  readonly since: string;
  readonly amount: number | null;
  readonly unit: string;
  readonly runs_at_night: boolean;
  readonly source: string;
  readonly standing: string;
};

type Editions = readonly [Timescale, ...Timescale[]];

/**
 * The clocks by which an authority works: its own rows in place of what came with the profile, so that one row changed there changes
 * what is due everywhere. What a clock asks, and from what it runs, stays the program's; a clock without a row is as it came.
 *
 * Gives the very object it was given where nothing differs.
 */
export function timescalesKept(came: Timescales, rows: readonly KeptTimescale[]): Timescales {
  const byClock = Map.groupBy(rows, ({ clock }) => clock);
  const changed = CLOCKS.flatMap((clock): readonly (readonly [Clock, Editions])[] => {
    const kept = editionsKept(came[clock], byClock.get(clock) ?? []);
    return kept === undefined ? [] : [[clock, kept]];
  });
  return changed.length === 0 ? came : { ...came, ...Object.fromEntries(changed) };
}

function editionsKept(came: Editions, rows: readonly KeptTimescale[]): Editions | undefined {
  const [first, ...later] = rows
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .flatMap((row) => editionKept(came, row) ?? []);
  if (first === undefined) return undefined;
  const kept: Editions = [first, ...later];
  return JSON.stringify(kept) === JSON.stringify(came.map(inOneOrder)) ? undefined : kept;
}

function editionKept(came: Editions, row: KeptTimescale): Timescale | undefined {
  const { since, standing, source } = row;
  if (!isSinceDay(since) || !isStanding(standing)) return undefined;
  const { inWords, runsFrom } = came.findLast((edition) => edition.since <= since) ?? came[0];
  const night = row.runs_at_night ? ({ runsAtNight: true } as const) : {};
  return inOneOrder({ inWords, runsFrom, within: durationOf(row), since, standing, source, ...night });
}

// Two editions that say the same read the same, in whatever order they were written.
function inOneOrder({
  inWords,
  runsFrom,
  within,
  runsAtNight,
  since,
  standing,
  source,
}: Timescale): Timescale {
  const night = runsAtNight === true ? { runsAtNight } : {};
  const time = within === null ? null : { amount: within.amount, unit: within.unit };
  return { inWords, runsFrom, within: time, ...night, since, standing, source };
}

function durationOf({ amount, unit }: KeptTimescale): Duration | null {
  return amount === null || !isDurationUnit(unit) ? null : { amount, unit };
}
