import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { AGENCY_KINDS, type AgencyKind } from '../../../profile/code-sets/agency-kinds.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import type { Profile } from '../../../profile/profile.ts';

/** An agency on record. */
export type Agency = {
  readonly id: Id;
  /** Undefined for a kind that the profile no longer knows. */
  readonly kind: AgencyKind | undefined;
  readonly title: string;
  readonly endedOn: Day | undefined;
};

/** Every agency, by title; those that ended as well, because what they said still carries their name. */
export async function agencies(db: Db): Promise<readonly Agency[]> {
  const rows = await db
    .selectFrom('agency')
    .select(['id', 'kind', 'title', 'ended_on'])
    .orderBy('title')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: isCode(AGENCY_KINDS, row.kind) ? row.kind : undefined,
    title: row.title,
    endedOn: row.ended_on ?? undefined,
  }));
}

/** The agencies that a MASH enquiry may ask on a day: those of a kind for which the profile lists something to ask. */
export async function partnersAsked(
  db: Db,
  profile: Profile,
  today: Day,
): Promise<readonly (Agency & { readonly kind: AgencyKind })[]> {
  const all = await agencies(db);
  return all.flatMap((agency) => {
    const { kind, endedOn } = agency;
    if (kind === undefined || (endedOn !== undefined && endedOn < today)) return [];
    return profile.agencyRules[kind].fields.length > 0 ? [{ ...agency, kind }] : [];
  });
}
