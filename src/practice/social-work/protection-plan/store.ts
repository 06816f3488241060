import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { FactOnRecord } from '../../people/childhood/index.ts';
import type { NewProtectionPlan } from './rules.ts';

/** Begins a protection plan. False where another stands meanwhile: the database lets none stand beside it. */
export async function beginPlan(
  { db, newId }: Context,
  personId: Id,
  { beganOn, category, decidedBy }: NewProtectionPlan,
): Promise<boolean> {
  const made = await db
    .insertInto('protection_plan')
    .values({
      id: newId(),
      person_id: personId,
      began_on: beganOn,
      category,
      decided_by: decidedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends a protection plan. False where it has ended meanwhile. */
export async function endPlan(
  { db }: Context,
  id: Id,
  { endedOn, endDecidedBy }: { readonly endedOn: Day; readonly endDecidedBy: string },
): Promise<boolean> {
  const update = await db
    .updateTable('protection_plan')
    .set({ ended_on: endedOn, end_decided_by: endDecidedBy })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Finds a protection plan through what the viewer may see. */
export const protectionPlanOnRecord: Loader<FactOnRecord> = {
  kind: 'protection plan',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['protectionPlanId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db
      .selectFrom('protection_plan')
      .select(['id', 'person_id as personId', 'began_on as beganOn', 'ended_on as endedOn'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { ...row, endedOn: row.endedOn ?? undefined, persons: [row.personId] };
  },
};
