import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { MergeIdentifier } from '../../../profile/code-sets/merge-identifiers.ts';

/** One of the two leads to another record already, or another leads to the one that would be left; also where the asker does not see which. */
export async function isMerged(db: Db, keptId: Id, otherId: Id): Promise<boolean> {
  const row = await db
    .selectFrom('same_as')
    .select('other_id')
    .where((is) => is.or([is('other_id', '=', anyOf([keptId, otherId])), is('person_id', '=', otherId)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps that two records are one from now on. */
export async function addMerge(
  { db, newId, now, by }: Context,
  proposalId: Id,
  wanted: {
    readonly keptId: Id;
    readonly otherId: Id;
    readonly identifiers: readonly MergeIdentifier[];
    readonly reason: string;
  },
): Promise<void> {
  await db
    .insertInto('merge')
    .values({
      id: newId(),
      person_id: wanted.keptId,
      other_id: wanted.otherId,
      proposal_id: proposalId,
      identifiers: [...wanted.identifiers],
      reason: wanted.reason,
      merged_at: now,
      merged_by: by,
    })
    .execute();
}

/** Keeps a review. False where there is one, or the merge was undone. */
export async function reviewMerge({ db, now, by }: Context, id: Id, words: string): Promise<boolean> {
  const done = await db
    .updateTable('merge')
    .set({ reviewed_at: now, reviewed_by: by, review_words: words })
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
