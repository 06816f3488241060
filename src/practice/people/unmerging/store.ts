import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { FactBetween } from '../merge/index.ts';

/** Keeps to which record each fact was given. */
export async function assign(
  { db, newId }: Pick<Context, 'db' | 'newId'>,
  mergeId: Id,
  facts: readonly Pick<FactBetween, 'relation' | 'id' | 'personId'>[],
): Promise<void> {
  if (facts.length === 0) return;
  await db
    .insertInto('merge_assignment')
    .values(
      facts.map(({ relation, id, personId }) => ({
        id: newId(),
        merge_id: mergeId,
        relation,
        fact_id: id,
        person_id: personId,
      })),
    )
    .execute();
}

/** The first fact that cannot stand on the record it was given to. */
export async function misfitOf(db: Db, mergeId: Id): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id | null }>`select fact_that_does_not_fit(${mergeId}) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

/** Ends a merge; the database moves what was assigned. False where it was undone already. */
export async function undoMerge({ db, now, by }: Context, id: Id, why: string): Promise<boolean> {
  const done = await db
    .updateTable('merge')
    .set({ undone_at: now, undone_by: by, undone_why: why })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
