import { done } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { type Asked, alreadyAnswered, answerFrom, mayAnswer } from './rules.ts';
import { saveAnswer } from './store.ts';

/** Answers what an agency is asked: something is held, in words, or nothing. */
export const answerCheck = action({
  permission: 'partner check: answer',
  input: form({
    holds: oneOf(['something', 'nothing'], 'Select whether your agency holds something'),
    words: optional(words({ max: 8000 })),
  }),
  async perform(answers, asked: Asked, context) {
    const may = mayAnswer(asked);
    if (!may.ok) return may;
    const answer = answerFrom(answers.holds, answers.words);
    if (!answer.ok) return answer;
    return (await saveAnswer(context, asked.id, answer.value)) ? done(undefined) : alreadyAnswered(undefined);
  },
});
