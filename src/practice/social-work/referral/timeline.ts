import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Referrals to children's social care on a timeline: made, and what became of each. */
export const referralsOnTimeline: TimelineSource = {
  name: 'referrals',
  label: 'Referrals',
  permission: 'referral: read',
  events,
  entry: ({ id, event, words }) => ({
    title: event === 'made' ? 'Referred to children’s social care' : `Referral ${event}`,
    words,
    href: `/referrals/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const what = (event: string, words?: string) => ({
    event,
    row: 'referral',
    by: `referral.${event}_by`,
    on: `referral.${event}_on`,
    words,
  });
  return db
    .selectFrom('referral')
    .where('referral.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { event: 'made', row: 'referral', at: 'referral.referred_at', words: 'referral.reason' },
        what('accepted'),
        what('declined', 'referral.declined_reason'),
        { event: 'withdrawn', row: 'referral', at: 'referral.withdrawn_at', by: 'referral.withdrawn_by' },
        what('ended', 'referral.ended_words'),
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
