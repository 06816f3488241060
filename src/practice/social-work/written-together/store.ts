import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { openPeriods, type PersonBrief, personBriefs } from '../../people/person/index.ts';

const TOGETHER = ['brother or sister', 'half-brother or half-sister', 'stepbrother or stepsister'];

/** Brothers and sisters, and who lives in the same household, with something open now: whoever something may be written of together. */
export async function childrenTogether(db: Db, personId: Id): Promise<readonly PersonBrief[]> {
  const related = await db
    .selectFrom('relationship')
    .select('other_id as id')
    .where('person_id', '=', personId)
    .where('kind', 'in', TOGETHER)
    .execute();
  const household = await db
    .selectFrom('household_membership as own')
    .innerJoin('household_membership as other', 'other.household_id', 'own.household_id')
    .select('other.person_id as id')
    .where('own.person_id', '=', personId)
    .where('own.until_on', 'is', null)
    .where('other.until_on', 'is', null)
    .execute();
  const others = [...new Set([...related, ...household].map(({ id }) => id))].filter((id) => id !== personId);
  const [open, briefs] = await Promise.all([openPeriods(db, others), personBriefs(db, others)]);
  return [...briefs.values()]
    .filter(({ id }) => open.has(id))
    .sort(
      (one, other) =>
        (one.bornOn ?? '9').localeCompare(other.bornOn ?? '9') || one.id.localeCompare(other.id),
    );
}
