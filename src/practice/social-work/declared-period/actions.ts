import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { DECLARED_FOR } from '../../../profile/code-sets/visits.ts';
import { type DeclaredPeriod, declaredPeriods } from '../../people/what-is-asked/index.ts';
import { mayDeclare, mayEnd } from './rules.ts';
import { declarePeriod, endDeclaredPeriod } from './store.ts';

/** A manager declares a period in which children are to be seen within another time. */
export const declare = action({
  permission: 'declared period: declare',
  input: form({
    title: line({ empty: 'Enter what has changed, in a few words', max: 80 }),
    reason: words({ max: 2000, empty: 'Say why, and who decided it' }),
    forWhom: oneOf(DECLARED_FOR, 'Select which children it is for'),
    days: wholeNumber({
      message: 'Enter within how many days a child is to be seen',
      what: 'The days',
      min: 1,
      max: 365,
    }),
    fromOn: typedDay({ message: 'Enter the first day', what: 'The first day' }),
    untilOn: optional(typedDay({ message: 'Enter the last day', what: 'The last day' })),
  }),
  async perform(answers, _nothing: Subject, context) {
    const may = mayDeclare(answers, await declaredPeriods(context.db), context.today);
    if (!may.ok) return may;
    const id = await declarePeriod(context, answers);
    return id === undefined
      ? refused({ field: 'fromOn', message: 'Somebody else has just declared a period for these days' })
      : done(id);
  },
});

/** A manager ends a declared period: from today on the profile alone counts again. */
export const end = action({
  permission: 'declared period: declare',
  name: 'declared period: end',
  input: form({}),
  async perform(_answers, period: DeclaredPeriod, context) {
    const may = mayEnd(period, context.today);
    if (!may.ok) return may;
    // One that has not begun ends on its first day: it never stood.
    const hasBegun = period.fromOn <= context.today;
    return (await endDeclaredPeriod(context, period.id, hasBegun ? context.today : period.fromOn))
      ? done(undefined)
      : refused({ field: '', message: 'Somebody else ended it a moment ago.' });
  },
});
