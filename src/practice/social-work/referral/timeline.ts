import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

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
  const referrals = () => db.selectFrom('referral').where('referral.person_id', '=', personId);
  const what = (event: string, done: string, at: 'on' | 'at' = 'on') => {
    const more = { event, row: 'referral', by: `referral.${done}_by` };
    return at === 'on' ? { ...more, on: `referral.${done}_on` } : { ...more, at: `referral.${done}_at` };
  };
  return referrals()
    .select(
      happening(zone, {
        event: 'made',
        row: 'referral',
        at: 'referral.referred_at',
        words: 'referral.reason',
      }),
    )
    .unionAll(
      referrals()
        .where('referral.accepted_on', 'is not', null)
        .select(happening(zone, what('accepted', 'accepted'))),
    )
    .unionAll(
      referrals()
        .where('referral.declined_on', 'is not', null)
        .select(happening(zone, { ...what('declined', 'declined'), words: 'referral.declined_reason' })),
    )
    .unionAll(
      referrals()
        .where('referral.withdrawn_at', 'is not', null)
        .select(happening(zone, what('withdrawn', 'withdrawn', 'at'))),
    )
    .unionAll(
      referrals()
        .where('referral.ended_on', 'is not', null)
        .select(happening(zone, { ...what('ended', 'ended'), words: 'referral.ended_words' })),
    );
}
