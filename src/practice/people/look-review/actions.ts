import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { LOOK_ANSWERS } from '../../../profile/code-sets/look-answers.ts';
import { type LookReview, waits } from './rules.ts';
import { addLookAnswer } from './store.ts';

/** Says of a look at a record whether it was right, whether somebody is asked first, or that a concern is raised; with the reason. */
export const answerLook = action({
  permission: 'look: review',
  input: form({
    answer: oneOf(LOOK_ANSWERS, 'Select what you say of it'),
    words: words({ empty: 'Enter what you found out, or what you ask', max: 2000 }),
  }),
  async perform(answers, look: LookReview, context) {
    if (!waits(look))
      return refused({ field: '', message: 'Somebody judged it meanwhile. What they say is on this page.' });
    await addLookAnswer(context, look.id, answers);
    return done(undefined);
  },
});
