import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { isClock } from '../../../profile/timescales.ts';
import type { DaysOf, Declared, Running, Sight } from './rules.ts';

/**
 * What is open for children, since when, when somebody last saw them, and by when they are to be seen: for these children, or for every
 * open child whom the transaction may see. Who has nothing open is not in it.
 */
export async function sightOfEach(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, Sight>> {
  const rows = await visitClocks(db, ids)
    .leftJoin('visit', 'visit.id', 'child_clock.visit_id')
    .select(['visit.visited_by', 'visit.place'])
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const one = runningFrom(row);
      return one === undefined ? [] : [[one.personId, { ...one, lastSeen: lastSeenFrom(one, row) }]];
    }),
  );
}

/** The same for a list of which a page is shown, still without who saw them: that is asked of the page alone, with `lastSeenOfEach`. */
export async function runningOfEach(db: Db, ids?: readonly Id[]): Promise<readonly Running[]> {
  const rows = await visitClocks(db, ids).execute();
  return rows.flatMap((row) => runningFrom(row) ?? []);
}

/** By whom and how each of these children was last seen. */
export async function lastSeenOfEach(
  db: Db,
  all: readonly Running[],
): Promise<ReadonlyMap<Id, Sight['lastSeen']>> {
  const visits = all.flatMap(({ visitId }) => visitId ?? []);
  if (visits.length === 0) return new Map();
  const rows = await db
    .selectFrom('visit')
    .select(['id', 'visited_by', 'place'])
    .where('id', '=', anyOf(visits))
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    all.flatMap((one) => {
      const visit = one.visitId && found.get(one.visitId);
      return visit === undefined ? [] : [[one.personId, lastSeenFrom(one, visit)]];
    }),
  );
}

/** How long ago each open child was seen, and by when they are to be seen: as little as a picture or an order needs. */
export async function daysOfEach(db: Db, ids?: readonly Id[]): Promise<readonly DaysOf[]> {
  const all = db
    .selectFrom('child_clock')
    .where('what', '=', sql.lit('visit'))
    .select([
      'person_id',
      'opened_on',
      'born_after_on',
      'seen_on',
      'due_on',
      'declared_id',
      'declared_from_on',
    ]);
  const rows = await (ids === undefined
    ? all
    : all.where(sql<boolean>`child_clock.person_id = any(${[...ids]}::uuid[])`)
  ).execute();
  return rows.map(withoutNulls).flatMap((row) => daysFrom(row) ?? []);
}

/** What a row of the running clocks says of a child in days. */
export function daysFrom(row: {
  readonly person_id?: Id | undefined;
  readonly opened_on?: Day | undefined;
  readonly born_after_on?: Day | undefined;
  readonly seen_on?: Day | undefined;
  readonly due_on?: Day | undefined;
  readonly declared_id?: Id | undefined;
  readonly declared_from_on?: Day | undefined;
}): DaysOf | undefined {
  const { person_id: personId, opened_on: openedOn, declared_from_on: declaredFrom } = row;
  if (personId === undefined || openedOn === undefined) return undefined;
  const isUnseenInDeclared = declaredFrom !== undefined && (row.seen_on ?? '') < declaredFrom;
  return {
    personId,
    openedOn,
    bornAfterOn: row.born_after_on,
    seenOn: row.seen_on,
    dueOn: row.due_on,
    declaredId: row.declared_id,
    isUnseenInDeclared,
  };
}

/** What runs until the next visit, for these children or for every open child in sight. */
function visitClocks(db: Db, ids: readonly Id[] | undefined) {
  const running = db
    .selectFrom('child_clock')
    .leftJoin('declared_period', 'declared_period.id', 'child_clock.declared_id')
    .where('child_clock.what', '=', sql.lit('visit'))
    .select([
      'child_clock.person_id',
      'child_clock.opened_on',
      'child_clock.born_after_on',
      'child_clock.kinds',
      'child_clock.clock',
      'child_clock.from_on',
      'child_clock.due_on',
      'child_clock.is_declared',
      'child_clock.seen_on',
      'child_clock.seen_alone',
      'child_clock.visit_id',
      'declared_period.id as declared_id',
      'declared_period.title',
      'declared_period.reason',
      'declared_period.interval_days',
      'declared_period.from_on as declared_from_on',
    ]);
  return ids === undefined ? running : running.where('child_clock.person_id', '=', anyOf(ids));
}

type ClockRow = Awaited<ReturnType<ReturnType<typeof visitClocks>['execute']>>[number];

/** What a row of the running clocks says of a child; nothing where the row is none of a child who is open. */
function runningFrom(kept: ClockRow): Running | undefined {
  const row = withoutNulls(kept);
  const days = daysFrom(row);
  const { clock, from_on: countedFrom } = row;
  if (days === undefined || countedFrom === undefined || clock === undefined || !isClock(clock))
    return undefined;
  return {
    ...days,
    kinds: row.kinds ?? [],
    clock,
    countedFrom,
    declared: declaredFrom(row),
    isDeclared: row.is_declared === true,
    visitId: row.visit_id,
    seenAlone: row.seen_alone === true,
  };
}

function lastSeenFrom(
  { seenOn, seenAlone }: Running,
  { visited_by: by, place }: { readonly visited_by: Id | null; readonly place: string | null },
): Sight['lastSeen'] {
  return seenOn === undefined || by === null
    ? undefined
    : { on: seenOn, by, place: place ?? '', alone: seenAlone };
}

function declaredFrom(row: {
  declared_id?: Id | undefined;
  title?: string | undefined;
  reason?: string | undefined;
  interval_days?: number | undefined;
  declared_from_on?: Declared['fromOn'] | undefined;
}): Declared | undefined {
  const { declared_id: id, declared_from_on: fromOn, title = '', reason = '', interval_days: days = 0 } = row;
  return id === undefined || fromOn === undefined ? undefined : { id, title, reason, days, fromOn };
}
