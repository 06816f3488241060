import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';

/** A post and who holds it on a day; a vacant one has nobody. */
export type Post = {
  readonly id: Id;
  readonly teamId: Id | undefined;
  readonly agencyId: Id | undefined;
  readonly title: string;
  readonly holder: string | undefined;
  readonly telephone: string | undefined;
  readonly email: string | undefined;
};

/** A team that there is on a day. */
export type Team = { readonly id: Id; readonly title: string };

/** The teams on a day, by title. */
export async function teamsOn(db: Db, today: Day): Promise<readonly Team[]> {
  return db
    .selectFrom('team')
    .select(['id', 'title'])
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', today)]))
    .orderBy('title')
    .execute();
}

/** Every post with whoever holds it on a day. Managing posts, which others name, come first. */
export async function postsOn(db: Db, today: Day): Promise<readonly Post[]> {
  const rows = await db
    .selectFrom('post')
    .leftJoin('post_holding as held', (join) =>
      join
        .onRef('held.post_id', '=', 'post.id')
        .on('held.from_on', '<=', today)
        .on((on) => on.or([on('held.until_on', 'is', null), on('held.until_on', '>=', today)])),
    )
    .leftJoin('staff', 'staff.id', 'held.staff_id')
    .select([
      'post.id',
      'post.team_id',
      'post.agency_id',
      'post.title',
      'staff.given_name',
      'staff.family_name',
      'staff.telephone',
      'staff.email',
    ])
    .orderBy('post.managed_by', (order) => order.asc().nullsFirst())
    .orderBy('staff.family_name')
    .orderBy('post.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    teamId: row.team_id ?? undefined,
    agencyId: row.agency_id ?? undefined,
    title: row.title,
    holder: row.given_name === null ? undefined : `${row.given_name} ${row.family_name ?? ''}`.trim(),
    telephone: row.telephone ?? undefined,
    email: row.email ?? undefined,
  }));
}
