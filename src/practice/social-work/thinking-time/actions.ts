import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { ThinkingTime } from '../complex-case/index.ts';
import { QUICKER } from '../complex-case-entry/index.ts';
import { MINUTES, mayEndThinking } from './rules.ts';
import { endThinking } from './store.ts';

const OUTCOMES = [
  { code: 'held', label: 'It was held' },
  { code: 'not held', label: 'It was not held' },
] as const;

/** The options of how a thinking time ended, as the page shows them. */
export const THINKING_OUTCOMES = OUTCOMES;

/** Thinking time was held, or not and why. */
export const sayHeld = action({
  permission: 'complex case: work on',
  name: 'thinking time: say whether it was held',
  input: form({
    outcome: oneOf({ codes: OUTCOMES }, 'Select whether it was held'),
    heldOn: optional(typedDay({ message: 'Enter the day', what: 'The day', notAfterToday: true })),
    heldMinutes: optional(wholeNumber(MINUTES)),
    why: optional(words({ max: 2000 })),
  }),
  async perform(ending, time: ThinkingTime, context) {
    const may = mayEndThinking(time, ending);
    if (!may.ok) return may;
    return (await endThinking(context, time, ending))
      ? done(undefined)
      : refused({ field: '', message: QUICKER });
  },
});
