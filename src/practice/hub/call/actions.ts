import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField, oneOf, someOf, yesNo } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { type AnswersOf, form, repeated } from '../../../platform/forms/form.ts';
import { email, line, telephone, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { CHANNELS, CONCERNS } from '../../../profile/code-sets/channels.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { FAMILY_PERMISSION } from '../../../profile/code-sets/family-permission.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { personBriefs } from '../../people/person/index.ts';
import { type NewContact, recordContact } from '../contact/index.ts';
import { birthSaid, speaksAs } from './rules.ts';

/** How a call reaches the hub: the ways in that a worker writes down. */
const SPOKEN = CHANNELS.codes.filter(
  ({ code }) => code === 'call' || code === 'in person' || code === 'letter',
);

const CALL = form({
  channel: oneOf(SPOKEN, 'Select how it reached us'),
  about: oneOf(CONCERNS, 'Select what it is about'),
  danger: optional(yesNo('Select yes or no')),
  source: oneOf(CONTACT_SOURCES, 'Select who is telling us'),
  callerName: optional(line({ max: 200 })),
  relation: optional(line({ max: 200 })),
  telephone: optional(telephone()),
  mayBeNamed: optional(yesNo('Select yes or no')),
  children: repeated(
    {
      givenName: optional(line({ max: 100 })),
      familyName: optional(line({ max: 100 })),
      birthOrAge: optional(line({ max: 100 })),
      personId: optional(idField('Choose the child again')),
    },
    { min: 0, max: 8 },
  ),
  words: words({ empty: 'Write down what was said, in the caller’s own words' }),
  childWords: optional(words({ max: 8000 })),
  helpWanted: optional(words({ max: 8000 })),
  permission: optional(oneOf(FAMILY_PERMISSION, 'Select what the family said')),
  language: optional(oneOf(LANGUAGES, 'Select a language')),
  email: optional(email()),
  safeWays: someOf(SAFE_WAYS),
  safeTimes: optional(line({ max: 500 })),
  notToSay: optional(line({ max: 1000 })),
  summary: optional(line({ max: 200 })),
});

type CallAnswers = AnswersOf<typeof CALL>;

/** Writes a call down as a contact. */
export const recordCall = action({
  name: 'call',
  permission: 'contact: record',
  input: CALL,
  async perform(answers: CallAnswers, _subject: Subject, context: Context) {
    const chosen = answers.children.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
    const onRecord = await personBriefs(context.db, chosen);
    const absent = answers.children.findIndex(
      ({ personId }) => personId !== undefined && !onRecord.has(personId),
    );
    if (absent !== -1)
      return refused({
        field: `children.${absent}.givenName`,
        message: 'Look for this child again: they were not found',
      });
    return done(await recordContact(context, contactFrom(answers, context)));
  },
});

function contactFrom(answers: CallAnswers, { now, today }: Context): NewContact {
  return {
    channel: answers.channel,
    source: answers.source,
    about: answers.about,
    toldAt: now,
    words: answers.words,
    childWords: answers.childWords,
    helpWanted: answers.helpWanted,
    immediateDanger: answers.danger,
    permission: answers.permission,
    summary: answers.summary,
    referrer: {
      kind: speaksAs(answers.source),
      name: answers.callerName,
      relationToChild: answers.relation,
      telephone: answers.telephone?.typed,
      email: answers.email,
      mayBeNamed: answers.mayBeNamed,
      language: answers.language,
      safeWays: answers.safeWays,
      safeTimes: answers.safeTimes,
      notToSay: answers.notToSay,
    },
    children: answers.children.map(({ givenName, familyName, birthOrAge, personId }) => ({
      givenName,
      familyName,
      personId,
      ...birthSaid(birthOrAge, today),
    })),
    familyMembers: [],
  };
}
