import type { Context } from '../../../platform/web/context.ts';
import type { ThinkingTime } from '../complex-case/index.ts';
import type { Ending } from './rules.ts';

/** Keeps that a thinking time was held, or why not. False where somebody else said so before. */
export async function endThinking(
  { db, by }: Context,
  { id }: ThinkingTime,
  { heldOn, heldMinutes, why }: Ending,
): Promise<boolean> {
  const update = await db
    .updateTable('thinking_time')
    .set({
      held_on: heldOn ?? null,
      held_minutes: heldMinutes ?? null,
      not_held_why: why ?? null,
      ended_by: by,
    })
    .where('id', '=', id)
    .where('ended_by', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}
