import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';

/** Passes a case on. False where somebody else has it meanwhile. */
export async function passCase(
  { db, by, now }: Context,
  { id }: { readonly id: Id },
  { to, why, has }: { readonly to: Id; readonly why: string; readonly has: Id | undefined },
): Promise<boolean> {
  const update = await db
    .updateTable('rating_case')
    .set({ dealt_to: to, dealt_by: by, dealt_at: now, dealt_why: why })
    .where('id', '=', id)
    .where('dealt_to', 'is not distinct from', has ?? null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Puts a case on the table. */
export async function putOnTable({ db, by, now }: Context, id: Id, question: string): Promise<void> {
  await db
    .updateTable('rating_case')
    .set({ table_at: now, table_by: by, table_question: question })
    .where('id', '=', id)
    .execute();
}
