import { counted } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';
import { CARE_BASES, PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import { type CodeSet, labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';

/** A case as the adviser finds it in a list. Whom it is about is for the audit and stands on no page. */
export type SampledCase = Subject & {
  readonly sampleId: Id;
  readonly number: number;
  readonly purpose: string;
  readonly chosenBy: string;
  readonly untilAt: Date;
};

/** One fact without a name: a code that at least five children have, weeks before the choosing, a count. */
export type SampledFact = {
  readonly part: string;
  readonly code: string | undefined;
  readonly weeks: number | undefined;
  readonly weeksTo: number | undefined;
  readonly n: number | undefined;
};

/** The parts of a case in the order in which they are read. */
export const SAMPLED_PARTS: readonly { readonly part: string; readonly label: string }[] = [
  { part: 'age', label: 'Age when chosen' },
  { part: 'contact', label: 'Contacts and what was decided' },
  { part: 'service', label: 'Which service worked with them' },
  { part: 'plan', label: 'Protection plans' },
  { part: 'care', label: 'In care' },
  { part: 'rating', label: 'Ratings: risk of harm, risk of family breakdown' },
  { part: 'visits', label: 'Seen in the half year before' },
  { part: 'seen alone', label: 'Seen alone' },
  { part: 'workers', label: 'Workers in the year before' },
  { part: 'decisions', label: 'Management decisions in the year before' },
  { part: 'own words', label: 'Own words on record' },
];

const RARE = 'Not told: fewer than five children have it';
const weeks = (n: number) => (n === 0 ? 'less than a week before' : `${counted(n, 'week')} before`);

function span({ weeks: from, weeksTo }: SampledFact): string {
  if (from === undefined) return '';
  return weeksTo === undefined ? `, from ${weeks(from)}` : `, from ${weeks(from)} until ${weeks(weeksTo)}`;
}

function coded(set: CodeSet, fact: SampledFact): string {
  return `${fact.code === undefined ? RARE : labelOf(set, fact.code)}${span(fact)}`;
}

const LINES: Readonly<Record<string, (fact: SampledFact) => string>> = {
  age: ({ code = 'not known' }) => (code === 'not known' ? 'Not known' : `${code} years`.replace('over years', 'over')),
  contact: ({ code, weeks: told, weeksTo, n }) =>
    `${code === undefined ? RARE : labelOf(CONTACT_OUTCOMES, code)}${n === undefined ? '' : `, level ${n}`}${told === undefined ? '' : `; told ${weeks(told)}`}${weeksTo === undefined ? '; not answered' : `, answered ${weeks(weeksTo)}`}`,
  service: (fact) => coded(SERVICE_KINDS, fact),
  plan: (fact) => coded(PLAN_CATEGORIES, fact),
  care: (fact) => coded(CARE_BASES, fact),
  rating: ({ code = '', weeks: at }) => `${code}${at === undefined ? '' : `, ${weeks(at)}`}`,
  visits: ({ n = 0 }) => (n === 0 ? 'Not once' : counted(n, 'time')),
  'seen alone': ({ n = 0, weeks: last }) =>
    last === undefined ? 'Never' : `${counted(n, 'time')} in the half year; last ${weeks(last)}`,
  workers: ({ n = 0 }) => (n === 0 ? 'None' : String(n)),
  decisions: ({ n = 0, weeks: last }) => (last === undefined ? 'None' : `${n}; last ${weeks(last)}`),
  'own words': ({ n = 0 }) => (n === 0 ? 'None' : counted(n, 'statement')),
}; // biome-ignore format: a table reads as a table

/** A fact in one line. */
export function factInWords(fact: SampledFact): string {
  return LINES[fact.part]?.(fact) ?? '';
}
