import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { ComplexCase } from '../complex-case/index.ts';
import type { NewAgency } from './rules.ts';

type Of = Pick<ComplexCase, 'id' | 'personId'>;

/** Puts a child on the register. Undefined where somebody did a moment before. */
export async function enter(
  { db, newId, by }: Context,
  personId: Id,
  entry: { readonly enteredOn: Day; readonly why: string; readonly leadId: Id },
): Promise<Id | undefined> {
  const id = newId();
  const { enteredOn, why, leadId } = entry;
  const made = await db
    .insertInto('complex_case')
    .values({
      id,
      person_id: personId,
      entered_on: enteredOn,
      entered_by: by,
      entered_why: why,
      lead_id: leadId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined;
}

/** An agency takes part from now on. */
export async function addAgency(
  { db, newId }: Context,
  { id, personId }: Of,
  agency: NewAgency,
): Promise<void> {
  const { agencyId, named, who } = agency;
  await db
    .insertInto('complex_case_agency')
    .values({ id: newId(), complex_case_id: id, person_id: personId, agency_id: agencyId, named, who })
    .execute();
}
