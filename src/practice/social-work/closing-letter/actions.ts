import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import type { ClosingLetter } from './rules.ts';
import { closingLetterWasTold } from './store.ts';

/** Somebody rang, met or posted: one of the family was told that the work has ended. */
export const tellFamily = action({
  permission: 'closing letter: tell',
  input: form({}),
  async perform(_answers, letter: ClosingLetter, context) {
    return (await closingLetterWasTold(context, letter.id))
      ? done(undefined)
      : refused({ field: '', message: 'It stands already that they were told.' });
  },
});
