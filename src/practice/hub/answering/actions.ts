import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import {
  FAMILY_NOT_TOLD_REASONS,
  REFERRER_NOT_TOLD_REASONS,
} from '../../../profile/code-sets/reasons-not-told.ts';
import { ANSWER_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import {
  type Answer,
  answersOf,
  decidedChildren,
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
    if (answers.words !== undefined && (await namesGuardedAddress(db, contact.id, answers.words)))
      return refused({ field: 'words', message: 'These words hold an address that is guarded. Take it out' });
    return done(await send(context, contact, may.value, { isTold: told }));
  },
});

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
