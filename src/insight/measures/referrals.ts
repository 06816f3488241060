import { sql } from 'kysely';
import { day } from '../../language/day.ts';
import type { Db } from '../../platform/database/db.ts';
import { measure } from '../measure.ts';
import { firstDayOf, lastDayOf } from '../month.ts';

/** R1: how many children come to social care who were not with the service already. */
export const referrals = measure({
  id: 'R1',
  title: 'Referrals',
  inWords: 'The referrals to social care in the month of children who were not open already.',
  counted:
    'One for each referral, accepted or not, also of an unborn child. A child whose help ended earlier on the same day is not open.',
  notCounted:
    'Referrals of a child who was open on the day, or had been referred and accepted earlier that day. A referral withdrawn with its decision never counts.',
  kind: 'count',
  better: 'neither',
  unit: { one: 'referral', many: 'referrals' },
  listed: {
    kind: 'referral',
    nouns: 'referrals',
    met: 'Counted',
    notMet: 'Not counted',
    notCounted: 'Was open already',
  },
  owner: 'head of service',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, { from, to }) =>
    db
      .selectFrom('referral')
      .where('referral.withdrawn_at', 'is', null)
      .where('referral.referred_on', '>=', firstDayOf(from))
      .where('referral.referred_on', '<=', lastDayOf(to))
      .select(({ exists }) => [
        'referral.id as subject',
        'referral.contact_id as contactId',
        'referral.referred_on as happenedOn',
        sql<boolean | null>`case when ${exists(openAlready(db))} then null else true end`.as('met'),
        sql<number | null>`null::double precision`.as('value'),
      ]),
});

// Days are compared as days, so a period that began on the very day is earlier only if it is a referral made earlier that day.
function openAlready(db: Db) {
  return db
    .selectFrom('open_period')
    .leftJoin('referral as other', 'other.id', 'open_period.id')
    .whereRef('open_period.person_id', '=', sql.ref('referral.person_id'))
    .whereRef('open_period.id', '<>', sql.ref('referral.id'))
    .where(
      sql<boolean>`(open_period.began_on < referral.referred_on
        or (open_period.began_on = referral.referred_on and other.referred_at < referral.referred_at))`,
    )
    .where(sql<boolean>`(open_period.ended_on is null or open_period.ended_on > referral.referred_on)`)
    .select('open_period.id');
}
