import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Contact } from '../contact/index.ts';

/** Another contact of the same persons or the same incident. */
export type RelatedContact = {
  readonly id: Id;
  readonly reference: string;
  readonly toldOn: Day;
  readonly source: string;
  readonly sameIncident: boolean;
  /** What was decided about its children, as far as it was. */
  readonly outcomes: readonly string[];
  readonly level: number | undefined;
};

/** Other contacts about one of the same persons, or about the same incident, latest first. Walls hide them like any other. */
export async function relatedContacts(db: Db, contact: Contact): Promise<readonly RelatedContact[]> {
  const rows = await db
    .selectFrom('contact')
    .where('contact.id', '!=', contact.id)
    // One set of ids, each part found by its own index: "or" between them would read every contact there is.
    .where('contact.id', 'in', relatedIds(db, contact))
    .select(['contact.id', 'contact.reference', 'contact.told_on', 'contact.source', 'contact.incident'])
    .orderBy('contact.told_on', 'desc')
    .execute();
  const decided = await decidedOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const own = decided.filter((one) => one.contact_id === row.id);
    return {
      id: row.id,
      reference: row.reference,
      toldOn: row.told_on,
      source: row.source,
      sameIncident: contact.incident !== undefined && row.incident === contact.incident,
      outcomes: [...new Set(own.map((one) => one.outcome))],
      level: own.length === 0 ? undefined : Math.max(...own.map((one) => one.level_of_need)),
    };
  });
}

function relatedIds(db: Db, { persons, incident }: Contact) {
  const ofPersons = contactsOfPersons(db, persons);
  return incident === undefined
    ? ofPersons
    : ofPersons.union(
        db.selectFrom('contact').select('contact.id as contact_id').where('contact.incident', '=', incident),
      );
}

function contactsOfPersons(db: Db, persons: readonly Id[]) {
  const about = db.selectFrom('contact_person').select('contact_person.contact_id');
  return persons.length === 0
    ? about.where(sql<boolean>`false`)
    : about.where('contact_person.person_id', '=', anyOf(persons));
}

async function decidedOf(db: Db, ids: readonly Id[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('decision')
    .where('contact_id', '=', anyOf(ids))
    .where('withdrawn_at', 'is', null)
    .select(['contact_id', 'outcome', 'level_of_need'])
    .execute();
}

/** When a contact first came on record: every later change of the row moves the instant that the row itself carries. */
export async function firstRecordedAt(db: Db, contact: Contact): Promise<Date> {
  const { rows } = await sql<{ first: Date | null }>`
    select min(recorded_at) as first from contact_history where id = ${contact.id}`.execute(db);
  const first = rows[0]?.first ?? undefined;
  return first !== undefined && first < contact.recordedAt ? first : contact.recordedAt;
}

/** How it came that this contact counts as a safeguarding concern, latest first. */
export async function concernsOf(db: Db, contactId: Id) {
  const rows = await db
    .selectFrom('contact_concern')
    .innerJoin('staff', 'staff.id', 'contact_concern.judged_by')
    .where('contact_concern.contact_id', '=', contactId)
    .select([
      'contact_concern.was',
      'contact_concern.reason',
      'contact_concern.judged_at',
      'staff.given_name',
      'staff.family_name',
    ])
    .orderBy('contact_concern.judged_at', 'desc')
    .execute();
  return rows.map((row) => ({
    was: row.was,
    reason: row.reason,
    judgedAt: row.judged_at,
    judgedBy: `${row.given_name} ${row.family_name}`,
  }));
}

/** One judgement of what a contact is about. */
export type Judged = Awaited<ReturnType<typeof concernsOf>>[number];
