import { addDays, type Day } from '../../../language/day.ts';
import type { CaseColour } from '../../../profile/code-sets/case-ratings.ts';
import { type CaseRating, colourOf, type LookAgain, levelOf } from '../../people/childhood/index.ts';

/** An open case with its rating in force, if it has one, and when it is looked at again. */
export type OpenCase = {
  readonly personId: CaseRating['personId'];
  readonly rating: CaseRating | undefined;
  readonly next: LookAgain | undefined;
};

/** What the list can be narrowed to; "due" is overdue or within the next seven days. */
export const SHOWN = ['due', 'red', 'amber', 'green', 'not rated', 'closing'] as const;

/** One of them. */
export type Shown = (typeof SHOWN)[number];

const SOON_DAYS = 7;

/** The cases of a kind, the longest overdue first, and of one day the higher colour. */
export function casesOf(shown: Shown, cases: readonly OpenCase[], today: Day): readonly OpenCase[] {
  return cases.filter((one) => belongs(one, shown, today)).toSorted(inOrder);
}

/** Whether a case was to be looked at again before today. */
export function isOverdue({ next }: Pick<OpenCase, 'next'>, today: Day): boolean {
  return next !== undefined && next.on < today;
}

function belongs({ rating, next }: OpenCase, shown: Shown, today: Day): boolean {
  if (shown === 'not rated') return rating === undefined;
  if (shown === 'closing') return rating?.proposesClosing === true;
  if (shown === 'due') return next !== undefined && next.on <= addDays(today, SOON_DAYS);
  return rating !== undefined && colourOf(rating) === (shown satisfies CaseColour);
}

function inOrder(one: OpenCase, other: OpenCase): number {
  const [due, otherDue] = [one.next?.on ?? '9999', other.next?.on ?? '9999'];
  const height = (rating: CaseRating | undefined) => (rating ? levelOf(colourOf(rating)) : 0);
  return (
    due.localeCompare(otherDue) ||
    height(other.rating) - height(one.rating) ||
    one.personId.localeCompare(other.personId)
  );
}
