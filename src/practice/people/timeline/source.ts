import { type AliasableExpression, type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Permission } from '../../../profile/permissions.ts';

/** One row of a source: something that happened, on a day, and at a time only where somebody wrote one down. */
type HappenedRow = {
  /** Names the event for good, and is its own. */
  key: string;
  /** The row in which it stands. */
  id: Id;
  happened_on: Day;
  happened_time: string | null;
  recorded_at: Date;
  by: Id | null;
  event: string;
  code: string | null;
  words: string | null;
};

/** What a source is asked for: one person, in the zone of the place. */
export type SourceAsked = { readonly db: Db; readonly zone: string; readonly personId: Id };

/** Something that happened, as a source puts it into words. */
export type Happened = {
  readonly id: Id;
  readonly personId: Id;
  readonly event: string;
  readonly code: string | undefined;
  readonly words: string | undefined;
};

/**
 * One kind of thing on a timeline. `name` stands in the address; whoever lacks `permission` is shown nothing of it.
 *
 * `events` asks for everything of its kind about the person: the page takes the newest of them, so it is never read as a whole.
 */
export type TimelineSource = {
  readonly name: string;
  readonly label: string;
  readonly permission: Permission;
  events(asked: SourceAsked): AliasableExpression<HappenedRow>;
  entry(happened: Happened): {
    readonly title: string;
    readonly words?: string | undefined;
    readonly href?: string | undefined;
    /** Set where the words are read by some roles only: it is written down who read them. */
    readonly fieldClass?: string | undefined;
  };
};

type Happening = {
  readonly event: string;
  /** The table, or the name that the query gives it. */
  readonly row: string;
  readonly id?: string | undefined;
  readonly by?: string | undefined;
  readonly code?: string | RawBuilder<string | null> | undefined;
  readonly words?: string | RawBuilder<string | null> | undefined;
} & ({ readonly on: string | RawBuilder<Day>; readonly time?: string | undefined } | { readonly at: string });

/**
 * The columns that a source selects: `on` a day (with `time` on the wall, where there is a column for it), or `at` an instant; the others
 * are columns by name. Without `by` it was whoever recorded the row.
 */
export function happening(zone: string, what: Happening) {
  const { row, event } = what;
  return [
    sql<string>`${sql.lit(event)}::text || ' ' || ${sql.ref(`${row}.id`)}::text`.as('key'),
    sql<Id>`${sql.ref(what.id ?? `${row}.id`)}`.as('id'),
    dayIn(zone, what).as('happened_on'),
    timeIn(zone, what).as('happened_time'),
    sql<Date>`${sql.ref(`${row}.recorded_at`)}`.as('recorded_at'),
    sql<Id | null>`${sql.ref(what.by ?? `${row}.recorded_by`)}`.as('by'),
    sql<string>`${sql.lit(event)}::text`.as('event'),
    sql<string | null>`${textIn(what.code)}`.as('code'),
    sql<string | null>`${textIn(what.words)}`.as('words'),
  ];
}

/**
 * All that happened to a row, to be joined to it: each where it has a day. So the row is read once, behind its walls once, however much
 * happened to it.
 */
export function happenings(db: Db, zone: string, [first, ...others]: readonly [Happening, ...Happening[]]) {
  const all = others.reduce(
    (before, one) => before.unionAll(db.selectNoFrom(happening(zone, one))),
    db.selectNoFrom(happening(zone, first)),
  );
  return db
    .selectFrom(all.as('one'))
    .selectAll('one')
    .where(sql<boolean>`one.happened_on is not null`)
    .as('happened');
}

function dayIn(zone: string, what: Happening): RawBuilder<Day> {
  return 'at' in what
    ? sql<Day>`(${sql.ref(what.at)} at time zone ${zone}::text)::date`
    : sql<Day>`${typeof what.on === 'string' ? sql.ref(what.on) : what.on}`;
}

function timeIn(zone: string, what: Happening): RawBuilder<string | null> {
  if ('at' in what) return sql`to_char(${sql.ref(what.at)} at time zone ${zone}::text, 'HH24:MI')`;
  return what.time === undefined ? sql`null::text` : sql`left(${sql.ref(what.time)}::text, 5)`;
}

function textIn(column: string | RawBuilder<string | null> | undefined): RawBuilder<string | null> {
  if (column === undefined) return sql`null::text`;
  return typeof column === 'string' ? sql`${sql.ref(column)}::text` : column;
}
