import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';

/** Contacts before each of these about one of the same persons; a wall hides them like any other contact. */
export function contactsBefore(db: Db, ids: readonly Id[], since: Day) {
  return db
    .selectFrom('contact_person as own')
    .innerJoin('contact_person as same', 'same.person_id', 'own.person_id')
    .innerJoin('contact as now', 'now.id', 'own.contact_id')
    .innerJoin('contact as before', 'before.id', 'same.contact_id')
    .where('own.contact_id', '=', anyOf(ids))
    .where('before.told_on', '>=', since)
    .whereRef('before.told_at', '<', 'now.told_at')
    .select(['own.contact_id', 'before.id', 'before.told_on'])
    .distinct()
    .execute();
}
