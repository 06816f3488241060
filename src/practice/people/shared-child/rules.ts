import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Subject } from '../../../platform/action.ts';
import { CARE_BASES, CARE_PLACEMENTS, PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import { CHILD_STATEMENTS } from '../../../profile/code-sets/child-statements.ts';
import { type CodeSet, labelOf } from '../../../profile/code-sets/code-set.ts';
import { DISABILITIES } from '../../../profile/code-sets/disabilities.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';
import type { Person } from '../person/index.ts';

/** What is shared with the viewer's agency: about whom, for what and until when. The parts are read apart. */
export type SharedChild = Subject &
  Pick<Person, 'bornOn' | 'dueOn' | 'bornOnCertainty'> & {
    readonly name: string;
    readonly purpose: string;
    readonly purposeWords: string;
    readonly parts: readonly string[];
    readonly words: string | undefined;
    readonly sharedBy: string;
    readonly sharedAt: Date;
    readonly untilAt: Date;
  };

/** One fact of a part, as the database lets it through. */
export type SharedFact = {
  readonly part: string;
  readonly code: string | undefined;
  readonly fromOn: Day | undefined;
  readonly untilOn: Day | undefined;
  readonly words: string | undefined;
};

const ATTENDANCES: Readonly<Record<string, string>> = {
  school: 'School or nursery',
  'general practice': 'Doctor',
  'health visitor': 'Health visitor',
};
const SEEN: Readonly<Record<string, string>> = {
  'seen alone': 'seen, alone',
  seen: 'seen',
  'not seen': 'not seen',
};
const WORKER: Readonly<Record<string, string>> = { worker: 'Worker', 'co-worker': 'Works with them too' };

const since = (from: Day | undefined) => (from === undefined ? '' : `, since ${dayInFull(from)}`);
const span = ({ fromOn, untilOn }: SharedFact) =>
  untilOn === undefined
    ? since(fromOn)
    : `, ${fromOn === undefined ? '' : dayInFull(fromOn)} to ${dayInFull(untilOn)}`;
const label = (set: CodeSet, code: string | undefined) => labelOf(set, code ?? '');

const REACH: Readonly<Record<string, (words: string) => string>> = {
  way: (words) => `Safe: ${labelOf(SAFE_WAYS, words).toLowerCase()}`,
  times: (words) => `When: ${words}`,
  language: (words) => `In ${labelOf(LANGUAGES, words)}`,
  'not to say': (words) => `Do not say: ${words}`,
};

const LINES: Readonly<Record<string, (fact: SharedFact) => string>> = {
  workers: ({ code, words = '' }) => `${WORKER[code ?? ''] ?? code}: ${words}`,
  reach: ({ code = '', words = '' }) => REACH[code]?.(words) ?? words,
  attendance: ({ code = '', words = '', fromOn }) => `${ATTENDANCES[code] ?? code}: ${words}${since(fromOn)}`,
  service: (fact) => `${label(SERVICE_KINDS, fact.code)}${span(fact)}`,
  plan: (fact) => `${label(PLAN_CATEGORIES, fact.code)}${span(fact)}`,
  care: (fact) => `${label(CARE_BASES, fact.code)}. ${label(CARE_PLACEMENTS, fact.words)}${span(fact)}`,
  visits: ({ code = '', fromOn }) =>
    `${fromOn === undefined ? '' : dayInFull(fromOn)}: ${SEEN[code] ?? code}`,
  statements: ({ code, words = '', fromOn }) => `${label(CHILD_STATEMENTS, code)}: ${words}${since(fromOn)}`,
  family: ({ code, words = '' }) => `${label(RELATIONSHIPS, code)}: ${words}`,
  health: ({ code }) => label(DISABILITIES, code),
  police: ({ fromOn }) => (fromOn === undefined ? '' : dayInFull(fromOn)),
};

/** A fact in one line. A part that this edition does not know says nothing. */
export function factInWords(fact: SharedFact): string {
  return LINES[fact.part]?.(fact) ?? '';
}
