import { done } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { DUPLICATE_ANSWERS } from '../../../profile/code-sets/duplicate-answers.ts';
import { addAnswer, type Proposal } from './store.ts';

/** Says whether two records are of one person, with the reason. Nothing is merged by it. */
export const answerDuplicate = action({
  permission: 'duplicate: review',
  input: form({
    answer: oneOf(DUPLICATE_ANSWERS, 'Select whether they are the same person'),
    reason: words({ max: 2000, empty: 'Say why you think so' }),
  }),
  async perform(answers, proposal: Proposal, context) {
    await addAnswer(context, proposal.id, answers);
    return done(undefined);
  },
});
