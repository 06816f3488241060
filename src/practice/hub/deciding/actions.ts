import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { type AnswersOf, form, repeated } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import {
  EARLY_HELP_ANSWERS,
  EARLY_HELP_DECLINED_REASONS,
} from '../../../profile/code-sets/early-help-answers.ts';
import { LEVELS_OF_NEED } from '../../../profile/levels-of-need.ts';
import { declinedReasonIn } from '../../early-help/episode/index.ts';
import type { Contact } from '../contact/index.ts';
import { type DecidingFor, signDecisions, withdrawDecisions } from '../decision/index.ts';

const MOST_CHILDREN = 20;

/** What a decision asks: one row for all children alike, or a row for each. Nothing is chosen beforehand. */
export const decisionForm = form({
  decisions: repeated(
    {
      child: optional(idField('Open the page again: a child was not named')),
      levelOfNeed: oneOf(
        LEVELS_OF_NEED.map(({ level }) => String(level)),
        'Select a level of need',
      ),
      outcome: oneOf(CONTACT_OUTCOMES, 'Select what should happen'),
      reason: words({ max: 4000, empty: 'Say why, in words the family could read' }),
      adviceGiven: optional(words({ max: 4000 })),
      earlyHelpReply: optional(oneOf(EARLY_HELP_ANSWERS, 'Select what the family said')),
      declinedReason: optional(oneOf(EARLY_HELP_DECLINED_REASONS, 'Select why not now')),
      declinedWords: optional(words({ max: 2000 })),
      agencyId: optional(idField('Select which agency')),
      discussionWantedToday: ticked(),
    },
    { min: 1, max: MOST_CHILDREN },
  ),
});

/** The rows of the form as rules read them. */
export function decidingIn({ decisions }: AnswersOf<typeof decisionForm>): readonly DecidingFor[] {
  return decisions.map(({ levelOfNeed, declinedReason, declinedWords, ...row }) => ({
    ...row,
    levelOfNeed: Number(levelOfNeed),
    declinedReason: declinedReasonIn(declinedReason, declinedWords),
  }));
}

/** Signs what the hub decides about the children of a contact. */
export const decideContact = action({
  permission: 'contact: decide',
  input: decisionForm,
  perform: (answers, contact: Contact, context) => signDecisions(context, contact, decidingIn(answers)),
});

/** Takes a decision back before anybody has heard of it. */
export const withdraw = action({
  permission: 'contact: withdraw decision',
  input: form({}),
  perform: (_answers, contact: Contact, context) => withdrawDecisions(context, contact),
});
