import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

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
  const episodes = () => db.selectFrom('early_help_episode as help').where('help.person_id', '=', personId);
  const what = (event: string, on: string) => ({ event, row: 'help', on });
  return episodes()
    .select(happening(zone, what('offered', 'help.offered_on')))
    .unionAll(
      episodes()
        .where('help.reply', '=', 'declined')
        .where('help.replied_on', 'is not', null)
        .select(happening(zone, { ...what('declined', 'help.replied_on'), words: 'help.declined_reason' })),
    )
    .unionAll(
      episodes()
        .where('help.began_on', 'is not', null)
        .select(happening(zone, what('begun', 'help.began_on'))),
    )
    .unionAll(
      episodes()
        .where('help.ended_on', 'is not', null)
        .select(
          happening(zone, {
            ...what('ended', 'help.ended_on'),
            by: 'help.ended_by',
            words: 'help.ended_words',
          }),
        ),
    )
    .unionAll(
      episodes()
        .where('help.withdrawn_at', 'is not', null)
        .select(
          happening(zone, {
            event: 'withdrawn',
            row: 'help',
            at: 'help.withdrawn_at',
            by: 'help.withdrawn_by',
          }),
        ),
    );
}
