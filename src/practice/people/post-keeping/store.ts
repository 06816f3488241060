import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isRole, type Role } from '../../../profile/roles.ts';
import {
  type Holding,
  holdingsOf,
  type Member,
  memberOnRecord,
  type ToHold,
} from '../administration/index.ts';

/** A holding, with whose it is. */
export type HoldingOf = Subject & { readonly holding: Holding; readonly member: Member };

/** Finds a holding that goes on or is to come. */
export const holdingOnRecord: Loader<HoldingOf> = {
  kind: 'post holding',
  load: async (context, { holdingId = '' }) => {
    if (!isId(holdingId)) return undefined;
    const row = await context.db
      .selectFrom('post_holding')
      .where('id', '=', holdingId)
      .select('staff_id')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const [member, holdings] = await Promise.all([
      memberOnRecord.load(context, { staffId: row.staff_id }),
      holdingsOf(context.db, [row.staff_id]),
    ]);
    const holding = holdings.find(({ id }) => id === holdingId);
    return member && holding && { id: holdingId, persons: [], holding, member };
  },
};

/** A post there is, and who holds it from today on. */
export type Post = {
  readonly id: Id;
  readonly role: Role;
  readonly title: string;
  readonly teamId: Id | undefined;
  readonly agencyId: Id | undefined;
  readonly place: string;
  readonly holder: string | undefined;
};

/** Every post of a team or agency that is open. */
export async function postsThere({ db, today }: Context): Promise<readonly Post[]> {
  const rows = await db
    .selectFrom('post')
    .leftJoin('team', 'team.id', 'post.team_id')
    .leftJoin('agency', 'agency.id', 'post.agency_id')
    .leftJoin('post_holding as held', (join) =>
      join
        .onRef('held.post_id', '=', 'post.id')
        .on((on) => on.or([on('held.until_on', 'is', null), on('held.until_on', '>=', today)])),
    )
    .leftJoin('staff', 'staff.id', 'held.staff_id')
    .where('team.ended_on', 'is', null)
    .where('agency.ended_on', 'is', null)
    .distinctOn(['team.title', 'agency.title', 'post.title', 'post.id'])
    .select([
      'post.id',
      'post.role',
      'post.title',
      'post.team_id',
      'post.agency_id',
      'team.title as team',
      'agency.title as agency',
    ])
    .select(['staff.given_name', 'staff.family_name'])
    .orderBy('team.title')
    .orderBy('agency.title')
    .orderBy('post.title')
    .orderBy('post.id')
    .execute();
  return rows.flatMap((row) => {
    const { role, team, agency } = row;
    if (!isRole(role)) return [];
    const holder = row.given_name === null ? undefined : `${row.given_name} ${row.family_name ?? ''}`.trim();
    const place = { teamId: row.team_id ?? undefined, agencyId: row.agency_id ?? undefined };
    return [{ id: row.id, role, title: row.title, ...place, place: team ?? agency ?? '', holder }];
  });
}

/** The teams that are open. */
export function teamsOpen({ db }: Context): Promise<readonly { readonly id: Id; readonly title: string }[]> {
  return db
    .selectFrom('team')
    .where('ended_on', 'is', null)
    .select(['id', 'title'])
    .orderBy('title')
    .execute();
}

/** Makes a post that nobody holds yet. */
export async function makePost(
  { db, newId }: Context,
  post: {
    readonly role: Role;
    readonly title: string;
    readonly teamId: Id | undefined;
    readonly agencyId: Id | undefined;
    readonly managedBy: Id | undefined;
  },
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('post')
    .values({
      id,
      role: post.role,
      title: post.title,
      team_id: post.teamId ?? null,
      agency_id: post.agencyId ?? null,
      managed_by: post.managedBy ?? null,
    })
    .execute();
  return id;
}

/** Lets somebody hold a post by these days. False where they hold it then already. */
export async function givePost(
  { db, newId }: Context,
  staffId: Id,
  held: ToHold,
  requestId?: Id,
): Promise<boolean> {
  const given = await db
    .insertInto('post_holding')
    .values({
      id: newId(),
      post_id: held.postId,
      staff_id: staffId,
      from_on: held.fromOn,
      until_on: held.untilOn ?? null,
      full_time_share: held.hundredths === undefined ? null : String(held.hundredths / 100),
      newly_qualified: held.newlyQualified,
      request_id: requestId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return given.numInsertedOrUpdatedRows === 1n;
}

/** Sets the last day of a holding. False where somebody changed it meanwhile. */
export async function endHolding({ db }: Context, { id, untilOn }: Holding, lastDay: Day): Promise<boolean> {
  const ended = await db
    .updateTable('post_holding')
    .set({ until_on: lastDay })
    .where('id', '=', id)
    .where((where) =>
      untilOn === undefined ? where('until_on', 'is', null) : where('until_on', '=', untilOn),
    )
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
