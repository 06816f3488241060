import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { CaseColour } from '../../../profile/code-sets/case-ratings.ts';

/** What a manager says of an open case. `lookAgainOn` is empty where the clock of the colour says it. */
export type NewRating = {
  readonly harm: CaseColour;
  readonly breakdown: CaseColour;
  readonly why: string;
  readonly toDo: string;
  readonly lookAgainOn: Day | undefined;
  readonly proposesClosing: boolean;
  /** The rating that stood on the page: the new one is put over that, and over no other. */
  readonly follows: Id | undefined;
};

/** The longest until a case is looked at again, in calendar days: a case that needs no look for half a year is one to close. */
export const LONGEST_UNTIL_LOOK = 184;

/** What does not fit together in a rating, each at its field. The record itself is not asked. */
export function problemsWithin(
  { harm, breakdown, lookAgainOn, proposesClosing }: NewRating,
  today: Day,
): readonly Problem[] {
  const isLow = harm === 'green' && breakdown === 'green';
  return [
    ...(lookAgainOn !== undefined && lookAgainOn < today
      ? [{ field: 'lookAgainOn', message: 'The day to look again must be today or later' }]
      : []),
    ...(lookAgainOn !== undefined && lookAgainOn > addDays(today, LONGEST_UNTIL_LOOK)
      ? [{ field: 'lookAgainOn', message: 'The day to look again must be within half a year' }]
      : []),
    ...(proposesClosing && !isLow
      ? [{ field: 'proposesClosing', message: 'Only a case that is green for both is proposed for closing' }]
      : []),
  ];
}

/** Said to whoever wrote while somebody else rated the same case. */
export const RATED_MEANWHILE =
  'Somebody else rated this case while you were writing. Their rating stands on this page now. Read it, and send yours again if it still holds';

/** Why the record refuses a rating, in plain words at its field. */
export function refusalInWords(problem: string): Problem {
  return problem === 'own case'
    ? { field: '', message: 'You work with this child, so another manager rates the case.' }
    : {
        field: '',
        message:
          'Nothing is open for this child any more, so there is no case to rate. Your words are kept as a draft.',
      };
}
