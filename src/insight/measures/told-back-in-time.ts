import { sql } from 'kysely';
import { day } from '../../language/day.ts';
import type { Db } from '../../platform/database/db.ts';
import { CONTACT_SOURCES } from '../../profile/code-sets/contact-sources.ts';
import { measure, type Period } from '../measure.ts';
import { firstDayOf, lastDayOf } from '../month.ts';
import { childrenWithDecision } from './children-told-of.ts';
import { dueDays } from './due-days.ts';

const PROFESSIONALS = CONTACT_SOURCES.codes
  .filter(({ speaksAs }) => speaksAs === 'professional')
  .map(({ code }) => code);

/** H9: whether a professional who turned to us hears what came of it. Decided is not told. */
export const toldBackInTime = measure({
  id: 'H9',
  title: 'Told back in time',
  inWords:
    'Of the contacts from professionals told to us in the month and decided, the share whose referrer was told the outcome in time.',
  counted:
    'One for each child. The clock runs from the day we were told to the day the answer was given or left us. One that was taken back was not given.',
  notCounted:
    'Contacts not decided yet, those whose last day is not over, and those with a recorded reason why nobody was told.',
  kind: 'proportion',
  better: 'higher',
  clock: 'contact answered',
  unit: { one: 'contact', many: 'contacts' },
  listed: {
    kind: 'child of a contact',
    nouns: 'contacts from professionals',
    met: 'Told in time',
    notMet: 'Not told in time',
    notCounted: 'Not counted',
  },
  owner: 'hub manager',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) =>
    childrenWithDecision(db, period)
      .where('contact.source', 'in', PROFESSIONALS)
      .leftJoin(dueDays(db, 'contact answered', period).as('due'), 'due.told_on', 'contact.told_on')
      .leftJoin(referrersTold(db, period).as('told'), 'told.contact_id', 'contact.id')
      .select([
        sql<boolean | null>`case
          when decision.id is null or due.due_on is null then null
          when (told.told_at at time zone ${period.zone})::date <= due.due_on then true
          when told.told_at is null and (told.explained or due.due_on >= ${period.asOf}) then null
          else false end`.as('met'),
        sql<number | null>`null::double precision`.as('value'),
      ]),
});

function referrersTold(db: Db, { from, to }: Period) {
  return db
    .selectFrom('answer')
    .innerJoin('contact', 'contact.id', 'answer.contact_id')
    .where('contact.told_on', '>=', firstDayOf(from))
    .where('contact.told_on', '<=', lastDayOf(to))
    .where('answer.audience', '=', 'referrer')
    .where('answer.withdrawn_at', 'is', null)
    .groupBy('answer.contact_id')
    .select(({ ref }) => [
      'answer.contact_id',
      sql<Date | null>`min(${ref('answer.told_at')}) filter (where ${ref('answer.way')} is not null)`.as(
        'told_at',
      ),
      sql<boolean>`bool_or(${ref('answer.why_not')} is not null)`.as('explained'),
    ]);
}
