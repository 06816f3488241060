import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { isClock } from '../../../profile/timescales.ts';
import type { DaysOf, Declared, Sight } from './rules.ts';

/**
 * What is open for children, since when, when somebody last saw them, and by when they are to be seen: for these children, or for every
 * open child whom the transaction may see. Who has nothing open is not in it.
 */
export async function sightOfEach(db: Db, ids?: readonly Id[]): Promise<ReadonlyMap<Id, Sight>> {
  const running = visitClocks(db);
  const rows = await (ids === undefined
    ? running
    : running.where(sql<boolean>`child_clock.person_id = any(${[...ids]}::uuid[])`)
  ).execute();
  return new Map(
    rows.flatMap((row) => {
      const sight = sightFrom(row);
      return row.person_id === null || sight === undefined ? [] : [[row.person_id, sight]];
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

/** What runs for each open child until the next visit, with the visit on which they were last seen: to ask for fewer, in an order. */
function visitClocks(db: Db) {
  return db
    .selectFrom('child_clock')
    .leftJoin('visit', 'visit.id', 'child_clock.visit_id')
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
      'visit.visited_by',
      'visit.place',
      'declared_period.id as declared_id',
      'declared_period.title',
      'declared_period.reason',
      'declared_period.interval_days',
      'declared_period.from_on as declared_from_on',
    ]);
}

type ClockRow = Awaited<ReturnType<ReturnType<typeof visitClocks>['execute']>>[number];

/** What a row of the running clocks says of a child; nothing where the row is none of a child who is open. */
function sightFrom(kept: ClockRow): Sight | undefined {
  const row = withoutNulls(kept);
  const { opened_on: openedOn, clock, from_on: countedFrom } = row;
  if (openedOn === undefined || countedFrom === undefined || clock === undefined || !isClock(clock))
    return undefined;
  return {
    openedOn,
    bornAfterOn: row.born_after_on,
    kinds: row.kinds ?? [],
    lastSeen:
      row.seen_on === undefined || row.visited_by === undefined
        ? undefined
        : { on: row.seen_on, by: row.visited_by, place: row.place ?? '', alone: row.seen_alone === true },
    clock,
    countedFrom,
    dueOn: row.due_on,
    declared: declaredFrom(row),
    isDeclared: row.is_declared === true,
  };
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
