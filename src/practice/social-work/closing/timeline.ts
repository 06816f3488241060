import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PERIOD_ENDED_REASONS } from '../../../profile/code-sets/service-kinds.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Closings on a timeline: proposed with what was reached, and what became of each. What each of the family says stands on the closing. */
export const closingsOnTimeline: TimelineSource = {
  name: 'closings',
  label: 'Closings with the family',
  permission: 'closing: read',
  events,
  entry: ({ id, event, code, words }) => ({
    title:
      code === undefined
        ? `Closing ${event}`
        : `Closing ${event}: ${labelOf(PERIOD_ENDED_REASONS, code).toLowerCase()}`,
    words,
    href: `/closings/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const what = (event: string) => ({
    event,
    row: 'closing',
    at: `closing.${event}_at`,
    by: `closing.${event}_by`,
  });
  return db
    .selectFrom('closing')
    .where('closing.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...what('proposed'), code: 'closing.reason', words: 'closing.reached' },
        what('authorised'),
        { ...what('returned'), event: 'given back', words: 'closing.returned_words' },
        what('withdrawn'),
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
