import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';

/** Takes back that somebody lived there: it has ended in any case, and stays on record with the reason. False where somebody did so before. */
export async function takeBack({ db, now, by, today }: Context, id: Id, why: string): Promise<boolean> {
  const taken = await db
    .updateTable('household_membership')
    .set({
      until_on: sql<Day>`coalesce(until_on, greatest(from_on, ${today}::date))`,
      withdrawn_at: now,
      withdrawn_by: by,
      withdrawn_why: why,
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** Where these persons live now, as far as the asker may read it. */
export async function homesNow(
  db: Db,
  ids: readonly Id[],
): Promise<readonly { readonly id: Id; readonly personId: Id; readonly fromOn: Day | undefined }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('address')
    .select(['id', 'person_id', 'from_on'])
    .where('person_id', '=', anyOf(ids))
    .where('until_on', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.id, personId: row.person_id, fromOn: row.from_on ?? undefined }));
}

/** Ends these addresses on the day of a move. */
export async function leaveAddresses(
  { db }: Context,
  ids: readonly Id[],
  on: Day,
  about: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('address')
    .set({ until_on: on, until_about: about })
    .where('id', '=', anyOf(ids))
    .where('until_on', 'is', null)
    .execute();
}
