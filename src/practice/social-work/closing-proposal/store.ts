import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { personBriefs } from '../../people/person/index.ts';
import { isAskedAsParent } from './rules.ts';

/** The parents of a child on record, and whoever else holds parental responsibility; as far as the transaction may see them. */
export async function parentsOf(
  db: Db,
  personId: Id,
): Promise<readonly { readonly id: Id; readonly name: string }[]> {
  const rows = await db
    .selectFrom('relationship')
    .select(['other_id', 'kind', 'parental_responsibility'])
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .orderBy('recorded_at')
    .execute();
  const ids = rows
    .filter((row) => isAskedAsParent(row.kind, row.parental_responsibility))
    .map((row) => row.other_id);
  const briefs = await personBriefs(db, ids);
  return [...new Set(ids)].flatMap((id) => {
    const name = briefs.get(id)?.name;
    return name === undefined ? [] : [{ id, name }];
  });
}
