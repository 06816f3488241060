import type { Day } from '../language/day.ts';
import type { Authority, Context } from '../platform/web/context.ts';
import type { Measure } from './measure.ts';
import { MEASURES } from './measures/measures.ts';
import type { Month } from './month.ts';
import { type Asked, asOfDay, lastCompleteMonth, type Reckoned, reckon } from './reckoning.ts';

/** A figure and the instant (the authority's now) at which it was counted: what was recorded after it is not in it. */
export type Counted = { readonly reckoned: Reckoned; readonly countedAt: Date };

/**
 * There is too much on record to count it while somebody waits. `when` says when to look again: in the background it is being counted
 * for the first time, or will be with the next count, or it is not kept at all (as known at an earlier instant).
 */
export type NotYetCounted = { readonly when: 'being counted' | 'with the next count' | 'never' };

/** Counted beforehand and no later than this is shown as it is, with its instant; anything else is counted when it is asked for. */
type Kept = Counted & { readonly asOf: Day; readonly until: number };

/** `took` is how long all measures of one month took, in milliseconds; undefined before the first time. */
type Shelf = {
  kept: ReadonlyMap<string, Kept>;
  took: number | undefined;
  counting: boolean;
  readonly wanted: Set<Month>;
};

/** What was counted beforehand, of the authorities that this program serves. It is derived, so it is kept in memory and nowhere else. */
const SHELVES = new WeakMap<Authority, Shelf>();

/** A count is begun again after at least so long, and after so many times as long as counting took: never more than a few hundredths of the machine. */
const SHORTEST_PAUSE = 60_000;
const PAUSES_OF_COUNTING = 20;
/** A count that was missed so often is no longer shown. */
const PAUSES_UNTIL_STALE = 3;
/** Nobody waits for a page longer than this; what takes longer is counted in the background alone. */
const LONGEST_WHILE_WAITING = 5_000;
/** Older months that were asked for where they cannot be counted at once. Beyond these the oldest asking is forgotten. */
const MOST_WANTED = 6;

/** Milliseconds to wait before everything is counted again, by how long it took this time. */
export function pauseAfter(took: number): number {
  return Math.max(SHORTEST_PAUSE, PAUSES_OF_COUNTING * took);
}

/**
 * Counts the newest complete month of every measure beforehand, one after the other, and what was asked for and took too long; returns
 * the pause in milliseconds until the next time.
 */
export async function countBeforehand(
  authority: Authority,
  now: Date,
  within: <Result>(work: (db: Asked['db']) => Promise<Result>) => Promise<Result>,
): Promise<number> {
  const { zone } = authority.profile.calendar;
  const asOf = asOfDay(now, undefined, zone);
  const shelf = shelfOf(authority);
  const months = [lastCompleteMonth(asOf), ...shelf.wanted];
  const began = performance.now();
  const counted: [string, Reckoned][] = [];
  shelf.counting = true;
  try {
    for (const month of months)
      for (const measure of MEASURES)
        counted.push([
          keyOf(measure, month),
          await within((db) => reckon({ db, asOf, zone }, measure, month)),
        ]);
  } finally {
    shelf.counting = false;
  }
  shelf.took = (performance.now() - began) / months.length;
  const pause = pauseAfter(performance.now() - began);
  const until = performance.now() + PAUSES_UNTIL_STALE * pause;
  shelf.kept = new Map(counted.map(([key, reckoned]) => [key, { reckoned, countedAt: now, asOf, until }]));
  return pause;
}

/**
 * A figure for a page: as it was counted beforehand, or counted now where it was not, where an earlier instant or month is asked for, or
 * where the reader asked for it (`?count=now`). Both say when. Where counting takes too long for a page, that is said instead.
 */
export async function countedFor(
  context: Context,
  measure: Measure,
  month: Month,
): Promise<Counted | NotYetCounted> {
  const { authority, db, now, knownAt, profile, query } = context;
  const { zone } = profile.calendar;
  const asOf = asOfDay(now, knownAt, zone);
  const shelf = shelfOf(authority);
  const kept = knownAt === undefined ? keptOn(shelf, measure, month) : undefined;
  const isLarge = (shelf.took ?? 0) > LONGEST_WHILE_WAITING;
  if (kept !== undefined && kept.asOf === asOf && (isLarge || query['count'] !== 'now')) return kept;
  if (shelf.took === undefined && shelf.counting) return { when: 'being counted' };
  if (!isLarge)
    return { reckoned: await reckon({ db, asOf, zone }, measure, month), countedAt: knownAt ?? now };
  if (knownAt !== undefined) return { when: 'never' };
  want(shelf, month);
  return { when: 'with the next count' };
}

function want({ wanted }: Shelf, month: Month): void {
  wanted.delete(month);
  wanted.add(month);
  const [oldest] = wanted;
  if (wanted.size > MOST_WANTED && oldest !== undefined) wanted.delete(oldest);
}

function shelfOf(authority: Authority): Shelf {
  const shelf = SHELVES.get(authority) ?? {
    kept: new Map(),
    took: undefined,
    counting: false,
    wanted: new Set<Month>(),
  };
  SHELVES.set(authority, shelf);
  return shelf;
}

function keptOn({ kept }: Shelf, measure: Measure, month: Month): Kept | undefined {
  const found = kept.get(keyOf(measure, month));
  return found !== undefined && performance.now() < found.until ? found : undefined;
}

function keyOf({ id, version }: Measure, month: Month): string {
  return `${id} ${version} ${month}`;
}
