import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Early help on a timeline: offered, begun, ended, or declined by the family. */
export const earlyHelpOnTimeline: TimelineSource = {
  name: 'early-help',
  label: 'Early help',
  permission: 'early help: read',
  events,
  entry: ({ id, event, words }) => ({
    title: `Early help ${event}`,
    words,
    href: `/early-help-episodes/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const declined = sql<Day>`case when help.reply = 'declined' then help.replied_on end`;
  return db
    .selectFrom('early_help_episode as help')
    .where('help.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { event: 'offered', row: 'help', on: 'help.offered_on' },
        { event: 'declined', row: 'help', on: declined, words: 'help.declined_reason' },
        { event: 'begun', row: 'help', on: 'help.began_on' },
        { event: 'ended', row: 'help', on: 'help.ended_on', by: 'help.ended_by', words: 'help.ended_words' },
        { event: 'withdrawn', row: 'help', at: 'help.withdrawn_at', by: 'help.withdrawn_by' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
