import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { RATING_FIELDS, rate } from '../case-rating/index.ts';
import { whoMayNotRate, whoRates } from '../rating-dealing/index.ts';
import {
  casesOfExercise,
  type FrozenCase,
  holdExercise,
  isOnTable,
  nextToRate,
} from '../rating-exercise/index.ts';
import { passCase, putOnTable } from './store.ts';

/** A case of an exercise, as an address names it. */
export type CaseInTurn = FrozenCase & Subject;

/** What follows a rating: another case, or none that waits. */
export type Next = { readonly id: Id | undefined; readonly from: 'table' | undefined };

const CLOSED =
  'The exercise is closed, so nothing was rated in it. Your words stand here: rate the case from the child’s page';

/** A manager rates a case in the exercise, and comes to the next that waits for them. */
export const rateInTurn = action({
  permission: 'case rating: make',
  name: 'case rating: make in an exercise',
  input: form({ ...RATING_FIELDS, from: optional(oneOf(['table'], 'Open the page again')) }),
  async perform({ from, ...answers }, one: CaseInTurn, context) {
    if (!(await holdExercise(context.db, one.exerciseId))) return refused({ field: 'harm', message: CLOSED });
    if (one.workerId === context.by || one.coWorkerIds.includes(context.by))
      return refused({
        field: '',
        message: 'You worked with this child when the cases were frozen, so another manager rates the case.',
      });
    const rated = await rate(one.personId, answers, context, one.id);
    return rated.ok ? done(await nextAfter(one, from, context)) : rated;
  },
});

async function nextAfter(one: CaseInTurn, from: 'table' | undefined, { db, by }: Context): Promise<Next> {
  const cases = await casesOfExercise(db, one.exerciseId);
  const lying = cases.find((other) => isOnTable(other) && other.id !== one.id);
  return { id: from === 'table' ? lying?.id : nextToRate(cases, by, one.id)?.id, from };
}

/** Another manager rates the case instead, and is told why. */
export const pass = action({
  permission: 'case rating: make',
  name: 'rating case: pass on',
  input: form({
    to: idField('Select who rates it instead'),
    passedWhy: words({ max: 2000, empty: 'Say why, so that they know' }),
    has: optional(idField('Open the page again')),
  }),
  async perform({ to, passedWhy: why, has }, one: CaseInTurn, context) {
    if (!(await holdExercise(context.db, one.exerciseId))) return refused({ field: 'to', message: CLOSED });
    if (one.dealtTo !== has) return refused({ field: 'to', message: PASSED_MEANWHILE });
    const mayPass =
      has === undefined || has === context.by || context.viewer.permissions.has('rating exercise: hold');
    if (!mayPass)
      return refused({
        field: 'to',
        message: 'Whoever has the case passes it on, or whoever holds the exercise',
      });
    const raters = await whoRates(context);
    const mayNot = (await whoMayNotRate(context, [one], raters)).get(one.id);
    if (!raters.some(({ id }) => id === to) || mayNot?.has(to) === true)
      return refused({
        field: 'to',
        message: 'Select a manager from the list, who does not work with the child',
      });
    if (to === has) return refused({ field: 'to', message: 'They have it already' });
    return (await passCase(context, one, { to, why, has }))
      ? done(undefined)
      : refused({ field: 'to', message: PASSED_MEANWHILE });
  },
});

const PASSED_MEANWHILE = 'Somebody else passed it on a moment ago. Open the page again to see who has it';

/** The case is talked over by the managers together. */
export const discuss = action({
  permission: 'case rating: make',
  name: 'rating case: put on the table',
  input: form({ question: words({ max: 2000, empty: 'Say what to talk about' }) }),
  async perform({ question }, one: CaseInTurn, context) {
    if (!(await holdExercise(context.db, one.exerciseId)))
      return refused({ field: 'question', message: CLOSED });
    if (isOnTable(one)) return refused({ field: 'question', message: 'It lies on the table already' });
    await putOnTable(context, one.id, question);
    const cases = await casesOfExercise(context.db, one.exerciseId);
    return done(nextToRate(cases, context.by, one.id)?.id);
  },
});
