import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isRole, type Role } from '../../../profile/roles.ts';

/** A team, open or closed. */
export type Team = Subject & {
  readonly title: string;
  readonly service: string;
  readonly endedOn: Day | undefined;
};

/** Finds a team. */
export const teamOnRecord: Loader<Team> = {
  kind: 'team',
  load: async ({ db }, { teamId = '' }) => {
    if (!isId(teamId)) return undefined;
    const row = await db.selectFrom('team').selectAll().where('id', '=', teamId).executeTakeFirst();
    return (
      row && {
        id: row.id,
        persons: [],
        title: row.title,
        service: row.service,
        endedOn: row.ended_on ?? undefined,
      }
    );
  },
};

/** A post of a team, and who holds it today. */
export type PostOfTeam = {
  readonly id: Id;
  readonly teamId: Id;
  readonly role: Role;
  readonly title: string;
  readonly managedBy: Id | undefined;
  readonly staffId: Id | undefined;
  readonly holder: string | undefined;
};

/** Every team, the open ones first, by title. */
export async function teams({ db }: Context): Promise<readonly Team[]> {
  const rows = await db
    .selectFrom('team')
    .selectAll()
    .orderBy((order) => order('ended_on', 'is not', null))
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    persons: [],
    title: row.title,
    service: row.service,
    endedOn: row.ended_on ?? undefined,
  }));
}

/** The posts of all teams, with whoever holds each today. */
export async function postsOfTeams({ db, today }: Context): Promise<readonly PostOfTeam[]> {
  const rows = await db
    .selectFrom('post')
    .leftJoin('post_holding as held', (join) =>
      join
        .onRef('held.post_id', '=', 'post.id')
        .on('held.from_on', '<=', today)
        .on((on) => on.or([on('held.until_on', 'is', null), on('held.until_on', '>=', today)])),
    )
    .leftJoin('staff', 'staff.id', 'held.staff_id')
    .where('post.team_id', 'is not', null)
    .select(['post.id', 'post.team_id', 'post.role', 'post.title', 'post.managed_by', 'held.staff_id'])
    .select(['staff.given_name', 'staff.family_name'])
    .orderBy('post.title')
    .orderBy('staff.family_name')
    .orderBy('post.id')
    .execute();
  return rows.flatMap((row) =>
    row.team_id !== null && isRole(row.role)
      ? [
          {
            id: row.id,
            teamId: row.team_id,
            role: row.role,
            title: row.title,
            managedBy: row.managed_by ?? undefined,
            staffId: row.staff_id ?? undefined,
            holder: row.given_name === null ? undefined : `${row.given_name} ${row.family_name ?? ''}`.trim(),
          },
        ]
      : [],
  );
}

/** What a team was called before, the latest first. */
export async function earlierNames({ db }: Context, team: Team): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('team_name')
    .where('team_id', '=', team.id)
    .where('title', '<>', team.title)
    .select('title')
    .orderBy('recorded_at', 'desc')
    .execute();
  return [...new Set(rows.map(({ title }) => title))];
}

/** How many hold a post in a team, or are to; and with how many children it works, whoever asks. */
export async function standingIn(
  { db }: Context,
  teamId: Id,
): Promise<{ readonly people: number; readonly children: number }> {
  const { rows } = await sql<{ people: string; children: string }>`
    select people::text, children::text from stand_in_team(${teamId})`.execute(db);
  return { people: Number(rows[0]?.people ?? 0), children: Number(rows[0]?.children ?? 0) };
}

/** Makes a team. Undefined where one is or was called that. */
export async function makeTeam(
  { db, newId }: Context,
  team: { readonly title: string; readonly service: string },
): Promise<Id | undefined> {
  if (await isTaken(db, team.title)) return undefined;
  const id = newId();
  const made = await db
    .insertInto('team')
    .values({ id, ...team })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : undefined;
}

/** Names a team anew. False where another one is or was called that. */
export async function nameTeam({ db }: Context, team: Team, title: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('names of teams of ' || current_schema()))`.execute(db);
  if (await isTaken(db, title, team.id)) return false;
  const named = await db
    .updateTable('team')
    .set({ title })
    .where('id', '=', team.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return named.numUpdatedRows === 1n;
}

/** Whether a team, other than this one, is or was called so. */
async function isTaken(db: Context['db'], title: string, except?: Id): Promise<boolean> {
  const row = await db
    .selectFrom('team_name')
    .where(sql<boolean>`lower(title) = lower(${title})`)
    .where((where) => (except === undefined ? where.lit(true) : where('team_id', '<>', except)))
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Closes a team. False where it was closed. Whether somebody stands in it is asked before, with its line held. */
export async function closeTeam({ db, today }: Context, team: Team): Promise<boolean> {
  const closed = await db
    .updateTable('team')
    .set({ ended_on: today })
    .where('id', '=', team.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return closed.numUpdatedRows === 1n;
}

/** Holds the line of a team until the act is over, so that nobody is given a post in it meanwhile. */
export async function holdTeam({ db }: Context, team: Team): Promise<void> {
  await db.selectFrom('team').where('id', '=', team.id).select('id').forUpdate().execute();
}

/** Puts every other post of a team under one. */
export async function putUnder({ db }: Context, team: Team, postId: Id): Promise<void> {
  await db
    .updateTable('post')
    .set({ managed_by: postId })
    .where('team_id', '=', team.id)
    .where('id', '<>', postId)
    .where((where) => where.or([where('managed_by', 'is', null), where('managed_by', '<>', postId)]))
    .execute();
}
