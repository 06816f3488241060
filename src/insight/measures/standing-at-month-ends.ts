import { sql } from 'kysely';
import type { Id } from '../../language/id.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Period } from '../measure.ts';
import { lastDayOf, monthsBetween } from '../month.ts';

/**
 * For the end of each month's last day, the children for whom one of these stood. One of a kind stands for a child at a time, so each
 * child comes once in a month. What ended on the last day stands no longer.
 */
export function standingAtMonthEnds(
  db: Db,
  facts: 'period_of_care' | 'protection_plan',
  { from, to }: Period,
) {
  return db
    .selectFrom('working_day as month_end')
    .innerJoin(db.selectFrom(facts).select(['person_id', 'began_on', 'ended_on']).as('stood'), (join) =>
      join.onRef('stood.began_on', '<=', 'month_end.date'),
    )
    .where('month_end.date', 'in', monthsBetween(from, to).map(lastDayOf))
    .where(({ or, eb }) =>
      or([eb('stood.ended_on', 'is', null), eb('stood.ended_on', '>', eb.ref('month_end.date'))]),
    )
    .select([
      'stood.person_id as subject',
      sql<Id | null>`null::uuid`.as('contactId'),
      'month_end.date as happenedOn',
      sql<boolean | null>`true`.as('met'),
      sql<number | null>`null::double precision`.as('value'),
    ]);
}
