import { CHILD_STATEMENTS } from '../../../profile/code-sets/child-statements.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../timeline/index.ts';

/** What was said of a child, on a timeline: said, and no longer true. */
export const statementsOnTimeline: TimelineSource = {
  name: 'statements',
  label: 'How they are',
  permission: 'person: read',
  events,
  entry: ({ event, code, words, personId }) => ({
    title: `${labelOf(CHILD_STATEMENTS, code ?? '')}${event === 'ended' ? ', no longer true' : ''}`,
    words,
    href: `/people/${personId}/statements`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'said', code: 'said.kind', words: 'said.words' };
  return db
    .selectFrom('child_statement as said')
    .where('said.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'said', on: 'said.stated_on', by: 'said.stated_by' },
        { ...kept, event: 'ended', on: 'said.ended_on', by: 'said.ended_by' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
