import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Handovers on a timeline: offered, and what became of each. */
export const handoversOnTimeline: TimelineSource = {
  name: 'handovers',
  label: 'Handovers',
  permission: 'allocation: read',
  events,
  entry: ({ id, event, words }) => ({ title: `Handover ${event}`, words, href: `/handovers/${id}` }),
};

function events({ db, zone, personId }: SourceAsked) {
  const what = (event: string, by: string, words?: string) => ({
    event,
    row: 'handover',
    at: `handover.${event}_at`,
    by: `handover.${by}`,
    words,
  });
  return db
    .selectFrom('handover')
    .where('handover.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        what('offered', 'offered_by', 'handover.note'),
        what('accepted', 'answered_by'),
        what('declined', 'answered_by', 'handover.declined_reason'),
        what('withdrawn', 'withdrawn_by'),
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
