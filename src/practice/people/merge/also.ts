import type { Id } from '../../../language/id.ts';
import { apart } from '../../../platform/database/one-record.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type PersonBrief, personBriefs } from '../person/index.ts';
import { mergesOf } from './store.ts';

/** The other records that lead to this one now, as they stand by themselves. */
export async function alsoOnRecord(
  context: Context,
  personId: Id,
): Promise<readonly { readonly mergeId: Id; readonly isReviewed: boolean; readonly other: PersonBrief }[]> {
  const merges = (await mergesOf(context.db, personId)).filter(({ undone }) => undone === undefined);
  const others = merges.map(({ otherId }) => otherId);
  const briefs = await personBriefs(apart(context.db, context.authority.schema), others);
  return merges.flatMap(({ id, otherId, reviewed }) => {
    const other = briefs.get(otherId);
    return other === undefined ? [] : { mergeId: id, isReviewed: reviewed !== undefined, other };
  });
}
