import { sql } from 'kysely';
import { day } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import type { Db } from '../../platform/database/db.ts';
import { measure, type Period } from '../measure.ts';
import { lastDayOf, monthsBetween } from '../month.ts';

/** W1: how many children each worker has. A line is a worker, and its value the children whom this worker has. */
export const caseload = measure({
  id: 'W1',
  title: 'Caseload',
  inWords:
    'How many children a worker has on average, of those who have any, and how many the one with most has: at the end of the month’s last day.',
  counted:
    'Each child once, with whoever is the child’s worker, in social work or early help. Each worker counts as one: how much of full time somebody works is not recorded.',
  notCounted:
    'Co-workers, whoever covers for an absence, children who wait for a worker, and workers without a child. An allocation that ended on the last day. Points, which weigh children by what is open for them, stand with the caseloads of today.',
  kind: 'load',
  better: 'lower',
  correlated: true,
  unit: { one: 'child for each worker', many: 'children for each worker' },
  listed: {
    kind: 'worker',
    nouns: 'workers',
    met: 'With children',
    notMet: 'Without children',
    notCounted: 'Not counted',
  },
  owner: 'head of service',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) =>
    db
      .selectFrom(held(db, period).as('held'))
      .groupBy(['held.staff_id', 'held.date'])
      .select(({ fn }) => [
        'held.staff_id as subject',
        sql<Id | null>`null::uuid`.as('contactId'),
        'held.date as happenedOn',
        sql<boolean | null>`true`.as('met'),
        sql<number | null>`${fn.count('held.person_id').distinct()}::double precision`.as('value'),
      ]),
});

// Handed over on the last day, a child is with the new worker: the old allocation ended on it.
function held(db: Db, { from, to }: Period) {
  return db
    .selectFrom('working_day as month_end')
    .innerJoin('allocation', (join) => join.onRef('allocation.from_on', '<=', 'month_end.date'))
    .where('month_end.date', 'in', monthsBetween(from, to).map(lastDayOf))
    .where('allocation.kind', '=', 'worker')
    .where(({ or, eb }) =>
      or([eb('allocation.ended_on', 'is', null), eb('allocation.ended_on', '>', eb.ref('month_end.date'))]),
    )
    .select(['allocation.staff_id', 'allocation.person_id', 'month_end.date']);
}
