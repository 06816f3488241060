import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Working } from './rules.ts';

/** Who works and worked with a child: now first, then the latest. */
export async function workingWith(db: Db, personId: Id): Promise<readonly Working[]> {
  const rows = await db
    .selectFrom('allocation')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('kind', 'desc')
    .orderBy('from_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    kind: row.kind,
    fromOn: row.from_on,
    endedOn: row.ended_on ?? undefined,
    fullReason: row.full_reason ?? undefined,
  }));
}

/** A child who is open and has no worker, since when, and for what. */
export type Unallocated = { readonly personId: Id; readonly since: Day; readonly kinds: readonly string[] };

/** The open children without a worker whom the viewer may see, the longest first. */
export async function unallocatedChildren(db: Db): Promise<readonly Unallocated[]> {
  const rows = await db
    .selectFrom('period_of_service as period')
    .where('period.ended_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('allocation')
            .select('allocation.id')
            .whereRef('allocation.person_id', '=', 'period.person_id')
            .where('allocation.kind', '=', 'worker')
            .where('allocation.ended_on', 'is', null),
        ),
      ),
    )
    .groupBy('period.person_id')
    .select('period.person_id')
    .select(
      sql<Day>`greatest(min(period.began_on),
      (select max(before.ended_on) from allocation as before where before.person_id = period.person_id and before.kind = 'worker'))`.as(
        'since',
      ),
    )
    .select(sql<string[]>`array_agg(distinct period.kind)`.as('kinds'))
    .orderBy('since')
    .orderBy('period.person_id')
    .limit(500)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, since: row.since, kinds: row.kinds }));
}

/** An allocation, to end it. */
export type Allocation = Subject & {
  readonly personId: Id;
  readonly kind: string;
  readonly endedOn: Day | undefined;
};

/** Finds an allocation through what the viewer may see. */
export const allocationOnRecord: Loader<Allocation> = {
  kind: 'allocation',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['allocationId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db.selectFrom('allocation').selectAll().where('id', '=', id).executeTakeFirst();
    return (
      row && {
        id: row.id,
        persons: [row.person_id],
        personId: row.person_id,
        kind: row.kind,
        endedOn: row.ended_on ?? undefined,
      }
    );
  },
};

/** A co-worker stops. False where they had. */
export async function endCoWorking({ db, today, by }: Context, id: Id): Promise<boolean> {
  const update = await db
    .updateTable('allocation')
    .set({ ended_on: today, ended_by: by })
    .where('id', '=', id)
    .where('kind', '=', 'co-worker')
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Holds the child's row until the transaction ends, so that two managers allocate one after the other. */
export async function oneAfterTheOther(db: Db, personId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}::text, 10))`.execute(db);
}
