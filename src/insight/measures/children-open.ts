import { sql } from 'kysely';
import { day } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import { measure } from '../measure.ts';
import { lastDayOf, monthsBetween } from '../month.ts';

/** O1: for how many children the service has something in hand. What "open" means is the view `open_period`, and nowhere else. */
export const childrenOpen = measure({
  id: 'O1',
  title: 'Children open',
  inWords:
    'The children with a period of service begun and not ended, at the end of the month’s last day: a referral accepted, early help begun, or another decided by a manager.',
  counted: 'Each child once, also an unborn one, however many things are open for them.',
  notCounted:
    'Contacts and referrals that nobody has accepted yet. What ended on the last day is no longer open.',
  kind: 'stock',
  better: 'neither',
  unit: { one: 'child open', many: 'children open' },
  listed: { kind: 'child', nouns: 'children', met: 'Open', notMet: 'Not open', notCounted: 'Not counted' },
  owner: 'head of service',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, { from, to }) =>
    db
      .selectFrom('working_day as month_end')
      .innerJoin('open_period', (join) => join.onRef('open_period.began_on', '<=', 'month_end.date'))
      .where('month_end.date', 'in', monthsBetween(from, to).map(lastDayOf))
      .where(({ or, eb }) =>
        or([
          eb('open_period.ended_on', 'is', null),
          eb('open_period.ended_on', '>', eb.ref('month_end.date')),
        ]),
      )
      .distinct()
      .select(({ ref }) => [
        ref('open_period.person_id').$notNull().as('subject'),
        sql<Id | null>`null::uuid`.as('contactId'),
        'month_end.date as happenedOn',
        sql<boolean | null>`true`.as('met'),
        sql<number | null>`null::double precision`.as('value'),
      ]),
});
