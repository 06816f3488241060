import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

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
  const decisions = () =>
    db
      .selectFrom('contact_child as about')
      .innerJoin('decision', 'decision.contact_child_id', 'about.id')
      .where('about.person_id', '=', personId);
  const what = (event: 'signed' | 'authorised' | 'withdrawn') => ({
    event,
    row: 'decision',
    id: 'decision.contact_id',
    at: `decision.${event}_at`,
    by: `decision.${event}_by`,
    code: 'decision.outcome',
  });
  return decisions()
    .select(happening(zone, { ...what('signed'), words: 'decision.reason' }))
    .unionAll(
      decisions()
        .where('decision.authorised_at', 'is not', null)
        .select(happening(zone, what('authorised'))),
    )
    .unionAll(
      decisions()
        .where('decision.withdrawn_at', 'is not', null)
        .select(happening(zone, what('withdrawn'))),
    );
}
