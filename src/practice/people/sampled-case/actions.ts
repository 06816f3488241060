import { done } from '../../../language/outcome.ts';
import { NotFound } from '../../../platform/access/decision.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { SampledCase } from './rules.ts';
import { keepComment } from './store.ts';

const MOST_WORDS = 8000;

/** Comments on a case of a sample, while it is read. */
export const comment = action({
  permission: 'sampled case: comment',
  input: form({ words: words({ empty: 'Enter your comment', max: MOST_WORDS }) }),
  async perform(answers, one: SampledCase, context) {
    if (!(await keepComment(context, one.id, answers.words))) throw new NotFound();
    return done(undefined);
  },
});
