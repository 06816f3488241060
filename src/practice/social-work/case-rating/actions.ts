import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CASE_RATINGS } from '../../../profile/code-sets/case-ratings.ts';
import { ratingsInForce } from '../../people/childhood/index.ts';
import type { Person } from '../../people/person/index.ts';
import { type NewRating, problemsWithin, RATED_MEANWHILE, refusalInWords } from './rules.ts';
import { holdOpen, keepRating, problemOnRecord } from './store.ts';

/** What every form asks that rates a case. */
export const RATING_FIELDS = {
  harm: oneOf(CASE_RATINGS, 'Select how great the risk of harm is'),
  breakdown: oneOf(CASE_RATINGS, 'Select how great the risk is that the family breaks down'),
  why: words({ max: 4000, empty: 'Say why' }),
  toDo: words({ max: 4000, empty: 'Say what will be done, by whom' }),
  lookAgainOn: optional(typedDay({ message: 'Enter the day to look again', what: 'The day to look again' })),
  proposesClosing: ticked(),
  follows: optional(idField('Open the page again')),
};

/** A manager rates a case between two exercises, or puts a rating right by a later one. */
export const rateCase = action({
  permission: 'case rating: make',
  input: form(RATING_FIELDS),
  perform: (answers, child: Person, context) => rate(child.id, answers, context),
});

/** Rates a case, whoever may: refusals stand at their fields. `ratingCaseId` is its place in an exercise. */
export async function rate(
  personId: Id,
  answers: NewRating,
  context: Context,
  ratingCaseId?: Id,
): Promise<Outcome<Id>> {
  const [wrong, ...more] = problemsWithin(answers, context.today);
  if (wrong !== undefined) return refused(wrong, ...more);
  await holdOpen(context.db, personId);
  const problem = await problemOnRecord(context.db, personId, context.by);
  if (problem !== undefined) return refused(refusalInWords(problem));
  const inForce = (await ratingsInForce(context.db, [personId])).get(personId);
  if (inForce?.id !== answers.follows) return refused({ field: '', message: RATED_MEANWHILE });
  const id = await keepRating(context, personId, answers, ratingCaseId);
  return id === undefined ? refused({ field: '', message: RATED_MEANWHILE }) : done(id);
}
