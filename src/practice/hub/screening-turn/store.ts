import type { Id } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { type Meeting, meetingOnRecord, type Turn, turnsOf } from '../screening-meeting/index.ts';

/** A contact in its turn of a meeting. */
export type ContactInTurn = Contact & { readonly meeting: Meeting; readonly turn: Turn };

/** Finds a contact through its meeting and through what the viewer may see. */
export const contactInTurn: Loader<ContactInTurn> = {
  kind: 'contact',
  load: async (context, params) => {
    const meeting = await meetingOnRecord.load(context, params);
    const contact = meeting && (await contactOnRecord.load(context, params));
    if (meeting === undefined || contact === undefined) return undefined;
    const turn = (await turnsOf(context.db, meeting.id)).find((one) => one.contactId === contact.id);
    return turn && { ...contact, meeting, turn };
  },
};

/** Who sat in a meeting, in words: names of staff, titles of agencies with whoever came for them. */
export async function seatsOf(
  db: Db,
  meetingId: Id,
): Promise<{ staff: readonly string[]; agencies: readonly string[] }> {
  const rows = await db
    .selectFrom('screening_seat')
    .leftJoin('staff', 'staff.id', 'screening_seat.staff_id')
    .leftJoin('agency', 'agency.id', 'screening_seat.agency_id')
    .where('screening_seat.screening_meeting_id', '=', meetingId)
    .select(['staff.given_name', 'staff.family_name', 'agency.title', 'screening_seat.named'])
    .orderBy('agency.title')
    .orderBy('staff.family_name')
    .execute();
  return {
    staff: rows.flatMap((row) => (row.given_name === null ? [] : [`${row.given_name} ${row.family_name}`])),
    agencies: rows.flatMap((row) => {
      if (row.title === null) return [];
      return [row.named === null || row.named === row.title ? row.title : `${row.title} (${row.named})`];
    }),
  };
}

/** Puts a contact off, with the reason. */
export async function deferTurn(
  { db, now, by }: Context,
  meetingId: Id,
  contactId: Id,
  reason: string,
): Promise<void> {
  await db
    .updateTable('screening_turn')
    .set({ deferred_at: now, deferred_by: by, deferred_reason: reason })
    .where('screening_meeting_id', '=', meetingId)
    .where('contact_id', '=', contactId)
    .where('deferred_at', 'is', null)
    .execute();
}
