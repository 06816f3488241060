import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { FactOnRecord } from '../../people/childhood/index.ts';
import type { NewPeriodOfCare } from './rules.ts';

/** Begins a period of care. False where another stands meanwhile: the database lets none stand beside it. */
export async function beginCare(
  { db, newId }: Context,
  personId: Id,
  { beganOn, basis, placement, onIsland, decidedBy }: NewPeriodOfCare,
): Promise<boolean> {
  const made = await db
    .insertInto('period_of_care')
    .values({
      id: newId(),
      person_id: personId,
      began_on: beganOn,
      basis,
      placement,
      on_island: onIsland,
      decided_by: decidedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends a period of care. False where it has ended meanwhile. */
export async function endCare(
  { db }: Context,
  id: Id,
  { endedOn, endDecidedBy }: { readonly endedOn: Day; readonly endDecidedBy: string },
): Promise<boolean> {
  const update = await db
    .updateTable('period_of_care')
    .set({ ended_on: endedOn, end_decided_by: endDecidedBy })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** Finds a period of care through what the viewer may see. */
export const periodOfCareOnRecord: Loader<FactOnRecord> = {
  kind: 'period of care',
  about: 'one person',
  load: async ({ db }, params) => {
    const id = params['periodOfCareId'] ?? '';
    if (!isId(id)) return undefined;
    const row = await db
      .selectFrom('period_of_care')
      .select(['id', 'person_id as personId', 'began_on as beganOn', 'ended_on as endedOn'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { ...row, endedOn: row.endedOn ?? undefined, persons: [row.personId] };
  },
};
