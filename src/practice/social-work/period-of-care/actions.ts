import { unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf, yesNo } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { CARE_BASES, CARE_PLACEMENTS } from '../../../profile/code-sets/care.ts';
import {
  type FactOnRecord,
  mayBegin,
  mayEnd,
  NOW_STANDS,
  periodsOfCareOf,
} from '../../people/childhood/index.ts';
import type { Person } from '../../people/person/index.ts';
import { CARE } from './rules.ts';
import { beginCare, endCare } from './store.ts';

/** A child comes into care. */
export const begin = action({
  permission: 'period of care: record',
  name: 'period of care: begin',
  input: form({
    beganOn: typedDay({
      message: 'Enter the day on which they came into care',
      what: 'The first day',
      notAfterToday: true,
    }),
    basis: oneOf(CARE_BASES, 'Select the ground in law'),
    placement: oneOf(CARE_PLACEMENTS, 'Select where they live'),
    onIsland: yesNo('Select whether they live on the island'),
    decidedBy: line({ empty: 'Enter who decided it', max: 200 }),
  }),
  async perform(answers, child: Person, context) {
    const may = mayBegin(CARE, child, answers.beganOn, await periodsOfCareOf(context.db, child.id));
    return may.ok ? unlessQuicker(await beginCare(context, child.id, answers), undefined, NOW_STANDS) : may;
  },
});

/** A child is no longer in care. */
export const end = action({
  permission: 'period of care: record',
  name: 'period of care: end',
  input: form({
    endedOn: typedDay({
      message: 'Enter the day on which they left care',
      what: 'The last day',
      notAfterToday: true,
    }),
    endDecidedBy: line({ empty: 'Enter who decided it', max: 200 }),
  }),
  async perform(answers, period: FactOnRecord, context) {
    const may = mayEnd(CARE, period, answers.endedOn);
    return may.ok ? unlessQuicker(await endCare(context, period.id, answers), undefined, NOW_STANDS) : may;
  },
});
