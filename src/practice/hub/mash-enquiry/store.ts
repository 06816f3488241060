import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Profile } from '../../../profile/profile.ts';
import { partnersAsked } from '../../people/agency/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import {
  type Askable,
  type AskedOf,
  type NewEnquiry,
  PERMISSIONS_OF_ENQUIRY,
  type PermissionOfEnquiry,
} from './rules.ts';

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

/** The agencies that may be asked today, those that sit in the MASH first. */
export async function askableAgencies(db: Db, profile: Profile, today: Day): Promise<readonly Askable[]> {
  const found = await partnersAsked(db, profile, today);
  const askable = found.map(({ id, kind, title }) => {
    const { fields, sitsInMash } = profile.agencyRules[kind];
    return { id, kind, title, fields, sitsInMash };
  });
  return [...askable.filter((one) => one.sitsInMash), ...askable.filter((one) => !one.sitsInMash)];
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

/** Asks agencies inside an enquiry. An agency with a check that still stands is not asked twice, so fewer rows may come back. */
export async function saveChecks(
  { db, newId, by, now }: Context,
  enquiry: { readonly id: Id; readonly contactId: Id; readonly purpose: string; readonly about: string },
  asked: readonly AskedOf[],
): Promise<readonly Id[]> {
  const rows = await db
    .insertInto('partner_check')
    .values(
      asked.map((check) => ({
        id: newId(),
        mash_enquiry_id: enquiry.id,
        contact_id: enquiry.contactId,
        agency_id: check.agencyId,
        asked_about: enquiry.about,
        purpose: check.purpose ?? enquiry.purpose,
        fields: [...check.fields],
        asked_by: by,
        asked_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('agency_id')
    .execute();
  return rows.map((row) => row.agency_id);
}

/** Tells the people of agencies that something is asked of them: no name and no reason leaves the house. */
export async function tellAgencies(
  { db, newId, today }: Context,
  contactId: Id,
  agencyIds: readonly Id[],
): Promise<void> {
  if (agencyIds.length === 0) return;
  const people = await db
    .selectFrom('staff')
    .select('email')
    .where('agency_id', 'in', agencyIds)
    .where('email', 'is not', null)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>=', today)]))
    .execute();
  for (const { email } of people) {
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: email ?? '',
      subject: 'Your agency is asked about a safeguarding concern',
      body: 'The Children and Families Hub asks your agency for what it holds. Sign in and open Partner checks to see what is asked and by when.',
      language: 'en',
      contactId,
      holdSeconds: 0,
    });
  }
}

/** Withdraws one check, if it was neither answered nor withdrawn. */
export async function withdrawCheck({ db, by, now }: Context, checkId: Id): Promise<boolean> {
  const row = await waitingChecks(db, { withdrawn_at: now, withdrawn_by: by })
    .where('id', '=', checkId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends an enquiry; whatever no agency has answered is withdrawn with it. */
export async function saveEnding({ db, by, now }: Context, enquiryId: Id): Promise<void> {
  await waitingChecks(db, { withdrawn_at: now, withdrawn_by: by })
    .where('mash_enquiry_id', '=', enquiryId)
    .execute();
  await db
    .updateTable('mash_enquiry')
    .set({ closed_at: now, closed_by: by })
    .where('id', '=', enquiryId)
    .where('closed_at', 'is', null)
    .execute();
}

function waitingChecks(db: Db, set: { withdrawn_at: Date; withdrawn_by: Id }) {
  return db
    .updateTable('partner_check')
    .set(set)
    .where('withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('partner_answer')
            .select('partner_answer.id')
            .whereRef('partner_answer.partner_check_id', '=', 'partner_check.id'),
        ),
      ),
    );
}
