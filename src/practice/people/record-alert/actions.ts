import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf, yesNo } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { RECORD_ALERTS } from '../../../profile/code-sets/record-alerts.ts';
import type { Person } from '../person/index.ts';
import { type RecordAlert, reviewDay, stillStands } from './rules.ts';
import { endAlert, lookedAtAgain, putUp } from './store.ts';

const MOST_WORDS = 2000;
const reviewOn = typedDay({ message: 'Enter the day on which somebody looks at it again', what: 'The day' });

/** Puts up an alert on somebody's record. */
export const put = action({
  permission: 'record alert: put up',
  input: form({
    kind: oneOf(RECORD_ALERTS, 'Select what it warns of'),
    words: line({ empty: 'Enter what whoever meets them must know', max: 300 }),
    told: yesNo('Select whether they were told'),
    toldWords: optional(words({ max: MOST_WORDS })),
    reviewOn,
  }),
  async perform(answers, person: Person, context) {
    if (!answers.told && answers.toldWords === undefined)
      return refused({ field: 'toldWords', message: 'Enter why they were not told' });
    const day = reviewDay(answers.reviewOn, context.today);
    if (!day.ok) return day;
    return done(await putUp(context, person.id, answers));
  },
});

/** Looks at an alert again: it goes on, until another day. */
export const review = action({
  permission: 'record alert: review',
  input: form({ words: words({ empty: 'Enter why it goes on', max: MOST_WORDS }), reviewOn }),
  async perform(answers, alert: RecordAlert, context) {
    const may = stillStands(alert);
    if (!may.ok) return may;
    const day = reviewDay(answers.reviewOn, context.today);
    if (!day.ok) return day;
    return (await lookedAtAgain(context, alert, answers))
      ? done(undefined)
      : stillStands({ endedAt: context.now });
  },
});

/** Ends an alert. */
export const end = action({
  permission: 'record alert: review',
  name: 'record alert: end',
  input: form({ why: words({ empty: 'Enter why it ends', max: MOST_WORDS }) }),
  async perform({ why }, alert: RecordAlert, context) {
    const may = stillStands(alert);
    if (!may.ok) return may;
    return (await endAlert(context, alert.id, why)) ? done(undefined) : stillStands({ endedAt: context.now });
  },
});
