import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { endSessions } from '../../../platform/identity/sessions.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Account, endedAtOnce, type Member } from '../administration/index.ts';

/** How many children somebody still works with in one team. It says of none who it is. */
export type Left = { readonly team: string; readonly children: number };

/** The children somebody still works with, counted by team, whoever asks. */
export async function childrenLeftWith(db: Db, staffId: Id): Promise<readonly Left[]> {
  const { rows } = await sql<{ title: string | null; children: string }>`
    select t.title, c.children::text from children_left_with(${staffId}) c left join team t on t.id = c.team_id order by 1`.execute(
    db,
  );
  return rows.map((row) => ({ team: row.title ?? 'No team', children: Number(row.children) }));
}

/** Somebody leaves, now. False where they had left. What they do on the rota, cover or were offered ends in the database itself. */
export async function leave(
  context: Context,
  member: Member,
  account: Account | undefined,
): Promise<boolean> {
  const { db, today, authority } = context;
  const left = await db
    .updateTable('staff')
    .set({ left_on: sql<Day>`greatest(${today}::date, started_on)` })
    .where('id', '=', member.id)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  if (left.numUpdatedRows === 0n) return false;
  await sql`update post_holding set until_on = greatest(${endedAtOnce(today)}::date, from_on - 1)
    where staff_id = ${member.id} and (until_on is null or until_on >= ${today})`.execute(db);
  if (account === undefined) return true;
  await sql`update directory.account_place set ended_at = now()
    where account_id = ${account.accountId} and authority = ${authority.schema} and ended_at is null`.execute(
    db,
  );
  await endSessions(db, authority.schema, account.accountId, 'all');
  return true;
}

/** Somebody comes back, with the account they had and no post yet. False where they had not left. */
export async function comeBack({ db, authority }: Context, member: Member): Promise<boolean> {
  const back = await db
    .updateTable('staff')
    .set({ left_on: null })
    .where('id', '=', member.id)
    .where('left_on', 'is not', null)
    .executeTakeFirst();
  if (back.numUpdatedRows === 0n) return false;
  await sql`update directory.account_place set ended_at = null
    where staff_id = ${member.id} and authority = ${authority.schema}`.execute(db);
  return true;
}
