import { type RawBuilder, sql } from 'kysely';
import { day } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import type { Db } from '../../platform/database/db.ts';
import { measure, type Period } from '../measure.ts';
import { firstDayOf, lastDayOf } from '../month.ts';
import { childrenWithDecision } from './children-told-of.ts';

/** H5: how long somebody who called for help waited for a decision. */
export const hoursToDecision = measure({
  id: 'H5',
  title: 'Hours to a decision',
  inWords:
    'For every contact decided in the month, the hub’s working hours from being told to a signed decision. The middle value.',
  counted:
    'One for each child, in the month of the signature. Hub hours only; for a contact first rated red every hour of the clock, by night too.',
  notCounted: 'Contacts told to us in the month that have no decision yet.',
  kind: 'duration',
  better: 'lower',
  clock: 'contact decided',
  unit: { one: 'working hour', many: 'working hours' },
  listed: {
    kind: 'child of a contact',
    nouns: 'contacts',
    met: 'Decided',
    notMet: 'Decided',
    notCounted: 'Not decided yet',
  },
  owner: 'hub manager',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) => decided(db, period).unionAll(undecided(db, period)),
});

function decided(db: Db, period: Period) {
  const worked = sql`${minutesUntil('signed', 'decision.signed_at', period)} - ${minutesUntil('told', 'contact.told_at', period)}`;
  const elapsed = sql`extract(epoch from decision.signed_at - contact.told_at) / 60`;
  return db
    .selectFrom('decision')
    .innerJoin('contact', 'contact.id', 'decision.contact_id')
    .innerJoin('working_day as told', 'told.date', 'contact.told_on')
    .innerJoin('working_day as signed', 'signed.date', 'decision.signed_on')
    .leftJoin(firstRatings(db, period).as('rating'), 'rating.contact_id', 'contact.id')
    .where('decision.withdrawn_at', 'is', null)
    .where('decision.signed_on', '>=', firstDayOf(period.from))
    .where('decision.signed_on', '<=', lastDayOf(period.to))
    .select([
      'decision.contact_child_id as subject',
      sql<Id | null>`contact.id`.as('contactId'),
      'decision.signed_on as happenedOn',
      sql<boolean | null>`true`.as('met'),
      sql<
        number | null
      >`(round(greatest(0, case when rating.colour = 'red' then ${elapsed} else ${worked} end)) / 60)::double precision`.as(
        'value',
      ),
    ]);
}

// Working minutes from the beginning of the calendar to an instant: what lies before its day, and what of its day was open by then.
function minutesUntil(at: 'told' | 'signed', instant: string, { zone }: Period): RawBuilder<number> {
  const column = (name: string) => sql.ref(`${at}.${name}`);
  return sql`(${column('minutes_before')} + coalesce(greatest(0, extract(epoch from
    least((${sql.ref(instant)} at time zone ${zone})::time, ${column('closes')}) - ${column('opens')}) / 60), 0))`;
}

function firstRatings(db: Db, { from, to }: Period) {
  return db
    .selectFrom('contact_rating')
    .innerJoin('decision', 'decision.contact_id', 'contact_rating.contact_id')
    .where('decision.signed_on', '>=', firstDayOf(from))
    .where('decision.signed_on', '<=', lastDayOf(to))
    .distinctOn('contact_rating.contact_id')
    .orderBy('contact_rating.contact_id')
    .orderBy('contact_rating.rated_at')
    .orderBy('contact_rating.id')
    .select(['contact_rating.contact_id', 'contact_rating.colour']);
}

function undecided(db: Db, period: Period) {
  return childrenWithDecision(db, period)
    .where('decision.id', 'is', null)
    .clearSelect()
    .select([
      'contact_child.id as subject',
      sql<Id | null>`contact.id`.as('contactId'),
      'contact.told_on as happenedOn',
      sql<boolean | null>`null::boolean`.as('met'),
      sql<number | null>`null::double precision`.as('value'),
    ]);
}
