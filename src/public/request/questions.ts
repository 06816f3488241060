import { oneOf, someOf, yesNo } from '../../platform/forms/choice-fields.ts';
import { optional } from '../../platform/forms/field.ts';
import { type AnswersOf, form, repeated } from '../../platform/forms/form.ts';
import { typedDay } from '../../platform/forms/number-fields.ts';
import { email, line, telephone, words } from '../../platform/forms/text-fields.ts';
import { CONTACT_SOURCES } from '../../profile/code-sets/contact-sources.ts';
import { DISABILITIES } from '../../profile/code-sets/disabilities.ts';
import { ETHNICITIES } from '../../profile/code-sets/ethnicities.ts';
import { INTERPRETER_NEEDS, LANGUAGES } from '../../profile/code-sets/languages.ts';
import { PARISHES } from '../../profile/code-sets/parishes.ts';
import { SAFE_WAYS } from '../../profile/code-sets/safe-contact.ts';
import { SEXES } from '../../profile/code-sets/sexes.ts';
import type { Domain } from '../../profile/indicators.ts';

/** As many as a family that fills a page; more are told in words. */
const MOST_CHILDREN = 10;
const MOST_MEMBERS = 10;
const MOST_DOMAINS = 20;

const CHOOSE = 'Select one of the answers shown';
const PERMISSIONS = ['given', 'sought', 'refused', 'not sought'] as const;
const KNOWN = ['yes', 'no', 'not known'] as const;

const short = optional(line({ max: 100 }));
const long = optional(line({ max: 200 }));
const someWords = (max: number) => optional(words({ max }));
const day = (what: string, notAfterToday = false) =>
  optional(typedDay({ message: `Enter ${what.toLowerCase()}`, what, notAfterToday }));

/** The ways of answering a professional; the others on the list are for families. */
const ANSWERED_BY = SAFE_WAYS.codes.filter(
  ({ code }) => code === 'telephone' || code === 'mail' || code === 'letter' || code === 'in person',
);
const PROFESSIONS = CONTACT_SOURCES.codes.filter(({ speaksAs }) => speaksAs === 'professional');
const ASKED_OF_INTERPRETER = INTERPRETER_NEEDS.codes.filter(({ code }) => code !== 'not asked');

const CHILD = {
  givenName: short,
  familyName: short,
  alsoKnownAs: long,
  bornOn: day('The date of birth', true),
  dueOn: day('The date the child is due'),
  ageSaid: short,
  sex: optional(oneOf(SEXES, CHOOSE)),
  gender: short,
  ethnicity: optional(oneOf(ETHNICITIES, CHOOSE)),
  religion: short,
  language: optional(oneOf(LANGUAGES, CHOOSE)),
  otherLanguages: short,
  interpreter: optional(oneOf(ASKED_OF_INTERPRETER, CHOOSE)),
  disabilities: someOf(DISABILITIES),
  needs: someWords(500),
  address: someWords(500),
  parish: optional(oneOf(PARISHES, CHOOSE)),
  residence: long,
  school: long,
  generalPractice: long,
  healthVisitor: long,
  safely: someWords(500),
} as const;

const MEMBER = {
  name: long,
  relation: long,
  bornOn: day('The date of birth', true),
  parentalResponsibility: optional(oneOf(KNOWN, CHOOSE)),
  inHome: optional(yesNo(CHOOSE)),
  telephone: optional(telephone()),
  otherContact: long,
  language: optional(oneOf(LANGUAGES, CHOOSE)),
  safeWays: someOf(SAFE_WAYS),
  safeTimes: long,
  notToSay: someWords(500),
  riskToStaff: someWords(1000),
} as const;

/**
 * What each part of the request takes in. No box has to be filled for a part to be kept: what sending needs stands in the rules.
 *
 * Together the longest answers stay under half of what a draft may hold, so that writing full of quotation marks is kept too.
 */
const ASKED = {
  you: form({
    name: long,
    role: long,
    profession: optional(oneOf(PROFESSIONS, CHOOSE)),
    agency: long,
    telephone: optional(telephone()),
    email: optional(email()),
    relation: long,
    consulted: optional(yesNo(CHOOSE)),
    consultedWho: long,
  }),
  children: form({ children: repeated(CHILD, { min: 0, max: MOST_CHILDREN }) }),
  household: form({ members: repeated(MEMBER, { min: 0, max: MOST_MEMBERS }) }),
  permission: form({
    permission: optional(oneOf(PERMISSIONS, CHOOSE)),
    permissionOf: long,
    permissionWhy: someWords(1500),
    familyKnows: optional(yesNo(CHOOSE)),
    mayBeNamed: optional(yesNo(CHOOSE)),
    mayShare: someWords(2000),
    childView: someWords(2000),
  }),
  why: form({
    danger: optional(yesNo(CHOOSE)),
    happening: someWords(12_000),
    happenedOn: day('The day it happened', true),
    changed: someWords(3000),
    childLife: someWords(4000),
    childWords: someWords(4000),
    injuries: someWords(3000),
    goingWell: someWords(4000),
    tried: someWords(4000),
    whoKnows: someWords(2000),
  }),
  agencies: form({
    agencies: someWords(4000),
    leadWorker: long,
    plans: someWords(2000),
    orders: someWords(2000),
    documents: someWords(1000),
  }),
  answer: form({
    feedbackBy: day('The day'),
    safeWays: someOf(ANSWERED_BY),
    safeTimes: long,
    notToSay: someWords(1000),
  }),
};

function needOf(domains: readonly Domain[]) {
  const ids = domains.flatMap(({ statements }) => statements.map(({ id }) => id));
  return form({
    // A row for each domain, so that each group of boxes has a name of its own.
    statements: repeated({ ticked: someOf(ids) }, { min: 0, max: MOST_DOMAINS }),
    level: optional(oneOf(['1', '2', '3', '4'], CHOOSE)),
    levelWhy: someWords(2000),
    familyView: someWords(4000),
    helpWanted: someWords(4000),
  });
}

/** The forms of all parts, in the order in which they are listed. The statements of need are those of the place. */
export function formsFor(domains: readonly Domain[]) {
  const { you, children, household, permission, why, agencies, answer } = ASKED;
  return { you, children, household, permission, why, need: needOf(domains), agencies, answer };
}

/** The forms of all parts. */
export type Forms = ReturnType<typeof formsFor>;

/** The name of a part. */
export type PartName = keyof Forms;

/** All that a professional may have told us, part by part. */
export type Told = { readonly [Name in PartName]: AnswersOf<Forms[Name]> };

/** The parts in their order. */
export const PARTS: readonly PartName[] = [
  'you',
  'children',
  'household',
  'permission',
  'why',
  'need',
  'agencies',
  'answer',
];

/** Whether a child is named, or the question is asked without a name. */
export type Purpose = 'request' | 'advice';

/** A question about no named child has no family to ask and no plans to name. */
const WITHOUT_A_NAME: readonly PartName[] = ['you', 'why', 'need', 'answer'];

/** The parts that are asked for a purpose. */
export function partsFor(purpose: Purpose): readonly PartName[] {
  return purpose === 'advice' ? WITHOUT_A_NAME : PARTS;
}

/** The parts that are lists, with the name their rows have in controls and how many there may be. */
export const LISTS = {
  children: { rows: 'children', most: MOST_CHILDREN },
  household: { rows: 'members', most: MOST_MEMBERS },
} as const;

/** The name of a part that is a list. */
export type ListName = keyof typeof LISTS;

/** Says whether a part is a list of people. */
export function isList(part: PartName): part is ListName {
  return part === 'children' || part === 'household';
}
