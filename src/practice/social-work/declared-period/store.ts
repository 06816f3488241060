import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type DeclaredPeriod, declaredPeriods } from '../../people/what-is-asked/index.ts';
import type { NewDeclaredPeriod } from './rules.ts';

/** Finds a declared period. It is about nobody, so whoever may open its page sees it. */
export const declaredPeriodOnRecord: Loader<DeclaredPeriod> = {
  kind: 'declared period',
  load: async ({ db }, { declaredPeriodId = '' }) =>
    isId(declaredPeriodId) ? (await declaredPeriods(db, declaredPeriodId))[0] : undefined,
};

/** Declares a period. Undefined where another stands beside it meanwhile: the database lets none overlap. */
export async function declarePeriod(
  { db, newId, by }: Context,
  { title, reason, forWhom, days, fromOn, untilOn }: NewDeclaredPeriod,
): Promise<Id | undefined> {
  const made = await db
    .insertInto('declared_period')
    .values({
      id: newId(),
      title,
      reason,
      for_whom: forWhom,
      interval_days: days,
      from_on: fromOn,
      until_on: untilOn,
      declared_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

/** Ends a period on a day, on which it stands no longer. False where it has ended meanwhile. */
export async function endDeclaredPeriod({ db, by }: Context, id: Id, endedOn: Day): Promise<boolean> {
  const update = await db
    .updateTable('declared_period')
    .set({ ended_on: endedOn, ended_by: by })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}
