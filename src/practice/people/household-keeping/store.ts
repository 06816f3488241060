import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { leadingTo, oneRecordOf } from '../../../platform/database/one-record.ts';
import type { Context } from '../../../platform/web/context.ts';
import { membershipsOf } from '../household/index.ts';
import type { When } from './rules.ts';

/** Since when and until when somebody lives in a household, how, why, and who said so. */
export type NewMembership = When & {
  readonly personId: Id;
  readonly householdId: Id;
  readonly kind: string;
  readonly days: readonly string[];
  readonly daysWords?: string | undefined;
  readonly cameWhy?: string | undefined;
  readonly leftWhy?: string | undefined;
  readonly provenance: string;
  readonly corrects?: Id | undefined;
};

/** Keeps that somebody lives, or lived, in a household. False where the database knows better: somebody else was quicker. */
export async function addMembership({ db, newId }: Context, one: NewMembership): Promise<boolean> {
  const about = one.sureness === 'about';
  const added = await db
    .insertInto('household_membership')
    .values({
      id: newId(),
      household_id: one.householdId,
      person_id: one.personId,
      kind: one.kind,
      days: [...one.days],
      days_words: one.daysWords,
      from_on: one.movedOn,
      from_about: about && one.movedOn !== undefined,
      until_on: one.leftOn,
      until_about: about && one.leftOn !== undefined,
      came_why: one.cameWhy,
      left_why: one.leftOn === undefined ? undefined : one.leftWhy,
      until_provenance: one.leftOn === undefined ? undefined : one.provenance,
      provenance: one.provenance,
      corrects: one.corrects,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How somebody left. */
export type Leaving = {
  readonly leftOn: Day;
  readonly about: boolean;
  readonly why: string;
  readonly provenance: string;
};

/** Keeps that somebody left a household. False where it had ended a moment before. */
export async function endMembership({ db }: Context, id: Id, leaving: Leaving): Promise<boolean> {
  const ended = await db
    .updateTable('household_membership')
    .set({
      until_on: leaving.leftOn,
      until_about: leaving.about,
      left_why: leaving.why,
      until_provenance: leaving.provenance,
    })
    .where('id', '=', id)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** The record of somebody, and those that lead to it: what is written asks each by itself. */
export async function recordsOf(db: Db, personId: Id): Promise<readonly Id[]> {
  return [personId, ...((await oneRecordOf(db, personId))?.others ?? [])];
}

/** The households in which somebody lives now, each with whoever else does, as far as the asker sees them. */
export async function householdsNow(
  db: Db,
  personId: Id,
): Promise<readonly { readonly id: Id; readonly members: readonly Id[] }[]> {
  const own = (await membershipsOf(db, await recordsOf(db, personId))).filter(
    ({ untilOn }) => untilOn === undefined,
  );
  const ids = [...new Set(own.map(({ householdId }) => householdId))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('household_membership')
    .select(['household_id', 'person_id'])
    .where('household_id', '=', anyOf(ids))
    .where('until_on', 'is', null)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const leads = await leadingTo(
    db,
    rows.map((row) => row.person_id),
  );
  const keptOf = (id: Id) => leads.get(id) ?? id;
  return ids.map((id) => ({
    id,
    members: [...new Set(rows.filter((row) => row.household_id === id).map((row) => keptOf(row.person_id)))],
  }));
}
