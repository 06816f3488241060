import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';

/** The names of members of staff by id, leavers too: what they did still carries their name. */
export async function staffNamed(db: Db, ids: readonly (Id | undefined)[]): Promise<ReadonlyMap<Id, string>> {
  const asked = [...new Set(ids.filter((id) => id !== undefined))];
  if (asked.length === 0) return new Map();
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'given_name', 'family_name'])
    .where('id', '=', anyOf(asked))
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
}

/** How somebody of a partner agency is named and reached. */
type PartnerDetails = {
  readonly name: string;
  readonly agency: string;
  readonly telephone: string | undefined;
  readonly email: string | undefined;
};

/** The details of somebody who works for a partner agency; nothing of whoever works for the service itself. */
export async function partnerDetails(db: Db, staffId: Id): Promise<PartnerDetails | undefined> {
  const row = await db
    .selectFrom('staff')
    .innerJoin('agency', 'agency.id', 'staff.agency_id')
    .select(['given_name', 'family_name', 'agency.title', 'staff.telephone', 'staff.email'])
    .where('staff.id', '=', staffId)
    .executeTakeFirst();
  return (
    row && {
      name: `${row.given_name} ${row.family_name}`,
      agency: row.title,
      telephone: row.telephone ?? undefined,
      email: row.email ?? undefined,
    }
  );
}

/** Somebody of the service with a post today, for a list to choose from. */
export type AtWork = {
  readonly id: Id;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly email: string | undefined;
};

/** Everybody of the service who holds a post on a day, by family name; partner agencies are not among them. */
export async function staffAtWork(db: Db, today: Day): Promise<readonly AtWork[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('post_holding as held', 'held.staff_id', 'staff.id')
    .innerJoin('post', 'post.id', 'held.post_id')
    .where('held.from_on', '<=', today)
    .where((where) => where.or([where('held.until_on', 'is', null), where('held.until_on', '>=', today)]))
    .where('staff.agency_id', 'is', null)
    .where((where) => where.or([where('staff.left_on', 'is', null), where('staff.left_on', '>=', today)]))
    .select(['staff.id', 'staff.given_name', 'staff.family_name', 'staff.email', 'post.title', 'post.role'])
    .distinctOn(['staff.family_name', 'staff.given_name', 'staff.id'])
    .orderBy('staff.family_name')
    .orderBy('staff.given_name')
    .orderBy('staff.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    title: row.title,
    role: row.role,
    email: row.email ?? undefined,
  }));
}
