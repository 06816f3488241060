import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Contact } from '../contact/index.ts';
import { familyAsReaders, type Reader, referrerAsReader, type SafeContact } from './rules.ts';

/** Everybody who is owed an answer about a contact, with the ways that are safe for each. */
export async function readersOf(
  context: Pick<Context, 'db' | 'now'>,
  contact: Contact,
): Promise<readonly Reader[]> {
  const referrer = await referrerReader(context, contact);
  const safeContacts = await safeContactsOf(context.db, contact.persons);
  return [...(referrer === undefined ? [] : [referrer]), ...familyAsReaders(contact, safeContacts)];
}

/** Whoever told us, as a reader; undefined for a worker who may not know who it was. */
export async function referrerReader(
  context: Pick<Context, 'db' | 'now'>,
  contact: Contact,
): Promise<Reader | undefined> {
  return referrerAsReader(contact, await hasPrivateLink(context, contact.id));
}

/** How persons on record may be reached, as it stands now. */
async function safeContactsOf(db: Db, persons: readonly Id[]): Promise<ReadonlyMap<Id, SafeContact>> {
  if (persons.length === 0) return new Map();
  const rows = await db
    .selectFrom('safe_contact')
    .select(['person_id', 'ways', 'times', 'language', 'not_to_say'])
    .where('person_id', '=', anyOf(persons))
    .where('until_on', 'is', null)
    .orderBy('from_on')
    .orderBy('recorded_at')
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        ways: row.ways,
        times: row.times ?? undefined,
        language: row.language,
        notToSay: row.not_to_say ?? undefined,
      },
    ]),
  );
}

/** Whether whoever told us holds a private link that still opens. */
async function hasPrivateLink({ db, now }: Pick<Context, 'db' | 'now'>, contactId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('private_link')
    .select('id')
    .where('contact_id', '=', contactId)
    .where('audience', '=', 'referrer')
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}
