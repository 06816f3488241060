import { CARE_BASES } from '../../../profile/code-sets/care.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Times in care on a timeline: each begun, and ended. */
export const careOnTimeline: TimelineSource = {
  name: 'care',
  label: 'Care',
  permission: 'person: read',
  events,
  entry: ({ event, code, words, personId }) => ({
    title: event === 'began' ? 'Came into care' : 'Left care',
    words: [event === 'began' && labelOf(CARE_BASES, code ?? ''), words && `Decided by ${words}`]
      .filter(Boolean)
      .join('. '),
    href: `/people/${personId}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'care', code: 'care.basis' };
  return db
    .selectFrom('period_of_care as care')
    .where('care.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'began', on: 'care.began_on', words: 'care.decided_by' },
        { ...kept, event: 'ended', on: 'care.ended_on', words: 'care.end_decided_by' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
