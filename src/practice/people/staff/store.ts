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
