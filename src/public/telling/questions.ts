import { oneOf, someOf, yesNo } from '../../platform/forms/choice-fields.ts';
import { optional } from '../../platform/forms/field.ts';
import { type AnswersOf, type Form, form, repeated } from '../../platform/forms/form.ts';
import { email, line, telephone, words } from '../../platform/forms/text-fields.ts';
import { LANGUAGES } from '../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../profile/code-sets/safe-contact.ts';
import type { StepName } from './journeys.ts';

export const DANGER = ['yes', 'not sure', 'no'] as const;
export const TIES = ['relative', 'friend', 'else', 'not said'] as const;
export const PERMISSIONS = ['yes', 'ask first', 'no'] as const;

/** As many as a family that fills the page; more are told in words. */
export const MOST_CHILDREN = 8;

const CHOOSE = 'Select only from the list';
const shortLine = optional(line({ max: 100 }));
// Two of them and a blank are a name of at most 200 characters.
const ownName = optional(line({ max: 99 }));
const aLine = optional(line({ max: 200 }));
const someWords = optional(words({ max: 8000 }));

// Nothing has to be answered: what a page asks for before it goes on stands in the rules, and can be passed over.
const ASKED = {
  danger: { danger: optional(oneOf(DANGER, CHOOSE)) },
  call: {},
  happening: { happening: optional(words()) },
  children: {
    children: repeated(
      { givenName: shortLine, familyName: shortLine, age: shortLine },
      { min: 0, max: MOST_CHILDREN },
    ),
  },
  you: { givenName: ownName, familyName: ownName, age: shortLine },
  place: { address: optional(words({ max: 500 })), school: aLine },
  well: { goingWell: someWords },
  wanted: { helpWanted: someWords },
  who: { tie: optional(oneOf(TIES, CHOOSE)), name: aLine, relation: aLine },
  reach: {
    telephone: optional(telephone()),
    email: optional(email()),
    language: optional(oneOf(LANGUAGES, CHOOSE)),
  },
  safe: { safeWays: someOf(SAFE_WAYS), safeTimes: optional(words({ max: 500 })) },
  careful: { notToSay: optional(words({ max: 1000 })) },
  family: { familyKnows: optional(yesNo(CHOOSE)), mayBeNamed: optional(yesNo(CHOOSE)) },
  permission: {
    permission: optional(oneOf(PERMISSIONS, CHOOSE)),
    permissionWords: optional(words({ max: 2000 })),
  },
} as const;

/** The last page takes in everything, as it is sent from there. */
export const EVERYTHING = form({
  ...ASKED.danger,
  ...ASKED.happening,
  ...ASKED.children,
  ...ASKED.you,
  ...ASKED.place,
  ...ASKED.well,
  ...ASKED.wanted,
  ...ASKED.who,
  ...ASKED.reach,
  ...ASKED.safe,
  ...ASKED.careful,
  ...ASKED.family,
  ...ASKED.permission,
});

/** All that somebody may have told us, on whichever journey. */
export type Told = AnswersOf<typeof EVERYTHING>;

/** What each page takes in. */
export const FORM_OF: Readonly<Record<StepName, Form<unknown>>> = {
  danger: form(ASKED.danger),
  call: form(ASKED.call),
  happening: form(ASKED.happening),
  children: form(ASKED.children),
  you: form(ASKED.you),
  place: form(ASKED.place),
  well: form(ASKED.well),
  wanted: form(ASKED.wanted),
  who: form(ASKED.who),
  reach: form(ASKED.reach),
  safe: form(ASKED.safe),
  careful: form(ASKED.careful),
  family: form(ASKED.family),
  permission: form(ASKED.permission),
  check: EVERYTHING,
};
