import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { ComplexCase, ThinkingTime } from '../complex-case/index.ts';

type Of = Pick<ComplexCase, 'id' | 'personId'>;

/** A child leaves the register, by a manager's decision. */
export async function leave({ db, by }: Context, { id }: Of, on: Day, why: string): Promise<void> {
  await db
    .updateTable('complex_case')
    .set({ left_on: on, left_by: by, left_why: why })
    .where('id', '=', id)
    .execute();
}

/** An agency takes part no longer, from a day on. */
export async function agencyLeft({ db, by }: Context, partId: Id, on: Day): Promise<void> {
  await db
    .updateTable('complex_case_agency')
    .set({ left_on: on, left_by: by })
    .where('id', '=', partId)
    .execute();
}

/** Books thinking time. Minutes. */
export async function book(
  { db, newId, by }: Context,
  { id, personId }: Of,
  { bookedOn, bookedMinutes, who }: Pick<ThinkingTime, 'bookedOn' | 'bookedMinutes' | 'who'>,
): Promise<void> {
  const booked = { booked_on: bookedOn, booked_minutes: bookedMinutes, booked_by: by, who };
  await db
    .insertInto('thinking_time')
    .values({ id: newId(), complex_case_id: id, person_id: personId, ...booked })
    .execute();
}

/** Keeps a review. */
export async function review(
  { db, newId, by }: Context,
  { id, personId }: Of,
  { on, words }: { readonly on: Day; readonly words: string },
): Promise<void> {
  await db
    .insertInto('complex_case_review')
    .values({
      id: newId(),
      complex_case_id: id,
      person_id: personId,
      reviewed_on: on,
      reviewed_by: by,
      words,
    })
    .execute();
}
