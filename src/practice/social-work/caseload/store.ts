import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { HeldPost } from '../../../profile/caseload.ts';
import type { Profile } from '../../../profile/profile.ts';
import { type Carried, type Load, loadOf } from './rules.ts';

/** Somebody of the staff who carries children, with the post and team they have today. */
export type WorkerOfTeam = Subject & {
  readonly name: string;
  readonly postTitle: string;
  readonly post: HeldPost;
  readonly teamId: Id;
  readonly teamTitle: string;
};

const CARRYING = ['early help worker', 'social worker', 'team manager'];

/** Who carries children today, by team and name: of these teams, or of all. Nobody who has left. */
export async function workersIn(db: Db, today: Day, teams?: readonly Id[]): Promise<readonly WorkerOfTeam[]> {
  if (teams?.length === 0) return [];
  let asked = workers(db, today);
  if (teams !== undefined) asked = asked.where('team.id', '=', anyOf(teams));
  return (await asked.execute()).map(workerFrom);
}

/** Who has left, or holds no post any more, and has children of whom the viewer sees some: of these teams, or of all. */
export async function leftWithChildrenIn(
  db: Db,
  today: Day,
  teams?: readonly Id[],
): Promise<readonly WorkerOfTeam[]> {
  if (teams?.length === 0) return [];
  let asked = leftWithChildren(db, today);
  if (teams !== undefined) asked = asked.where('team.id', '=', anyOf(teams));
  return (await asked.execute()).map(workerFrom);
}

/** Finds a worker who carries children: of a team of the viewer, or anybody for whoever sees everyone. */
export const workerOnRecord: Loader<WorkerOfTeam> = {
  kind: 'caseload',
  load: async ({ db, today, viewer }, params) => {
    const id = params['staffId'] ?? '';
    if (!isId(id)) return undefined;
    const row =
      (await workers(db, today).where('staff.id', '=', id).executeTakeFirst()) ??
      (await leftWithChildren(db, today).where('staff.id', '=', id).executeTakeFirst());
    if (row === undefined) return undefined;
    const worker = workerFrom(row);
    return viewer.wide || viewer.teams.includes(worker.teamId) ? worker : undefined;
  },
};

/** What each of these workers carries, whether or not the viewer may see the children. */
export async function loadsOf(
  db: Db,
  profile: Pick<Profile, 'caseload'>,
  of: readonly WorkerOfTeam[],
): Promise<ReadonlyMap<Id, Load>> {
  const ids = of.map(({ id }) => id);
  const { rows } = await sql<Carried & { readonly staff_id: Id }>`
    select staff_id, family::text, kinds from caseload_of(${ids}::uuid[])`.execute(db);
  const carried = Map.groupBy(rows, (row) => row.staff_id);
  return new Map(of.map(({ id, post }) => [id, loadOf(profile.caseload, post, carried.get(id) ?? [])]));
}

/** A child whom somebody works with, in which part, and since when. */
export type CarriedChild = { readonly personId: Id; readonly kind: string; readonly fromOn: Day };

/** The children of a worker whom the viewer may see, the longest first. */
export async function childrenOf(db: Db, staffId: Id): Promise<readonly CarriedChild[]> {
  const rows = await db
    .selectFrom('allocation')
    .select(['person_id', 'kind', 'from_on'])
    .where('staff_id', '=', staffId)
    .where('ended_on', 'is', null)
    .orderBy('from_on')
    .orderBy('recorded_at')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, kind: row.kind, fromOn: row.from_on }));
}

/** Their ids, to be asked within another question. */
export function idsOfChildrenOf(db: Db, staffId: Id) {
  return db
    .selectFrom('allocation as carried')
    .where('carried.staff_id', '=', staffId)
    .where('carried.ended_on', 'is', null)
    .select('carried.person_id as id');
}

/** An absence that goes on: who is away, who covers, and until when. */
export type Absence = Subject & {
  readonly staffId: Id;
  readonly coveredBy: Id;
  readonly untilAt: Date;
};

/** The absences of a worker that are covered now. */
export function absencesOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  staffId: Id,
): Promise<readonly Absence[]> {
  return absencesWhere(db, now, 'staff_id', staffId);
}

/** The absences that somebody covers now. */
export function coversOf({ db, now }: Pick<Context, 'db' | 'now'>, staffId: Id): Promise<readonly Absence[]> {
  return absencesWhere(db, now, 'covered_by', staffId);
}

/** Finds a covered absence of somebody in a team of the viewer. */
export const absenceOnRecord: Loader<Absence> = {
  kind: 'absence',
  load: async (context, params) => {
    const id = params['absenceId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await context.db.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst();
    const worker = row && (await workerOnRecord.load(context, { staffId: row.staff_id }));
    return row && worker && absenceFrom(row);
  },
};

/** Somebody covers from now on. False where they cover that worker already. */
export async function sayAbsence(
  { db, newId, now, by }: Context,
  absence: { readonly staffId: Id; readonly coveredBy: Id; readonly untilAt: Date },
): Promise<boolean> {
  const open = await db
    .selectFrom('absence')
    .select(['id', 'until_at'])
    .where('staff_id', '=', absence.staffId)
    .where('covered_by', '=', absence.coveredBy)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined && open.until_at > now) return false;
  // One that ran out was over then, and makes room for a new one.
  if (open !== undefined)
    await db.updateTable('absence').set({ ended_at: open.until_at }).where('id', '=', open.id).execute();
  const made = await db
    .insertInto('absence')
    .values({
      id: newId(),
      staff_id: absence.staffId,
      covered_by: absence.coveredBy,
      from_at: now,
      until_at: absence.untilAt,
      said_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The absence is over before its last day. False where it was. */
export async function endAbsence({ db, now, by }: Context, id: Id): Promise<boolean> {
  const update = await db
    .updateTable('absence')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

function workers(db: Db, today: Day) {
  return everPosted(db)
    .where('post_holding.from_on', '<=', today)
    .where(({ or, eb }) =>
      or([eb('post_holding.until_on', 'is', null), eb('post_holding.until_on', '>=', today)]),
    )
    .where(({ or, eb }) => or([eb('staff.left_on', 'is', null), eb('staff.left_on', '>=', today)]));
}

/** Who holds no post any more while children whom the viewer may see are theirs by name; found in the team where they were last. */
function leftWithChildren(db: Db, today: Day) {
  return everPosted(db)
    .where('post_holding.until_on', '<', today)
    .where(sql<boolean>`not exists (select from post_holding later where later.staff_id = staff.id
      and coalesce(later.until_on, 'infinity') > post_holding.until_on)`)
    .where('staff.id', 'in', db.selectFrom('allocation').where('ended_on', 'is', null).select('staff_id'));
}

function everPosted(db: Db) {
  return db
    .selectFrom('staff')
    .innerJoin('post_holding', 'post_holding.staff_id', 'staff.id')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .innerJoin('team', 'team.id', 'post.team_id')
    .where('post.role', 'in', CARRYING)
    .distinctOn(['team.title', 'staff.family_name', 'staff.given_name', 'staff.id'])
    .orderBy('team.title')
    .orderBy('staff.family_name')
    .orderBy('staff.given_name')
    .orderBy('staff.id')
    .select(['staff.id', 'given_name', 'family_name', 'post.title as post_title', 'team.id as team_id'])
    .select(['team.title as team_title', 'full_time_share', 'newly_qualified']);
}

function workerFrom(
  row: Awaited<ReturnType<ReturnType<typeof everPosted>['executeTakeFirstOrThrow']>>,
): WorkerOfTeam {
  const share = row.full_time_share === null ? undefined : Number(row.full_time_share);
  return {
    id: row.id,
    persons: [],
    name: `${row.given_name} ${row.family_name}`,
    postTitle: row.post_title,
    post: { title: row.post_title, share, newlyQualified: row.newly_qualified },
    teamId: row.team_id,
    teamTitle: row.team_title,
  };
}

async function absencesWhere(
  db: Db,
  now: Date,
  whose: 'staff_id' | 'covered_by',
  id: Id,
): Promise<readonly Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .selectAll()
    .where(whose, '=', id)
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('until_at')
    .execute();
  return rows.map(absenceFrom);
}

function absenceFrom(row: { id: Id; staff_id: Id; covered_by: Id; until_at: Date }): Absence {
  return { id: row.id, persons: [], staffId: row.staff_id, coveredBy: row.covered_by, untilAt: row.until_at };
}
