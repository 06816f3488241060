import { type Day, day } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import type { FieldClass } from '../../profile/field-classes.ts';
import type { Permission } from '../../profile/permissions.ts';
import type { Profile } from '../../profile/profile.ts';
import { isRole, type Role } from '../../profile/roles.ts';
import type { Db } from '../database/db.ts';

/** Somebody who is signed in, as the dated rows have them today. Read for each request and never kept: a leaver is out at once. */
export type Viewer = {
  readonly staffId: Id;
  readonly name: string;
  readonly roleTitle: string;
  readonly agencyId: Id | undefined;
  readonly roles: readonly Role[];
  readonly teams: readonly Id[];
  readonly permissions: ReadonlySet<Permission>;
  readonly fieldClasses: ReadonlySet<FieldClass>;
  /** Sees everyone who is not walled off; others see through allocation, team or share. */
  readonly wide: boolean;
  readonly decidesAsManager: boolean;
  readonly keysOff: boolean;
  readonly theme: string;
};

/** Reads who somebody is today, or nothing if they have left, hold no post, or their agency's agreement is over: then they may do nothing at all. */
export async function viewerOn(
  db: Db,
  profile: Profile,
  staffId: Id,
  today: Day,
): Promise<Viewer | undefined> {
  const [person, posts] = await Promise.all([staffRow(db, staffId), postsHeld(db, staffId, today)]);
  if (person === undefined || !isAdmitted(person, today)) return undefined;
  const roles = posts.map((post) => post.role).filter(isRole);
  if (roles.length === 0) return undefined;
  return {
    staffId,
    name: `${person.given_name} ${person.family_name}`,
    roleTitle: posts[0]?.title ?? '',
    agencyId: person.agency_id ?? undefined,
    roles,
    teams: posts.flatMap((post) => (post.team_id === null ? [] : [post.team_id])),
    ...rightsOf(profile, roles),
    keysOff: person.keys_off,
    theme: person.theme,
  };
}

/** What roles together allow: each right is the union over the roles. */
export function rightsOf(profile: Profile, roles: readonly Role[]) {
  return {
    permissions: new Set(profile.permissionsOf(roles)),
    fieldClasses: new Set(profile.fieldClassesOf(roles)),
    wide: roles.some((role) => profile.roles[role].sees === 'everyone not walled'),
    decidesAsManager: roles.some((role) => profile.roles[role].decidesAsManager),
  };
}

function staffRow(db: Db, staffId: Id) {
  return db
    .selectFrom('staff')
    .leftJoin('agency', 'agency.id', 'staff.agency_id')
    .select([
      'given_name',
      'family_name',
      'agency_id',
      'keys_off',
      'theme',
      'left_on',
      'agreed_on',
      'ended_on',
    ])
    .where('staff.id', '=', staffId)
    .executeTakeFirst();
}

type Employed = {
  readonly left_on: Day | null;
  readonly agreed_on: Day | null;
  readonly ended_on: Day | null;
};

/** Nobody who has left, and nobody of an agency before its agreement begins or after its last day. */
function isAdmitted({ left_on, agreed_on, ended_on }: Employed, today: Day): boolean {
  const isOver = [left_on, ended_on].some((day) => day !== null && day < today);
  return !isOver && (agreed_on === null || agreed_on <= today);
}

function postsHeld(db: Db, staffId: Id, today: Day) {
  return db
    .selectFrom('post_holding')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .where('post_holding.staff_id', '=', staffId)
    .where('post_holding.from_on', '<=', today)
    .where((where) =>
      where.or([
        where('post_holding.until_on', 'is', null),
        where('post_holding.until_on', '>=', day(today)),
      ]),
    )
    .select(['post.role', 'post.title', 'post.team_id'])
    .orderBy('post_holding.from_on')
    .execute();
}
