import type { Db } from '../../platform/database/db.ts';
import type { Period } from '../measure.ts';
import { firstDayOf, lastDayOf } from '../month.ts';

/** Where every measure of the hub begins: one row for each child of each contact told to us in the period. */
export function childrenToldOf(db: Db, { from, to }: Period) {
  return db
    .selectFrom('contact')
    .innerJoin('contact_child', 'contact_child.contact_id', 'contact.id')
    .where('contact.told_on', '>=', firstDayOf(from))
    .where('contact.told_on', '<=', lastDayOf(to))
    .select(['contact_child.id as subject', 'contact.id as contactId', 'contact.told_on as happenedOn']);
}

/** The same with the decision in force, if there is one. One that was taken back is as if it had never been signed. */
export function childrenWithDecision(db: Db, period: Period) {
  return childrenToldOf(db, period).leftJoin('decision', (join) =>
    join.onRef('decision.contact_child_id', '=', 'contact_child.id').on('decision.withdrawn_at', 'is', null),
  );
}
