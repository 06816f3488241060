import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';

/** Somebody of the staff or of a partner agency, as an administrator sees them. It says nothing of any child. */
export type Member = Subject & {
  readonly name: string;
  readonly email: string | undefined;
  readonly agencyId: Id | undefined;
  readonly agencyTitle: string | undefined;
  readonly startedOn: Day;
  readonly leftOn: Day | undefined;
};

/** Finds somebody of the staff, leavers too. */
export const memberOnRecord: Loader<Member> = {
  kind: 'member of staff',
  load: async ({ db }, { staffId = '' }) => {
    if (!isId(staffId)) return undefined;
    const row = await db
      .selectFrom('staff')
      .leftJoin('agency', 'agency.id', 'staff.agency_id')
      .where('staff.id', '=', staffId)
      .select([
        'staff.id',
        'given_name',
        'family_name',
        'email',
        'agency_id',
        'agency.title',
        'started_on',
        'left_on',
      ])
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        persons: [],
        name: `${row.given_name} ${row.family_name}`,
        email: row.email ?? undefined,
        agencyId: row.agency_id ?? undefined,
        agencyTitle: row.title ?? undefined,
        startedOn: row.started_on,
        leftOn: row.left_on ?? undefined,
      }
    );
  },
};

/** Refuses what somebody would do to themselves: nobody changes their own rights, an administrator no more than others. */
export function someoneElse({ id }: Subject, { by }: Context): Outcome<undefined> {
  if (id !== by) return done(undefined);
  return refused({ field: '', message: 'Nobody changes their own rights. Ask another administrator' });
}

/**
 * Refuses what would leave nobody to look after accounts. `without` is whoever goes, or the holding that is to end. Held until the act is
 * over, so that of two who put each other out the second finds that they are the last.
 */
export async function staysAdministered(
  { db, today }: Context,
  without: { readonly staffId: Id } | { readonly holdingId: Id },
): Promise<Outcome<undefined>> {
  await sql`select pg_advisory_xact_lock(hashtext('administrators of ' || current_schema()))`.execute(db);
  const rows = await db
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .innerJoin('staff', 'staff.id', 'held.staff_id')
    .where('post.role', '=', 'administrator')
    .where('held.from_on', '<=', today)
    .where('held.until_on', 'is', null)
    .where('staff.left_on', 'is', null)
    .select(['held.id', 'held.staff_id'])
    .execute();
  const goes = (row: (typeof rows)[number]) =>
    'staffId' in without ? row.staff_id === without.staffId : row.id === without.holdingId;
  if (!rows.some(goes) || rows.some((row) => !goes(row))) return done(undefined);
  return refused({
    field: '',
    message: 'This is the last administrator. Give somebody else that post first',
  });
}

/** A post that somebody holds, held or is to hold, by dates. */
export type Holding = {
  readonly id: Id;
  readonly staffId: Id;
  readonly postId: Id;
  readonly role: string;
  readonly title: string;
  readonly teamId: Id | undefined;
  readonly place: string;
  readonly fromOn: Day;
  readonly untilOn: Day | undefined;
  /** In hundredths of full time; undefined means full time. */
  readonly hundredths: number | undefined;
  readonly newlyQualified: boolean;
};

/** The posts of these people, the latest first. */
export async function holdingsOf(db: Db, staffIds: readonly Id[]): Promise<readonly Holding[]> {
  const rows = await db
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .leftJoin('team', 'team.id', 'post.team_id')
    .leftJoin('agency', 'agency.id', 'post.agency_id')
    .where('held.staff_id', '=', anyOf(staffIds))
    .select([
      'held.id',
      'held.staff_id',
      'held.post_id',
      'held.from_on',
      'held.until_on',
      'held.full_time_share',
      'held.newly_qualified',
    ])
    .select(['post.role', 'post.title', 'post.team_id', 'team.title as team', 'agency.title as agency'])
    .orderBy('held.from_on', 'desc')
    .orderBy('held.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    postId: row.post_id,
    role: row.role,
    title: row.title,
    teamId: row.team_id ?? undefined,
    place: row.team ?? row.agency ?? '',
    fromOn: row.from_on,
    untilOn: row.until_on ?? undefined,
    hundredths: row.full_time_share === null ? undefined : Math.round(Number(row.full_time_share) * 100),
    newlyQualified: row.newly_qualified,
  }));
}

/** "Social worker, Assessment and support". */
export function placeInWords({ title, place }: Pick<Holding, 'title' | 'place'>): string {
  return place === '' ? title : `${title}, ${place}`;
}

/** How somebody signs in here. */
export type Account = {
  readonly accountId: Id;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly endedAt: Date | undefined;
  /** Put out everywhere by whoever keeps the house, which no page takes back. */
  readonly disabled: boolean;
};

/** The account of somebody in this authority; undefined where there is none. */
export async function accountOf({ db, authority }: Context, staffId: Id): Promise<Account | undefined> {
  const row = await db
    .selectFrom('directory.account_place as place')
    .innerJoin('directory.account as account', 'account.id', 'place.account_id')
    .where('place.authority', '=', authority.schema)
    .where('place.staff_id', '=', staffId)
    .select(['account.id', 'sign_in_name', 'password_hash', 'disabled_at', 'place.ended_at'])
    .executeTakeFirst();
  return (
    row && {
      accountId: row.id,
      name: row.sign_in_name,
      hasPassword: row.password_hash !== null,
      endedAt: row.ended_at ?? undefined,
      disabled: row.disabled_at !== null,
    }
  );
}
