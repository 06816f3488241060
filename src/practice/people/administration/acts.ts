import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';

/** To whom or what something was done. */
type To = { readonly staffId: Id } | { readonly teamId: Id } | { readonly agencyId: Id };

/** Something that was done, by whom, when and why. */
export type Done = {
  readonly id: Id;
  readonly act: string;
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
};

/** Keeps what was done and why, in the transaction of the act. The audit says who and when besides, and has no words. */
export async function noteDone(
  { db, newId, by, now }: Context,
  done: To & { readonly act: string; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('administrative_act')
    .values({
      id: newId(),
      act: done.act,
      reason: done.reason,
      staff_id: 'staffId' in done ? done.staffId : null,
      team_id: 'teamId' in done ? done.teamId : null,
      agency_id: 'agencyId' in done ? done.agencyId : null,
      done_by: by,
      done_at: now,
    })
    .execute();
}

/** What was done to somebody, a team or an agency, the latest first; at most fifty. */
export async function doneTo({ db, profile }: Context, to: To): Promise<readonly Done[]> {
  const [column, id] = columnOf(to);
  const rows = await db
    .selectFrom('administrative_act')
    .innerJoin('staff', 'staff.id', 'administrative_act.done_by')
    .where(`administrative_act.${column}`, '=', id)
    .select(['administrative_act.id', 'act', 'reason', 'done_at', 'staff.given_name', 'staff.family_name'])
    .orderBy('done_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    reason: row.reason,
    by: `${row.given_name} ${row.family_name}`,
    on: dayOf(row.done_at, profile.calendar.zone),
  }));
}

function columnOf(to: To): readonly ['staff_id' | 'team_id' | 'agency_id', Id] {
  if ('staffId' in to) return ['staff_id', to.staffId];
  return 'teamId' in to ? ['team_id', to.teamId] : ['agency_id', to.agencyId];
}
