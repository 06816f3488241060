import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Asked, type Entry, newestOf } from './rules.ts';
import type { TimelineSource } from './source.ts';

/** As many entries stand on a page. */
export const MOST_SHOWN = 40;

/**
 * The newest entries of a timeline after its place: each source gives at most a page, all asked at once, and the newest of all are kept.
 * However long the history is, no more is read than that.
 */
export async function entriesOf(
  context: Pick<Context, 'db' | 'profile'>,
  personId: Id,
  sources: readonly TimelineSource[],
  asked: Asked,
): Promise<{ readonly entries: readonly Entry[]; readonly isMore: boolean }> {
  const each = await Promise.all(sources.map((source) => newestIn(context, personId, source, asked)));
  return newestOf(each.flat(), MOST_SHOWN);
}

const TIME = sql<string>`coalesce(event.happened_time, '') collate "C"`;
const RECORDED = sql<Date>`event.recorded_at`;
/** As exactly as the database has it, for an address. */
const MICROSECONDS = sql<string>`(extract(epoch from event.recorded_at) * 1000000)::bigint::text`;
const KEY = sql<string>`event.key collate "C"`;

async function newestIn(
  context: Pick<Context, 'db' | 'profile'>,
  personId: Id,
  source: TimelineSource,
  { from, until, by, before }: Asked,
): Promise<readonly Entry[]> {
  const { db, profile } = context;
  const events = source.events({ db, zone: profile.calendar.zone, personId });
  const rows = await db
    .selectFrom(events.as('event'))
    .leftJoin('staff', 'staff.id', 'event.by')
    .selectAll('event')
    .select(['staff.given_name', 'staff.family_name', MICROSECONDS.as('recorded')])
    .$if(from !== undefined, (query) => query.where('event.happened_on', '>=', from ?? null))
    .$if(until !== undefined, (query) => query.where('event.happened_on', '<=', until ?? null))
    .$if(by !== undefined, (query) => query.where(isBy(by ?? '')))
    .$if(before !== undefined, (query) => query.where(isBefore(before)))
    .orderBy('event.happened_on', 'desc')
    .orderBy(TIME, 'desc')
    .orderBy(RECORDED, 'desc')
    .orderBy(KEY, 'desc')
    .limit(MOST_SHOWN + 1)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    source: source.label,
    key: row.key,
    on: row.happened_on,
    time: row.happened_time ?? undefined,
    recorded: row.recorded,
    recordedAt: row.recorded_at,
    by: row.given_name === null ? undefined : `${row.given_name} ${row.family_name}`,
    ...source.entry({
      id: row.id,
      personId,
      event: row.event,
      code: row.code ?? undefined,
      words: row.words ?? undefined,
    }),
  }));
}

function isBy(name: string) {
  const anywhere = `%${name.replace(/[\\%_]/gu, '\\$&')}%`;
  return sql<boolean>`staff.given_name || ' ' || staff.family_name ilike ${anywhere}`;
}

function isBefore(place: Asked['before']) {
  if (place === undefined) return sql<boolean>`true`;
  const { on, time = '', key } = place;
  const [milliseconds, rest] = [place.recorded.slice(0, -3), place.recorded.slice(-3).padStart(3, '0')];
  const recordedAt = new Date(Number(milliseconds)).toISOString().replace('Z', `${rest}Z`);
  return sql<boolean>`(event.happened_on, ${TIME}, ${RECORDED}, ${KEY}) < (${on}::date, ${time}::text, ${recordedAt}::timestamptz, ${key}::text)`;
}
