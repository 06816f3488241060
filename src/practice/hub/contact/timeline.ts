import { sql } from 'kysely';
import { happenings, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

/** Contacts on the timeline of each child they are about. Who told us stays with the contact. */
export const contactsOnTimeline: TimelineSource = {
  name: 'contacts',
  label: 'Contacts',
  permission: 'contact: read',
  events,
  entry: ({ id, event, code, words }) => ({
    title: event === 'told' ? `Contact ${code} to the hub` : `Contact ${code} answered`,
    words,
    href: `/contacts/${id}`,
  }),
};

function events({ db, zone, personId }: SourceAsked) {
  const kept = { row: 'about', id: 'contact.id', code: 'contact.reference', by: 'contact.recorded_by' };
  const words = sql<string>`coalesce(contact.summary, left(contact.words, 400))`;
  return db
    .selectFrom('contact_child as about')
    .innerJoin('contact', 'contact.id', 'about.contact_id')
    .where('about.person_id', '=', personId)
    .innerJoinLateral(
      happenings(db, zone, [
        { ...kept, event: 'told', at: 'contact.told_at', words },
        { ...kept, event: 'answered', at: 'contact.answered_at' },
      ]),
      (join) => join.onTrue(),
    )
    .selectAll('happened');
}
