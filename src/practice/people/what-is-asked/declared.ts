import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';

/** A time of its own within which children are to be seen, for everybody or for some, while something has changed for them all. */
export type DeclaredPeriod = {
  readonly id: Id;
  readonly persons: readonly Id[];
  readonly title: string;
  readonly reason: string;
  /** A code of DECLARED_FOR. */
  readonly forWhom: string;
  /** Calendar days; where the last one is no working day, the next working day counts. */
  readonly days: number;
  readonly fromOn: Day;
  readonly untilOn: Day | undefined;
  readonly declaredBy: Id;
  /** On the day of its end it stands no longer. */
  readonly endedOn: Day | undefined;
};

/** Every period that was declared, the latest first; they are few. With an id, that one alone. */
export async function declaredPeriods(db: Db, id?: Id): Promise<readonly DeclaredPeriod[]> {
  const rows = await db
    .selectFrom('declared_period')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? null))
    .orderBy('from_on', 'desc')
    .orderBy(sql`recorded_at`, 'desc')
    .limit(100)
    .execute();
  return rows.map(withoutNulls).map((row) => ({
    id: row.id,
    persons: [],
    title: row.title,
    reason: row.reason,
    forWhom: row.for_whom,
    days: row.interval_days,
    fromOn: row.from_on,
    untilOn: row.until_on,
    declaredBy: row.declared_by,
    endedOn: row.ended_on,
  }));
}

/** Whether a declared period stands on a day, is still to come, or is over. */
export function standingOn(
  { fromOn, untilOn, endedOn }: Pick<DeclaredPeriod, 'fromOn' | 'untilOn' | 'endedOn'>,
  on: Day,
): 'stands' | 'to come' | 'over' {
  if ((endedOn !== undefined && endedOn <= on) || (untilOn !== undefined && untilOn < on)) return 'over';
  return fromOn > on ? 'to come' : 'stands';
}
