import { sql } from 'kysely';
import { happening, type SourceAsked, type TimelineSource } from '../../people/timeline/index.ts';

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
  const contacts = () =>
    db
      .selectFrom('contact_child as about')
      .innerJoin('contact', 'contact.id', 'about.contact_id')
      .where('about.person_id', '=', personId);
  const kept = { row: 'about', id: 'contact.id', code: 'contact.reference' };
  return contacts()
    .select(
      happening(zone, {
        ...kept,
        event: 'told',
        at: 'contact.told_at',
        by: 'contact.recorded_by',
        words: sql<string>`coalesce(contact.summary, left(contact.words, 400))`,
      }),
    )
    .unionAll(
      contacts()
        .where('contact.answered_at', 'is not', null)
        .select(
          happening(zone, {
            ...kept,
            event: 'answered',
            at: 'contact.answered_at',
            by: 'contact.recorded_by',
          }),
        ),
    );
}
