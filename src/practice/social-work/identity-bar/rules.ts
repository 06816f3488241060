import { dayInWords, dayNarrow, daysAgo } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { CARE_BASES, PLAN_CATEGORIES } from '../../../profile/code-sets/care.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { dayOfLife, nameInWords, openInWords, type Person } from '../../people/person/index.ts';
import type { SafeContact } from '../../people/reach/index.ts';
import { alertInWords, type RecordAlert } from '../../people/record-alert/index.ts';
import { type LastSeen, type NextVisit, notSeenInWords } from '../next-visit/index.ts';

/** What was said of risk to staff, and in which contact. */
export type Risk = { readonly contactId: Id; readonly words: string };

type Since = { readonly beganOn: Day };

/** What the bar is made of. `visits` is there only where something is open and the viewer may read visits. */
export type Facts = {
  readonly open: readonly { readonly kind: string; readonly beganOn: Day | undefined }[];
  readonly inCare: (Since & { readonly basis: string }) | undefined;
  readonly onPlan: (Since & { readonly category: string }) | undefined;
  readonly worker: { readonly name: string; readonly fromOn: Day } | undefined;
  readonly visits:
    | {
        readonly openedOn: Day;
        readonly bornAfterOn: Day | undefined;
        readonly lastSeen: LastSeen | undefined;
        readonly next: NextVisit | undefined;
      }
    | undefined;
  readonly safeContact: SafeContact | undefined;
  readonly addressIsGuarded: boolean;
  readonly walls: readonly string[];
  readonly alerts: readonly RecordAlert[];
  readonly risks: readonly Risk[];
};

/** One fact of the bar; `isOverdue` where its day has gone by. */
export type Line = {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  readonly isOverdue?: boolean | undefined;
};

/** The facts of the bar in their order: plan or order, worker, last seen, next due. The last two only where visits may be read. */
export function linesOf(facts: Facts, today: Day): readonly Line[] {
  const { visits } = facts;
  return [
    planLine(facts),
    workerLine(facts),
    ...(visits === undefined ? [] : [lastSeenLine(visits, today), nextLine(visits.next, today)]),
  ];
}

function planLine({ inCare, onPlan, open }: Facts): Line {
  const label = 'Plan or order';
  if (inCare !== undefined)
    return {
      label,
      value: onPlan === undefined ? 'In care' : 'In care, and on a protection plan',
      note: `${withoutArticle(labelOf(CARE_BASES, inCare.basis))}, since ${dayOfLife(inCare.beganOn)}`,
    };
  if (onPlan !== undefined)
    return {
      label,
      value: 'Protection plan',
      note: `${labelOf(PLAN_CATEGORIES, onPlan.category)}, since ${dayOfLife(onPlan.beganOn)}`,
    };
  const [first] = open;
  return first === undefined
    ? { label, value: 'None, not open' }
    : {
        label,
        value: open.map(({ kind }) => openInWords(kind)).join(', '),
        note: first.beganOn && `since ${dayOfLife(first.beganOn)}`,
      };
}

/** The ground in law in the words that people use: the article stands with the period of care. */
function withoutArticle(basis: string): string {
  return basis.replace(/, .*Article.*$/u, '');
}

function workerLine({ worker }: Facts): Line {
  return worker === undefined
    ? { label: 'Worker', value: 'Nobody yet' }
    : { label: 'Worker', value: worker.name, note: `since ${dayOfLife(worker.fromOn)}` };
}

function lastSeenLine(visits: NonNullable<Facts['visits']>, today: Day): Line {
  const { lastSeen: seen } = visits;
  if (seen === undefined) {
    const [value = '', note] = notSeenInWords(visits, today, dayOfLife).split('; ');
    return { label: 'Last seen', value, note };
  }
  return {
    label: 'Last seen',
    value: `${capital(daysAgo(seen.on, today))}, ${seen.alone ? 'alone' : 'not alone'}`,
    note: `${dayNarrow(seen.on, today)}, ${labelOf(VISIT_PLACES, seen.place).toLowerCase()}`,
  };
}

function nextLine(next: NextVisit | undefined, today: Day): Line {
  if (next === undefined) return { label: 'Next due', value: 'Nothing is due' };
  const isOverdue = next.on < today;
  const standing = next.edition.standing === 'English default' ? ', English default' : '';
  return {
    label: 'Next due',
    value: isOverdue
      ? `Visit was due ${dayNarrow(next.on, today)}`
      : `Visit, by ${dayNarrow(next.on, today)}`,
    note: `${daysAgo(next.on, today)}${standing}`,
    isOverdue,
  };
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What stands under the name: birth, legal name where another is used, pronouns, death, and the number that people read out. */
export function belowName(person: Person, today: Day): string {
  const [shown, ...others] = person.names;
  const legal = others.find((name) => name.kind === 'legal' && shown?.kind === 'chosen');
  return [
    bornInWords(person, today),
    legal && `${labelOf(NAME_KINDS, 'legal')}: ${nameInWords(legal)}.`,
    person.pronouns && `${person.pronouns}.`,
    person.diedOn && `Died ${dayOfLife(person.diedOn)}.`,
    `Number ${person.number}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function bornInWords(person: Pick<Person, 'bornOn' | 'dueOn' | 'bornOnCertainty'>, today: Day): string {
  if (person.bornOn !== undefined) {
    const about = person.bornOnCertainty === 'about' ? 'about ' : '';
    return `Born ${about}${dayOfLife(person.bornOn)}.`;
  }
  return person.dueOn === undefined ? 'Date of birth not known.' : `Due ${dayInWords(person.dueOn, today)}.`;
}

/** Something that must not be overlooked, with when somebody is to look at it again and where more of it stands. */
export type Alert = {
  readonly words: string;
  readonly reviewOn?: Day | undefined;
  readonly contactId?: Id | undefined;
  /** Where more of it stands in the record itself; its details, where nothing else is said. */
  readonly at?: '/restrictions' | '/record-alerts' | undefined;
};

const WALLS: Readonly<Record<string, string>> = {
  sealed: 'Sealed record: only people who are named for it can open it.',
  restricted: 'Restricted record: only people who are named for it can open it.',
};

/** Every alert about somebody: walls first, then what was put up, how they are reached safely, a guarded address, and risk to staff. */
export function alertsOf({ walls, alerts, safeContact, addressIsGuarded, risks }: Facts): readonly Alert[] {
  return [
    ...walls.map((kind) => ({ words: WALLS[kind] ?? kind, at: '/restrictions' as const })),
    ...alerts.map((one) => ({
      words: ended(alertInWords(one)),
      reviewOn: one.reviewOn,
      at: '/record-alerts' as const,
    })),
    ...(safeContact === undefined
      ? []
      : [{ words: safelyInWords(safeContact), reviewOn: safeContact.reviewOn }]),
    ...(addressIsGuarded ? [{ words: 'Their address is guarded. Pass it on to nobody, in no letter.' }] : []),
    ...risks.map(({ words, contactId }) => ({ words: `Risk to staff: ${ended(words)}`, contactId })),
  ];
}

/** How somebody is reached without putting them at risk, in one line that nobody can misread. */
function safelyInWords(safe: SafeContact): string {
  if (safe.ways.includes('not at all'))
    return ['Do not contact them.', notToSay(safe)].filter(Boolean).join(' ');
  const ways = safe.ways.map((way) => labelOf(SAFE_WAYS, way).toLowerCase()).join(', ');
  return [
    `Reach them only by: ${ways}.`,
    safe.times && `When: ${ended(safe.times)}`,
    safe.language !== 'en' && `In ${labelOf(LANGUAGES, safe.language)}.`,
    notToSay(safe),
  ]
    .filter(Boolean)
    .join(' ');
}

function notToSay({ notToSay: words }: SafeContact): string | undefined {
  return words && `Do not say: ${ended(words)}`;
}

function ended(words: string): string {
  return /[.!?]$/u.test(words) ? words : `${words}.`;
}
