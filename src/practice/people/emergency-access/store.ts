import { type Selectable, sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { EmergencyAccess } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { EMERGENCY_ACCESS } from '../../../profile/emergency-access.ts';
import type { Emergency, Meant } from './rules.ts';

/** Finds a use: one's own that opened, or one to review or agree to. */
export const emergencyOnRecord: Loader<Emergency> = {
  kind: 'emergency access',
  load: async ({ db }, params) => {
    const id = params['accessId'] ?? '';
    return isId(id) ? emergencyById(db, id) : undefined;
  },
};

async function emergencyById(db: Db, id: Id): Promise<Emergency | undefined> {
  const row = await db.selectFrom('emergency_access').selectAll().where('id', '=', id).executeTakeFirst();
  return row && emergencyFrom(row);
}

/** What came of asking, as far as whoever asked may know: `nothing` says neither that there is a record nor that there is none. */
export type CameOf = { readonly id: Id; readonly of: 'opened' | 'said before' | 'nothing' };

/** Asks for a record. The database finds it, opens it or not, and tells whoever must hear of it. */
export async function askInEmergency(
  { db, newId, now, by }: Context,
  asked: Meant & { readonly ground: string; readonly words: string },
): Promise<CameOf> {
  const id = newId();
  await db
    .insertInto('emergency_access')
    .values({
      id,
      staff_id: by,
      number: asked.number ?? null,
      given_name: asked.givenName ?? null,
      family_name: asked.familyName ?? null,
      born_on: asked.bornOn ?? null,
      ground: asked.ground,
      words: asked.words,
      hours: EMERGENCY_ACCESS.hours,
      tries: EMERGENCY_ACCESS.tries,
      asked_at: now,
    })
    .execute();
  const row = await db
    .selectFrom('emergency_access')
    .select(['opened_at', 'repeats'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return { id, of: 'nothing' };
  return { id, of: row.repeats ? 'said before' : 'opened' };
}

/** Says whether the walls of a record name the viewer for good: who was let in by an emergency lets nobody else in. */
export async function isNamedFor(db: Db, personId: Id): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    select exists (select from wall w join wall_name n on n.wall_id = w.id
      where w.person_id = ${personId} and w.until > instant() and n.staff_id = any (named_as()) and n.until = 'infinity') as named`.execute(
    db,
  );
  return rows[0]?.named ?? false;
}

/** Opens a sealed record to whoever asked, for as long as an emergency lasts. False where somebody did so a moment before. */
export async function agreeToEmergency({ db, now, by }: Context, id: Id): Promise<boolean> {
  const until = new Date(now.getTime() + EMERGENCY_ACCESS.hours * 3_600_000);
  const agreed = await db
    .updateTable('emergency_access')
    .set({ agreed_by: by, opened_at: now, until_at: until })
    .where('id', '=', id)
    .where('agreed_by', 'is', null)
    .executeTakeFirst();
  return agreed.numUpdatedRows > 0n;
}

/** Keeps what the reviewer found. False where somebody reviewed it before. */
export async function reviewEmergency(
  { db, now, by }: Context,
  id: Id,
  { wasRight, words }: { readonly wasRight: boolean; readonly words: string },
): Promise<boolean> {
  const reviewed = await db
    .updateTable('emergency_access')
    .set({ reviewed_by: by, reviewed_at: now, was_right: wasRight, review_words: words })
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst();
  return reviewed.numUpdatedRows > 0n;
}

/** Uses by others that nobody has reviewed, the oldest first. */
export async function emergenciesToReview({
  db,
  by,
}: Pick<Context, 'db' | 'by'>): Promise<readonly Emergency[]> {
  const rows = await db
    .selectFrom('emergency_access')
    .selectAll()
    .where('reviewed_at', 'is', null)
    .where('staff_id', '<>', by)
    .where(sql<boolean>`not repeats`)
    .orderBy('asked_at')
    .limit(500)
    .execute();
  return rows.map(emergencyFrom);
}

/** The latest uses that were reviewed. */
export async function emergenciesReviewed(db: Db): Promise<readonly Emergency[]> {
  const rows = await db
    .selectFrom('emergency_access')
    .selectAll()
    .where('reviewed_at', 'is not', null)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(emergencyFrom);
}

function emergencyFrom(kept: Selectable<EmergencyAccess>): Emergency {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: row.person_id === undefined ? [] : [row.person_id],
    staffId: row.staff_id,
    meant: {
      number: row.number,
      givenName: row.given_name,
      familyName: row.family_name,
      bornOn: row.born_on,
    },
    ground: row.ground,
    words: row.words,
    askedAt: row.asked_at,
    personId: row.person_id,
    isSealed: row.is_sealed,
    openedAt: row.opened_at,
    untilAt: row.until_at,
    agreedBy: row.agreed_by,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    wasRight: row.was_right,
    reviewWords: row.review_words,
  };
}
