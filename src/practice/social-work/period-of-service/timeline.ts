import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Periods of service on a timeline: each begun, and ended. */
export const servicesOnTimeline: TimelineSource = {
  name: 'service',
  label: 'Service',
  permission: 'period of service: read',
  events,
  entry: ({ id, event, code, words }) => ({
    title: `${labelOf(SERVICE_KINDS, code ?? '')} ${event}`,
    words,
    href: `/periods-of-service/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'period', code: 'period.kind' };
  return db
    .selectFrom('period_of_service as period')
    .where('period.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        {
          ...kept,
          event: 'began',
          on: 'period.began_on',
          by: 'period.began_by',
          words: 'period.basis_words',
        },
        {
          ...kept,
          event: 'ended',
          on: 'period.ended_on',
          by: 'period.ended_by',
          words: 'period.ended_words',
        },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
