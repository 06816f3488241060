import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';

/** The names of members of staff by id, leavers too: what they did still carries their name. */
export async function staffNamed(db: Db, ids: readonly (Id | undefined)[]): Promise<ReadonlyMap<Id, string>> {
  const asked = [...new Set(ids.filter((id) => id !== undefined))];
  if (asked.length === 0) return new Map();
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'given_name', 'family_name'])
    .where('id', 'in', asked)
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
}
