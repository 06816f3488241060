import { done } from '../../../language/outcome.ts';
import { NotFound } from '../../../platform/access/decision.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { SharedChild } from './rules.ts';
import { keepMessage } from './store.ts';

const MOST_WORDS = 8000;

/** Tells whoever works with the child something, while the share stands. */
export const tell = action({
  permission: 'shared child: tell',
  input: form({ words: words({ empty: 'Enter what you want to tell', max: MOST_WORDS }) }),
  async perform(answers, child: SharedChild, context) {
    const kept = await keepMessage(context, child, answers.words);
    if (kept === undefined) throw new NotFound();
    for (const recipient of kept.to)
      await putInOutbox(context.db, {
        id: context.newId(),
        kind: 'mail',
        recipient,
        subject: 'A partner agency told you something',
        body: `Sign in and open /shares/${child.id} to read it.`,
        language: 'en',
        holdSeconds: 0,
      });
    return done(undefined);
  },
});
