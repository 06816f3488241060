import type { Id } from '../../../language/id.ts';
import { done, type Problem, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import {
  FAMILY_NOT_TOLD_REASONS,
  REFERRER_NOT_TOLD_REASONS,
} from '../../../profile/code-sets/reasons-not-told.ts';
import { ANSWER_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import {
  type Answer,
  answersOf,
  decidedChildren,
  guardedNear,
  holdContact,
  mayAnswer,
  mayBeTold,
  namesGuardedAddress,
  send,
  wasTold,
} from '../answer/index.ts';
import type { Contact } from '../contact/index.ts';
import { readersOf } from '../reader/index.ts';

const REASONS = [
  ...new Set([...REFERRER_NOT_TOLD_REASONS.codes, ...FAMILY_NOT_TOLD_REASONS.codes].map(({ code }) => code)),
];

/** Why somebody who may not read a guarded address does not write this answer, and who does. */
export const GUARDED_NEAR =
  'Somebody here has a guarded address. Ask the MASH decision maker or the hub manager to write this answer';

/** Answers whoever told us, or somebody of the family; or writes down why not. */
export const answer = action({
  permission: 'contact: answer',
  input: form({
    to: line({ empty: 'Select who is told' }),
    way: optional(oneOf(ANSWER_WAYS, 'Select how they are told')),
    words: optional(words({ max: 8000 })),
    whyNot: optional(oneOf(REASONS, 'Select why they are not told')),
    told: ticked(),
  }),
  async perform({ to, told, ...answers }, contact: Contact, context) {
    const { db } = context;
    await holdContact(db, contact.id);
    const reader = (await readersOf(context, contact)).find((one) => one.key === to);
    if (reader === undefined) return refused({ field: 'to', message: 'Select who is told' });
    const children = await decidedChildren(db, contact.id);
    const may = mayAnswer({ reader, ...answers }, contact, children, await answersOf(db, contact.id));
    if (!may.ok) return may;
    const guarded =
      answers.words === undefined ? undefined : await guardedProblem(context, contact, answers.words);
    if (guarded !== undefined) return refused(guarded);
    return done(await send(context, contact, may.value, { isTold: told }));
  },
});

/**
 * What of a guarded address stands against these words. Who may not read it writes no letter here at all, whatever it says: a refusal of
 * some words and not of others would tell where somebody lives.
 */
async function guardedProblem(
  { db, viewer }: Context,
  contact: Contact,
  said: string,
): Promise<Problem | undefined> {
  if (!viewer.fieldClasses.has('guarded address'))
    return (await guardedNear(db, contact.id)) ? { field: 'words', message: GUARDED_NEAR } : undefined;
  return (await namesGuardedAddress(db, contact.id, said))
    ? { field: 'words', message: 'These words hold an address that is guarded. Take it out' }
    : undefined;
}

/** Writes down that somebody was told, after the call, the visit or the post. */
export const telling = action({
  permission: 'contact: answer',
  name: 'contact: telling',
  input: form({}),
  async perform(_answers, kept: Answer & { readonly persons: readonly Id[] }, context) {
    const may = mayBeTold(kept);
    if (!may.ok) return may;
    if (!(await wasTold(context, kept)))
      return refused({ field: '', message: 'Somebody wrote it down already, or took the answer back.' });
    return done(kept.contactId);
  },
});
