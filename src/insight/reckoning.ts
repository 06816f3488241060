import { addDays, addMonths, type Day, dayOf } from '../language/day.ts';
import { counting } from '../platform/database/counting.ts';
import type { Db } from '../platform/database/db.ts';
import type { Standing } from '../profile/standing.ts';
import type { Line, Measure, Period } from './measure.ts';
import { firstDayOf, isMonth, lastDayOf, type Month, monthOf } from './month.ts';
import { type Narrative, narrative } from './narrative.ts';
import { type Series, seriesOf } from './series.ts';
import { monthsOfLines } from './tally.ts';

/** When a figure is asked: the day as of which things are late or still in time, and the zone in which days begin. */
export type Asked = { readonly db: Db; readonly asOf: Day; readonly zone: string };

/** A measure with its months up to the one shown, and the sentence about them. */
export type Reckoned = { readonly measure: Measure; readonly series: Series; readonly told: Narrative };

/** The day as of which a figure is asked: of a page as known at an earlier instant, the day of that instant. */
export function asOfDay(now: Date, knownAt: Date | undefined, zone: string): Day {
  return dayOf(knownAt !== undefined && knownAt < now ? knownAt : now, zone);
}

/** The newest month that is over. */
export function lastCompleteMonth(asOf: Day): Month {
  return monthOf(addDays(firstDayOf(monthOf(asOf)), -1));
}

/** The month that an address asks for, if it is over and the measure was counted then; otherwise the newest complete one. */
export function monthAsked(text: unknown, asOf: Day, since: Day): Month {
  const first = monthOf(since);
  const newest = later(lastCompleteMonth(asOf), first);
  return typeof text === 'string' && isMonth(text) && text <= newest && text >= first ? text : newest;
}

function later(one: Month, other: Month): Month {
  return one > other ? one : other;
}

/**
 * The first month of a chart: January two years before, so 25 to 36 months.
 *
 * A window that moved every month would move the twelve months that set the limits, and no service could be held to them.
 */
function chartBegins(month: Month, since: Day): Month {
  const january = monthOf(addMonths(firstDayOf(month), -23 - Number(month.slice(5))));
  return later(january, monthOf(since));
}

/** A measure's months up to one of them, past the walls and added up. */
export async function reckon({ db, asOf, zone }: Asked, measure: Measure, to: Month): Promise<Reckoned> {
  const period: Period = { from: chartBegins(to, measure.since), to, asOf, zone };
  const months = await counting(db, () => monthsOfLines(db, measure, period));
  const series = seriesOf(months, measure);
  return { measure, series, told: narrative(series, measure) };
}

/** The lines behind one month, past the walls: ids alone. Whoever shows one to a person finds it again through their own sight. */
export function linesBehind(
  { db, asOf, zone }: Asked,
  measure: Measure,
  month: Month,
): Promise<readonly Line[]> {
  return counting(db, () => measure.lines(db, { from: month, to: month, asOf, zone }).execute());
}

/** What the service has set itself: the edition of a measure's clock in force at the end of a month, as the figures use it. */
export async function standardOf(db: Db, { clock }: Measure, month: Month) {
  if (clock === undefined) return undefined;
  const row = await db
    .selectFrom('timescale')
    .select(['amount', 'unit', 'source', 'standing', 'since'])
    .where('clock', '=', clock)
    .where('since', '<=', lastDayOf(month))
    .orderBy('since', 'desc')
    .executeTakeFirst();
  return row && { ...row, clock, standing: standingOf(row.standing) };
}

function standingOf(text: string): Standing {
  if (text === 'law' || text === 'local policy' || text === 'English default') return text;
  return 'demonstration';
}
