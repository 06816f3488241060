import { done, type Problem, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf, someOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { email, line, telephone, words } from '../../../platform/forms/text-fields.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import {
  addAddress,
  addAttendance,
  addContactDetails,
  addName,
  CHOOSABLE_PROVENANCES,
  changeSafeContact,
  type Person,
} from '../person/index.ts';

/** Asked of every fact: it may be told apart later from what a worker saw. */
const provenance = () => oneOf(CHOOSABLE_PROVENANCES, 'Select who or what said so');
const since = () =>
  optional(typedDay({ message: 'Enter a day', what: 'The first day', notAfterToday: true }));
const until = () => optional(typedDay({ message: 'Enter a day', what: 'The last day' }));

function ordered({
  fromOn,
  untilOn,
}: {
  fromOn: string | undefined;
  untilOn: string | undefined;
}): readonly Problem[] {
  return fromOn !== undefined && untilOn !== undefined && untilOn < fromOn
    ? [{ field: 'untilOn', message: 'The last day must not be before the first' }]
    : [];
}

/** Adds a name; none is ever taken away. */
export const addNameTo = action({
  name: 'person: add a name',
  permission: 'person: correct',
  input: form({
    kind: oneOf(NAME_KINDS, 'Select what kind of name it is'),
    givenName: optional(line({ max: 100 })),
    familyName: optional(line({ max: 100 })),
    fromOn: since(),
    untilOn: until(),
    provenance: provenance(),
  })
    .check(({ givenName, familyName }) =>
      givenName === undefined && familyName === undefined
        ? [{ field: 'givenName', message: 'Enter a first name, a family name or both' }]
        : [],
    )
    .check(ordered),
  async perform(answers, person: Person, context) {
    await addName(context, person.id, answers);
    return done(undefined);
  },
});

/** Adds an address, guarded where somebody could be harmed if it were known. */
export const addAddressTo = action({
  name: 'person: add an address',
  permission: 'person: correct',
  input: form({
    lines: words({ max: 500, empty: 'Enter the address' }),
    postcode: optional(line({ max: 12 })),
    parish: optional(oneOf(PARISHES, 'Select the parish')),
    guarded: ticked(),
    fromOn: since(),
    untilOn: until(),
    provenance: provenance(),
  }).check(ordered),
  async perform(answers, person: Person, context) {
    await addAddress(context, person.id, answers);
    return done(undefined);
  },
});

/** Adds a telephone number, an email address or both, as they were given. */
export const addContactDetailsTo = action({
  name: 'person: add contact details',
  permission: 'person: correct',
  input: form({
    telephone: optional(telephone()),
    email: optional(email()),
    provenance: provenance(),
  }).check((answers) =>
    answers.telephone === undefined && answers.email === undefined
      ? [{ field: 'telephone', message: 'Enter a telephone number, an email address or both' }]
      : [],
  ),
  async perform(answers, person: Person, context) {
    const given = { telephone: answers.telephone?.typed, email: answers.email };
    for (const kind of ['telephone', 'email'] as const) {
      const value = given[kind];
      if (value !== undefined)
        await addContactDetails(context, person.id, { kind, value, provenance: answers.provenance });
    }
    return done(undefined);
  },
});

/** Says how somebody is reached without putting them at risk; what was said before ends. */
export const saySafeContact = action({
  name: 'person: say how to reach them safely',
  permission: 'person: correct',
  input: form({
    ways: someOf(SAFE_WAYS, 'Select at least one way, or “Do not contact them”'),
    times: optional(line({ max: 500 })),
    language: oneOf(LANGUAGES, 'Select the language they want to be spoken to in'),
    notToSay: optional(words({ max: 1000 })),
    reviewOn: optional(typedDay({ message: 'Enter a day', what: 'The day to ask again' })),
    provenance: provenance(),
  }).check(({ ways }) =>
    ways.includes('not at all') && ways.length > 1
      ? [{ field: 'ways', message: 'Either there is a safe way, or “Do not contact them”' }]
      : [],
  ),
  async perform(answers, person: Person, context) {
    if (answers.reviewOn !== undefined && answers.reviewOn < context.today)
      return refused({ field: 'reviewOn', message: 'The day to ask again must be today or later' });
    await changeSafeContact(context, person.id, { ...answers, fromOn: context.today });
    return done(undefined);
  },
});

/** Adds a school, a practice or a health visitor by name. */
export const addAttendanceTo = action({
  name: 'person: add a school or practice',
  permission: 'person: correct',
  input: form({
    kind: oneOf(
      [
        { code: 'school', label: 'School or nursery' },
        { code: 'general practice', label: 'Doctor' },
        { code: 'health visitor', label: 'Health visitor' },
      ],
      'Select what it is',
    ),
    named: line({ max: 200, empty: 'Enter its name' }),
    fromOn: since(),
    untilOn: until(),
    provenance: provenance(),
  }).check(ordered),
  async perform(answers, person: Person, context) {
    await addAttendance(context, person.id, answers);
    return done(undefined);
  },
});
