import { sql } from 'kysely';
import { day } from '../../language/day.ts';
import { measure } from '../measure.ts';
import { childrenWithDecision } from './children-told-of.ts';
import { dueDays } from './due-days.ts';

/** H3: whether a call for help has a signed decision by the end of the day on which it was due. */
export const decidedInTime = measure({
  id: 'H3',
  title: 'Decided in time',
  inWords:
    'Of the contacts told to us in the month, the share with a signed decision by the end of the working day on which it was due.',
  counted:
    'One for each child. A decision signed late in the evening of the last day is in time. One that was taken back counts as not signed.',
  notCounted: 'Contacts without a decision whose last day is not over yet.',
  kind: 'proportion',
  better: 'higher',
  clock: 'contact decided',
  unit: { one: 'contact', many: 'contacts' },
  listed: {
    kind: 'child of a contact',
    nouns: 'contacts',
    met: 'Decided in time',
    notMet: 'Not decided in time',
    notCounted: 'Still in time',
  },
  owner: 'hub manager',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) =>
    childrenWithDecision(db, period)
      .leftJoin(dueDays(db, 'contact decided', period).as('due'), 'due.told_on', 'contact.told_on')
      .select([
        sql<boolean | null>`case
          when decision.signed_on <= due.due_on then true
          when due.due_on is null or (decision.id is null and due.due_on >= ${period.asOf}) then null
          else false end`.as('met'),
        sql<number | null>`null::double precision`.as('value'),
      ]),
});
