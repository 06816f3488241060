import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Meeting, NewMeeting, Turn } from './rules.ts';

/** Finds a meeting. It names no child, so whoever may read meetings may open it; the contacts in it are found through sight. */
export const meetingOnRecord: Loader<Meeting> = {
  kind: 'screening meeting',
  load: async ({ db }, params) => {
    const id = params['meetingId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await meetings(db).where('id', '=', id).executeTakeFirst();
    return row && meetingFrom(row);
  },
};

/** The latest meetings, the newest first. */
export async function latestMeetings(db: Db): Promise<readonly Meeting[]> {
  const rows = await meetings(db).orderBy('began_at', 'desc').limit(30).execute();
  return rows.map(meetingFrom);
}

/** The meeting that runs now, if one does. */
export async function runningMeeting(db: Db): Promise<Meeting | undefined> {
  const row = await meetings(db).where('ended_at', 'is', null).executeTakeFirst();
  return row && meetingFrom(row);
}

/** The turns of a meeting in their order, as far as the viewer may see the contacts. */
export async function turnsOf(db: Db, meetingId: Id): Promise<readonly Turn[]> {
  const rows = await db
    .selectFrom('screening_turn')
    .where('screening_turn.screening_meeting_id', '=', meetingId)
    .select((select) => [
      'screening_turn.contact_id',
      'screening_turn.position',
      'screening_turn.deferred_at',
      'screening_turn.deferred_reason',
      select
        .selectFrom('contact_child')
        .leftJoin('decision', (join) =>
          join
            .onRef('decision.contact_child_id', '=', 'contact_child.id')
            .on('decision.withdrawn_at', 'is', null),
        )
        .whereRef('contact_child.contact_id', '=', 'screening_turn.contact_id')
        .where('decision.id', 'is', null)
        .select((count) => count.fn.countAll<string>().as('count'))
        .as('undecided'),
    ])
    .orderBy('screening_turn.position')
    .execute();
  return rows.map((row) => ({
    contactId: row.contact_id,
    position: row.position,
    undecided: Number(row.undecided ?? 0),
    deferredAt: row.deferred_at ?? undefined,
    deferredReason: row.deferred_reason ?? undefined,
  }));
}

/** Begins a meeting, unless one runs: then nothing is changed and nothing returned. */
export async function beginMeeting(
  { db, newId, now, today, by }: Context,
  meeting: NewMeeting,
): Promise<Id | undefined> {
  const row = await db
    .insertInto('screening_meeting')
    .values({ id: newId(), held_on: today, began_at: now, began_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await db
    .insertInto('screening_seat')
    .values(
      meeting.seats.map((seat) => ({
        id: newId(),
        screening_meeting_id: row.id,
        staff_id: seat.staffId,
        agency_id: seat.agencyId,
        named: seat.named,
      })),
    )
    .execute();
  await db
    .insertInto('screening_turn')
    .values(
      meeting.contacts.map((contactId, index) => ({
        id: newId(),
        screening_meeting_id: row.id,
        contact_id: contactId,
        position: index + 1,
      })),
    )
    .execute();
  return row.id;
}

/** Ends a meeting. False where it had ended. */
export async function endMeeting({ db, now, by }: Context, id: Id): Promise<boolean> {
  const update = await db
    .updateTable('screening_meeting')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

function meetings(db: Db) {
  return db.selectFrom('screening_meeting').select(['id', 'held_on', 'began_at', 'began_by', 'ended_at']);
}

function meetingFrom(row: {
  id: Id;
  held_on: Meeting['heldOn'];
  began_at: Date;
  began_by: Id;
  ended_at: Date | null;
}): Meeting {
  return {
    id: row.id,
    persons: [],
    heldOn: row.held_on,
    beganAt: row.began_at,
    beganBy: row.began_by,
    endedAt: row.ended_at ?? undefined,
  };
}
