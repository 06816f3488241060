import { unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import {
  type FactOnRecord,
  mayBegin,
  mayEnd,
  NOW_STANDS,
  protectionPlansOf,
} from '../../people/childhood/index.ts';
import type { Person } from '../../people/person/index.ts';
import { PLAN } from './rules.ts';
import { beginPlan, endPlan } from './store.ts';

/** A plan begins to protect a child. */
export const begin = action({
  permission: 'protection plan: record',
  name: 'protection plan: begin',
  input: form({
    beganOn: typedDay({
      message: 'Enter the day on which the plan began',
      what: 'The first day',
      notAfterToday: true,
    }),
    category: oneOf(PLAN_CATEGORIES, 'Select what the plan protects them from'),
    decidedBy: line({ empty: 'Enter who decided it', max: 200 }),
  }),
  async perform(answers, child: Person, context) {
    const may = mayBegin(PLAN, child, answers.beganOn, await protectionPlansOf(context.db, child.id));
    return may.ok ? unlessQuicker(await beginPlan(context, child.id, answers), undefined, NOW_STANDS) : may;
  },
});

/** A plan no longer protects a child. */
export const end = action({
  permission: 'protection plan: record',
  name: 'protection plan: end',
  input: form({
    endedOn: typedDay({
      message: 'Enter the day on which the plan ended',
      what: 'The last day',
      notAfterToday: true,
    }),
    endDecidedBy: line({ empty: 'Enter who decided it', max: 200 }),
  }),
  async perform(answers, plan: FactOnRecord, context) {
    const may = mayEnd(PLAN, plan, answers.endedOn);
    return may.ok ? unlessQuicker(await endPlan(context, plan.id, answers), undefined, NOW_STANDS) : may;
  },
});
