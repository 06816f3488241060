import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { oneAfterTheOther, workingWith } from '../allocating/index.ts';
import {
  answerClosing,
  type Closing,
  familyToTell,
  heldClosing,
  mayAuthorise,
  mayReturn,
  mayWithdraw,
  viewsOf,
} from '../closing/index.ts';
import { writeClosingLetters } from '../closing-letter/index.ts';
import { endPeriod } from '../period-of-service/index.ts';

/** A manager authorises a closing: the period ends today, in the same moment, and the family is told. */
export const authorise = action({
  permission: 'closing: authorise',
  input: form({}),
  async perform(_answers, closing: Closing, context) {
    const { db, by, today } = context;
    await oneAfterTheOther(db, closing.personId);
    const held = await heldClosing(db, closing);
    const working = (await workingWith(db, closing.personId)).filter(({ endedOn }) => endedOn === undefined);
    const may = mayAuthorise(
      held,
      by,
      working.map(({ staffId }) => staffId),
    );
    if (!may.ok) return may;
    const { id, personId, periodId, reason, reached } = may.value;
    await answerClosing(context, id, 'authorised');
    await writeClosingLetters(context, { id, personId }, familyToTell(personId, await viewsOf(db, id)));
    // Last: until here, whoever authorises sees the child by what is open.
    return (await endPeriod(context, periodId, { endedOn: today, reason, words: reached }))
      ? done(undefined)
      : refused({ field: '', message: 'Somebody else ended it a moment ago.' });
  },
});

/** A manager sends a closing back to whoever proposed it, with what is missing. */
export const giveBack = action({
  permission: 'closing: authorise',
  name: 'closing: return',
  input: form({ words: words({ max: 2000, empty: 'Say what is missing, so that they can go on' }) }),
  async perform(answers, closing: Closing, context) {
    const may = mayReturn(await heldClosing(context.db, closing), context.by);
    if (may.ok) await answerClosing(context, closing.id, { returnedWords: answers.words });
    return may;
  },
});

/** It is proposed no longer. */
export const withdraw = action({
  permission: 'closing: propose',
  name: 'closing: withdraw',
  input: form({}),
  async perform(_answers, closing: Closing, context) {
    const may = mayWithdraw(await heldClosing(context.db, closing), context.viewer);
    if (may.ok) await answerClosing(context, closing.id, 'withdrawn');
    return may;
  },
});
