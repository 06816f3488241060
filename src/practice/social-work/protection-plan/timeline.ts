import { PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Protection plans on a timeline: each begun, and ended. */
export const plansOnTimeline: TimelineSource = {
  name: 'plans',
  label: 'Protection plans',
  permission: 'person: read',
  events,
  entry: ({ event, code, words, personId }) => ({
    title: `Protection plan ${event}`,
    words: [labelOf(PLAN_CATEGORIES, code ?? ''), words && `Decided by ${words}`].filter(Boolean).join('. '),
    href: `/people/${personId}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'plan', code: 'plan.category' };
  return db
    .selectFrom('protection_plan as plan')
    .where('plan.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'began', on: 'plan.began_on', words: 'plan.decided_by' },
        { ...kept, event: 'ended', on: 'plan.ended_on', words: 'plan.end_decided_by' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
