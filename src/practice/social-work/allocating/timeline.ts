import { sql } from 'kysely';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Who works with a child, on a timeline: since when, and until when. */
export const allocationsOnTimeline: TimelineSource = {
  name: 'workers',
  label: 'Workers',
  permission: 'allocation: read',
  events,
  entry: ({ event, code, words, personId }) => ({
    title: `${words} ${event === 'began' ? 'became' : 'is no longer'} their ${code}`,
    href: `/people/${personId}/allocations`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const words = sql<string>`worker.given_name || ' ' || worker.family_name`;
  const kept = { row: 'allocation', code: 'allocation.kind', words };
  return db
    .selectFrom('allocation')
    .innerJoin('staff as worker', 'worker.id', 'allocation.staff_id')
    .where('allocation.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'began', on: 'allocation.from_on', by: 'allocation.allocated_by' },
        { ...kept, event: 'ended', on: 'allocation.ended_on', by: 'allocation.ended_by' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
