import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { withdrawChecksOf } from '../partner-check/index.ts';
import { type NewEnquiry, PERMISSIONS_OF_ENQUIRY, type PermissionOfEnquiry } from './rules.ts';

/** An enquiry on record with the contact it is about. */
export type Enquiry = {
  readonly id: Id;
  readonly persons: readonly Id[];
  readonly contact: Contact;
  readonly purpose: string;
  readonly permission: PermissionOfEnquiry;
  readonly withoutPermissionReason: string | undefined;
  readonly withoutPermissionBy: string | undefined;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closedAt: Date | undefined;
  readonly closedBy: string | undefined;
};

/** Finds an enquiry through the contact that the viewer may see. */
export const enquiryOnRecord: Loader<Enquiry> = {
  kind: 'mash enquiry',
  load: async (context, params) => {
    const id = params['enquiryId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await context.db
      .selectFrom('mash_enquiry')
      .select('contact_id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const contact = await contactOnRecord.load(context, { contactId: row.contact_id });
    return contact && enquiryOf(context.db, contact);
  },
};

/** The enquiry of a contact, or nothing where none was opened. */
export async function enquiryOf(db: Db, contact: Contact): Promise<Enquiry | undefined> {
  const kept = await db
    .selectFrom('mash_enquiry')
    .selectAll()
    .where('contact_id', '=', contact.id)
    .executeTakeFirst();
  if (kept === undefined) return undefined;
  const row = withoutNulls(kept);
  const names = await staffNamed(db, [row.opened_by, row.without_permission_by, row.closed_by]);
  const nameOf = (id: Id | undefined) => (id === undefined ? undefined : names.get(id));
  return {
    id: row.id,
    persons: contact.persons,
    contact,
    purpose: row.purpose,
    permission: PERMISSIONS_OF_ENQUIRY.find(({ code }) => code === row.permission)?.code ?? 'not sought',
    withoutPermissionReason: row.without_permission_reason,
    withoutPermissionBy: nameOf(row.without_permission_by),
    openedBy: nameOf(row.opened_by) ?? '',
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    closedBy: nameOf(row.closed_by),
  };
}

/** Keeps a new enquiry. Nothing comes back where somebody opened one on this contact a moment before. */
export async function saveEnquiry(
  { db, newId, by, now }: Context,
  contactId: Id,
  enquiry: NewEnquiry,
): Promise<Id | undefined> {
  const without = enquiry.permission === 'given' ? undefined : enquiry.withoutPermissionReason;
  const row = await db
    .insertInto('mash_enquiry')
    .values({
      id: newId(),
      contact_id: contactId,
      purpose: enquiry.purpose,
      permission: enquiry.permission,
      without_permission_reason: without ?? null,
      without_permission_by: without === undefined ? null : by,
      opened_by: by,
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column('contact_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Ends an enquiry; whatever no agency has answered is withdrawn with it. */
export async function saveEnding(context: Context, enquiryId: Id): Promise<void> {
  const { db, by, now } = context;
  await withdrawChecksOf(context, enquiryId);
  await db
    .updateTable('mash_enquiry')
    .set({ closed_at: now, closed_by: by })
    .where('id', '=', enquiryId)
    .where('closed_at', 'is', null)
    .execute();
}
