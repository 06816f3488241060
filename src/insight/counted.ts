import type { Day } from '../language/day.ts';
import type { Authority, Context } from '../platform/web/context.ts';
import type { Measure } from './measure.ts';
import { MEASURES } from './measures/measures.ts';
import type { Month } from './month.ts';
import { type Asked, asOfDay, lastCompleteMonth, type Reckoned, reckon } from './reckoning.ts';

/** A figure and the instant (the authority's now) at which it was counted: what was recorded after it is not in it. */
export type Counted = { readonly reckoned: Reckoned; readonly countedAt: Date };

/** Counted beforehand and no later than this is shown as it is, with its instant; anything else is counted when it is asked for. */
type Kept = Counted & { readonly asOf: Day; readonly until: number };

/** What was counted beforehand, of the authorities that this program serves. It is derived, so it is kept in memory and nowhere else. */
const KEPT = new WeakMap<Authority, Map<string, Kept>>();

/** A count is begun again after at least so long, and after so many times as long as counting took: never more than a few hundredths of the machine. */
const SHORTEST_PAUSE = 60_000;
const PAUSES_OF_COUNTING = 20;
/** A count that was missed so often is no longer shown. */
const PAUSES_UNTIL_STALE = 3;

/** Milliseconds to wait before everything is counted again, by how long it took this time. */
export function pauseAfter(took: number): number {
  return Math.max(SHORTEST_PAUSE, PAUSES_OF_COUNTING * took);
}

/** Counts the newest complete month of every measure beforehand, one after the other, and returns the pause until the next time. */
export async function countBeforehand(
  authority: Authority,
  now: Date,
  within: <Result>(work: (db: Asked['db']) => Promise<Result>) => Promise<Result>,
): Promise<number> {
  const { zone } = authority.profile.calendar;
  const asOf = asOfDay(now, undefined, zone);
  const month = lastCompleteMonth(asOf);
  const began = performance.now();
  const counted: [string, Reckoned][] = [];
  for (const measure of MEASURES) {
    const reckoned = await within((db) => reckon({ db, asOf, zone }, measure, month));
    counted.push([keyOf(measure, month), reckoned]);
  }
  const pause = pauseAfter(performance.now() - began);
  const until = performance.now() + PAUSES_UNTIL_STALE * pause;
  KEPT.set(
    authority,
    new Map(counted.map(([key, reckoned]) => [key, { reckoned, countedAt: now, asOf, until }])),
  );
  return pause;
}

/**
 * A figure for a page: as it was counted beforehand, or counted now where it was not, where an earlier instant or month is asked for, or
 * where the reader asked for it (`?count=now`). Both say when.
 */
export async function countedFor(context: Context, measure: Measure, month: Month): Promise<Counted> {
  const { authority, db, now, knownAt, profile, query } = context;
  const { zone } = profile.calendar;
  const asOf = asOfDay(now, knownAt, zone);
  const kept =
    knownAt === undefined && query['count'] !== 'now' ? keptFor(authority, measure, month) : undefined;
  if (kept !== undefined && kept.asOf === asOf) return kept;
  return { reckoned: await reckon({ db, asOf, zone }, measure, month), countedAt: knownAt ?? now };
}

function keptFor(authority: Authority, measure: Measure, month: Month): Kept | undefined {
  const kept = KEPT.get(authority)?.get(keyOf(measure, month));
  return kept !== undefined && performance.now() < kept.until ? kept : undefined;
}

function keyOf({ id, version }: Measure, month: Month): string {
  return `${id} ${version} ${month}`;
}
