import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Handovers on a timeline: offered, and what became of each. */
export const handoversOnTimeline: TimelineSource = {
  name: 'handovers',
  label: 'Handovers',
  permission: 'allocation: read',
  events,
  entry: ({ id, event, words }) => ({ title: `Handover ${event}`, words, href: `/handovers/${id}` }),
};

function events({ db, zone, personId }: SourceAsked) {
  const handovers = () => db.selectFrom('handover').where('handover.person_id', '=', personId);
  const what = (event: 'offered' | 'accepted' | 'declined' | 'withdrawn', by: string) => ({
    event,
    row: 'handover',
    at: `handover.${event}_at`,
    by: `handover.${by}`,
  });
  return handovers()
    .select(happening(zone, { ...what('offered', 'offered_by'), words: 'handover.note' }))
    .unionAll(
      handovers()
        .where('handover.accepted_at', 'is not', null)
        .select(happening(zone, what('accepted', 'answered_by'))),
    )
    .unionAll(
      handovers()
        .where('handover.declined_at', 'is not', null)
        .select(happening(zone, { ...what('declined', 'answered_by'), words: 'handover.declined_reason' })),
    )
    .unionAll(
      handovers()
        .where('handover.withdrawn_at', 'is not', null)
        .select(happening(zone, what('withdrawn', 'withdrawn_by'))),
    );
}
