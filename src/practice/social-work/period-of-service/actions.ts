import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { PERIOD_ENDED_REASONS, SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';
import { BECAME_WORK, becameWork } from '../../people/never-work/index.ts';
import type { Person } from '../../people/person/index.ts';
import { mayBegin, mayEnd, type Period } from './rules.ts';
import { beginPeriod, endPeriod, periodsOf } from './store.ts';

/** A manager decides that the service does something with a child from a day on, and says why. */
export const beginPeriodOfService = action({
  permission: 'period of service: begin',
  input: form({
    kind: oneOf(SERVICE_KINDS, 'Select what begins'),
    beganOn: typedDay({ message: 'Enter the first day', what: 'The first day', notAfterToday: true }),
    basisWords: words({ max: 2000, empty: 'Say why it begins, in words the family could read' }),
  }),
  async perform(answers, child: Person, context) {
    const open = (await periodsOf(context.db, child.id)).filter(({ endedOn }) => endedOn === undefined);
    const may = mayBegin(answers, child, open);
    if (!may.ok) return may;
    const id = await beginPeriod(context, { personId: child.id, teamId: open[0]?.teamId, ...answers });
    return id === undefined
      ? refused({ field: 'kind', message: 'Somebody else has just begun it. Open the page again to see it' })
      : done(id);
  },
});

/** A period ends, with the reason. What began it ends with it. */
export const endPeriodOfService = action({
  permission: 'period of service: end',
  input: form({
    endedOn: typedDay({ message: 'Enter the last day', what: 'The last day', notAfterToday: true }),
    reason: oneOf(PERIOD_ENDED_REASONS, 'Select why it ends'),
    words: words({ max: 4000, empty: 'Say what was reached, and what the family says about it' }),
  }),
  async perform(answers, period: Period, context) {
    const may = mayEnd(period, answers.endedOn, answers.reason);
    if (!may.ok) return may;
    if (answers.reason === 'in error' && (await becameWork(context.db, period.id)))
      return refused({ field: 'reason', message: BECAME_WORK });
    return (await endPeriod(context, period.id, answers))
      ? done(period.personId)
      : refused({ field: '', message: 'Somebody else ended it a moment ago.' });
  },
});
