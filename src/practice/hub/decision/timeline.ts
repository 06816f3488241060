import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** What the hub decided for a child, on a timeline: signed, signed by a manager where one was asked, and taken back. */
export const decisionsOnTimeline: TimelineSource = {
  name: 'decisions',
  label: 'Decisions',
  permission: 'contact: read',
  events,
  entry: ({ id, event, code, words }) => ({
    title: `Decision${event === 'signed' ? '' : ` ${event}`}: ${labelOf(CONTACT_OUTCOMES, code ?? '')}`,
    words,
    href: `/contacts/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const what = (event: string) => ({
    event,
    row: 'decision',
    id: 'decision.contact_id',
    at: `decision.${event}_at`,
    by: `decision.${event}_by`,
    code: 'decision.outcome',
  });
  return db
    .selectFrom('contact_child as about')
    .innerJoin('decision', 'decision.contact_child_id', 'about.id')
    .where('about.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...what('signed'), words: 'decision.reason' },
        what('authorised'),
        what('withdrawn'),
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
