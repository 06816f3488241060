import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';

/** The household in which one of two persons lives now, and which of the two is not in it. */
export async function householdWith(
  db: Db,
  one: Id,
  other: Id,
): Promise<{ household: Id | undefined; missing: readonly Id[] }> {
  const rows = await db
    .selectFrom('household_membership')
    .select(['household_id', 'person_id'])
    .where('person_id', 'in', [one, other])
    .where('until_on', 'is', null)
    .orderBy('recorded_at')
    .execute();
  const household = rows[0]?.household_id;
  const members = rows.filter((row) => row.household_id === household).map((row) => row.person_id);
  return { household, missing: [one, other].filter((id) => !members.includes(id)) };
}
