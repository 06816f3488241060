import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { NeverWorkReason } from '../../../profile/code-sets/service-kinds.ts';

/** What goes on beside something that is to end: others of its kind that are open, and whether it became work. */
export type Going = { readonly others: number; readonly becameWork: boolean };

/** Why something cannot have been opened in error. */
export const BECAME_WORK =
  'Since it began somebody visited, or a plan or care began: it became work. Close it with the family, or select another reason';

/** Lets what never became work end: in error where nobody worked yet, or as a duplicate of another that stays open. */
export function mayEndWithoutWork(
  reason: NeverWorkReason,
  { others, becameWork }: Going,
): Outcome<undefined> {
  if (reason === 'duplicate' && others === 0)
    return refused({ field: 'reason', message: 'No other is open for this child. Select another reason' });
  // With another that is open the work stays, whoever did it.
  if (reason === 'in error' && others === 0 && becameWork)
    return refused({ field: 'reason', message: BECAME_WORK });
  return done(undefined);
}
