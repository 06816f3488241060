import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { DecisionAction, ManagementDecision } from '../management-decision/index.ts';
import type { NewAction } from './rules.ts';

type Decided = Pick<ManagementDecision, 'occasion' | 'decidedOn' | 'decided' | 'why'>;

/** Keeps a decision, signed by whoever makes it, with what must be done. */
export async function keepDecision(
  { db, newId, now, by }: Context,
  personId: Id,
  decision: Decided,
  actions: readonly NewAction[],
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('management_decision')
    .values({ id, person_id: personId, ...columns(decision), signed_by: by, signed_at: now })
    .execute();
  for (const { what, staffId, named, dueOn } of actions) {
    await db
      .insertInto('management_decision_action')
      .values({
        id: newId(),
        management_decision_id: id,
        person_id: personId,
        what,
        staff_id: staffId,
        named,
        due_on: dueOn,
      })
      .execute();
  }
  return id;
}

/** Corrects a decision: a new version with its reason; what stood before is kept. False where somebody else corrected it meanwhile. */
export async function correctDecision(
  { db, newId, by, now }: Context,
  { id, personId, version }: ManagementDecision,
  decision: Decided,
  reason: string,
): Promise<boolean> {
  const changed = await db
    .updateTable('management_decision')
    .set({ ...columns(decision), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await db
    .insertInto('management_decision_correction')
    .values({
      id: newId(),
      management_decision_id: id,
      person_id: personId,
      reason,
      corrected_at: now,
      corrected_by: by,
    })
    .execute();
  return true;
}

/** Ends something that had to be done. False where it had ended. */
export async function endAction(
  { db, now, by }: Context,
  { id }: DecisionAction,
  { outcome, words }: { readonly outcome: string; readonly words: string | undefined },
): Promise<boolean> {
  const update = await db
    .updateTable('management_decision_action')
    .set({ ended_at: now, ended_by: by, outcome, ended_words: words ?? null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

function columns({ occasion, decidedOn, decided, why }: Decided) {
  return { occasion, decided_on: decidedOn, decided, why };
}
