import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { askedOnce } from '../../../platform/database/asked-once.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Asked, Entry, Place } from './rules.ts';
import type { TimelineSource } from './source.ts';

/** As many entries stand on a page. */
export const MOST_SHOWN = 40;

/** The newest entries of a timeline after its place, of all these sources in one question: the database puts them in order and gives one page. */
export async function entriesOf(
  { db, profile }: Pick<Context, 'db' | 'profile'>,
  personId: Id,
  sources: readonly TimelineSource[],
  asked: Asked,
): Promise<{ readonly entries: readonly Entry[]; readonly isMore: boolean }> {
  if (sources.length === 0) return { entries: [], isMore: false };
  const { from, until, by, before } = asked;
  const values = { zone: profile.calendar.zone, personId, from, until, by: anywhere(by), ...placed(before) };
  const filters = {
    from: from !== undefined,
    until: until !== undefined,
    by: by !== undefined,
    before: before !== undefined,
  };
  const rows = await newest(db, values, { sources, filters });
  const byName = new Map(sources.map((source) => [source.name, source]));
  const entries = rows.slice(0, MOST_SHOWN).flatMap((row) => {
    const source = byName.get(row.source);
    if (source === undefined) return [];
    const { id, event, code, words } = row;
    return [
      {
        id,
        source: source.label,
        key: row.key,
        on: row.happened_on,
        time: row.happened_time ?? undefined,
        recorded: row.recorded,
        recordedAt: row.recorded_at,
        by: row.given_name === null ? undefined : `${row.given_name} ${row.family_name}`,
        ...source.entry({ id, personId, event, code: code ?? undefined, words: words ?? undefined }),
      },
    ];
  });
  return { entries, isMore: rows.length > MOST_SHOWN };
}

type Shape = {
  readonly sources: readonly TimelineSource[];
  readonly filters: Readonly<Record<'from' | 'until' | 'by' | 'before', boolean>>;
};

/** What is filled in: where something is not asked for, nothing asks for its value. */
type Values = {
  readonly zone: string;
  readonly personId: Id;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly by: string | undefined;
} & Partial<Record<'beforeOn' | 'beforeTime' | 'beforeRecorded' | 'beforeKey', string>>;

const TIME = sql<string>`coalesce(event.happened_time, '') collate "C"`;
const RECORDED = sql<Date>`event.recorded_at`;
/** As exactly as the database has it, for an address. */
const MICROSECONDS = sql<string>`(extract(epoch from event.recorded_at) * 1000000)::bigint::text`;
const KEY = sql<string>`event.key collate "C"`;

const newest = askedOnce(
  ({ sources, filters }: Shape) => JSON.stringify([sources.map(({ name }) => name), filters]),
  (db, values: Values, { sources, filters }) => {
    const { zone, personId } = values;
    const [first, ...others] = sources.map((source) =>
      db
        .selectFrom(source.events({ db, zone, personId }).as('own'))
        .selectAll('own')
        .select(sql.lit(source.name).as('source')),
    );
    if (first === undefined) throw new Error('a timeline without sources has nothing to ask');
    const happened = others.reduce((all, one) => all.unionAll(one), first);
    const found = db
      .selectFrom(happened.as('event'))
      .selectAll('event')
      .$if(filters.from, (query) => query.where(sql<boolean>`event.happened_on >= ${values.from}::date`))
      .$if(filters.until, (query) => query.where(sql<boolean>`event.happened_on <= ${values.until}::date`))
      .$if(filters.by, (query) => query.where('event.by', 'in', colleagues(db, values.by)))
      .$if(filters.before, (query) =>
        query.where(
          sql<boolean>`(event.happened_on, ${TIME}, ${RECORDED}, ${KEY}) <
            (${values.beforeOn}::date, ${values.beforeTime}::text, ${values.beforeRecorded}::timestamptz, ${values.beforeKey}::text)`,
        ),
      )
      .orderBy('event.happened_on', 'desc')
      .orderBy(TIME, 'desc')
      .orderBy(RECORDED, 'desc')
      .orderBy(KEY, 'desc')
      .limit(MOST_SHOWN + 1);
    return db
      .selectFrom(found.as('event'))
      .leftJoin('staff', 'staff.id', 'event.by')
      .selectAll('event')
      .select(['staff.given_name', 'staff.family_name', MICROSECONDS.as('recorded')])
      .orderBy('event.happened_on', 'desc')
      .orderBy(TIME, 'desc')
      .orderBy(RECORDED, 'desc')
      .orderBy(KEY, 'desc');
  },
);

function colleagues(db: Db, name: string | undefined) {
  return db
    .selectFrom('staff')
    .select('staff.id')
    .where(sql<boolean>`staff.given_name || ' ' || staff.family_name ilike ${name}::text`);
}

function anywhere(name: string | undefined): string | undefined {
  return name && `%${name.replace(/[\\%_]/gu, '\\$&')}%`;
}

function placed(place: Place | undefined): Partial<Values> {
  if (place === undefined) return {};
  const { on, time = '', key } = place;
  const [milliseconds, rest] = [place.recorded.slice(0, -3), place.recorded.slice(-3).padStart(3, '0')];
  const recordedAt = new Date(Number(milliseconds)).toISOString().replace('Z', `${rest}Z`);
  return { beforeOn: on, beforeTime: time, beforeRecorded: recordedAt, beforeKey: key };
}
