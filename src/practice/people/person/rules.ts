import { ageInWords } from '../../../language/age.ts';
import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PROVENANCES, type Provenance } from '../../../profile/code-sets/correction-reasons.ts';
import type { InterpreterNeed, Language } from '../../../profile/code-sets/languages.ts';
import type { Parish } from '../../../profile/code-sets/parishes.ts';
import type { DateCertainty, NameKind } from '../../../profile/code-sets/person-details.ts';
import type { ParentalResponsibility, Relationship } from '../../../profile/code-sets/relationships.ts';
import type { SafeWay } from '../../../profile/code-sets/safe-contact.ts';
import { SERVICE_KINDS } from '../../../profile/code-sets/service-kinds.ts';
import type { Gender, Sex } from '../../../profile/code-sets/sexes.ts';

/** Who or what said so. Left out, it is whoever the transaction speaks for: a worker, or a partner agency. */
type Said = { readonly provenance?: Provenance | undefined };

/** When something was true, where that is known. */
type WhileTrue = { readonly fromOn?: Day | undefined; readonly untilOn?: Day | undefined };

/** A name that somebody has or had. One of the two halves is enough; both empty is no name. */
export type NewName = Said &
  WhileTrue & {
    readonly kind: NameKind;
    readonly givenName?: string | undefined;
    readonly familyName?: string | undefined;
  };

/** Somebody who comes on record because somebody asked about them. An unborn child has a due date and perhaps no name yet. */
export type NewPerson = Said & {
  readonly names: readonly NewName[];
  readonly bornOn?: Day | undefined;
  readonly dueOn?: Day | undefined;
  /** Left out: known where there is a date, not known where there is none. */
  readonly bornOnCertainty?: DateCertainty | undefined;
  readonly sex?: Sex | undefined;
  readonly gender?: Gender | undefined;
  readonly pronouns?: string | undefined;
  readonly ethnicity?: string | undefined;
  /** The first is the preferred one. */
  readonly languages?: readonly Language[] | undefined;
  readonly interpreter?: InterpreterNeed | undefined;
  readonly disabilities?: readonly string[] | undefined;
  readonly religion?: string | undefined;
};

/** Where somebody lives or lived. A guarded one is read only by roles with that field class. */
export type NewAddress = Said &
  WhileTrue & {
    readonly lines: string;
    readonly parish?: Parish | undefined;
    readonly postcode?: string | undefined;
    readonly guarded?: boolean | undefined;
    /** The first day is only roughly known. */
    readonly fromAbout?: boolean | undefined;
    /** Why they came to live there. */
    readonly why?: string | undefined;
  };

/** A telephone number or an email address, as it was given. */
export type NewContactDetails = Said & {
  readonly kind: 'telephone' | 'email';
  readonly value: string;
};

/** How somebody may be reached without putting them at risk. The latest one holds. */
export type NewSafeContact = Said & {
  readonly ways: readonly SafeWay[];
  readonly times?: string | undefined;
  readonly language: Language;
  readonly notToSay?: string | undefined;
  readonly fromOn: Day;
  /** When somebody is to ask again. */
  readonly reviewOn?: Day | undefined;
};

/** Who somebody else is to a person: `otherId` is the mother of `personId`, and perhaps holds parental responsibility for them. */
export type NewRelationship = Said &
  WhileTrue & {
    readonly personId: Id;
    readonly otherId: Id;
    readonly kind: Relationship;
    readonly parentalResponsibility?: ParentalResponsibility | undefined;
  };

/** Where somebody goes to school, or which practice looks after their health: an agency of ours, or a name as it was said. */
export type NewAttendance = Said &
  WhileTrue & {
    readonly kind: 'school' | 'general practice' | 'health visitor';
    readonly agencyId?: Id | undefined;
    readonly named?: string | undefined;
  };

/** A name on record. */
export type PersonName = {
  readonly id: Id;
  readonly kind: NameKind;
  readonly givenName: string;
  readonly familyName: string;
  readonly fromOn: Day | undefined;
  readonly untilOn: Day | undefined;
  readonly provenance: string;
  readonly recordedAt: Date;
};

/** What is known of somebody's birth. */
export type BirthFacts = {
  readonly bornOn: Day | undefined;
  readonly dueOn: Day | undefined;
  readonly bornOnCertainty: DateCertainty;
};

/** Somebody on record, as far as this viewer may read it: who they are. Where and with whom they live is read apart. */
export type Person = BirthFacts & {
  readonly id: Id;
  /** Themselves, for the audit. */
  readonly persons: readonly Id[];
  /** The child number that people read out. */
  readonly number: string;
  /** The name they go by, or what else can be said. */
  readonly name: string;
  readonly names: readonly PersonName[];
  readonly diedOn: Day | undefined;
  readonly sex: string;
  readonly gender: string | undefined;
  readonly pronouns: string | undefined;
  readonly ethnicity: string | undefined;
  readonly interpreter: string | undefined;
  readonly disabilities: readonly string[];
  readonly religion: string | undefined;
  readonly provenance: string;
  readonly recordedAt: Date;
};

/** Enough of somebody for a line of a list. */
export type PersonBrief = BirthFacts & {
  readonly id: Id;
  readonly number: string;
  readonly name: string;
  /** The two halves of the name they go by; empty where there is none. */
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: string;
};

/** Which kind of name stands for somebody: the chosen one before all, a former one only where there is no other. */
const NAME_ORDER: readonly NameKind[] = ['chosen', 'used', 'legal', 'also known as', 'former'];

type NameWords = Pick<PersonName, 'kind' | 'givenName' | 'familyName' | 'untilOn'>;

/** The names of somebody, the one they go by first and former ones last. */
export function namesInOrder<Name extends NameWords>(names: readonly Name[]): readonly Name[] {
  return [...names].sort((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ kind, untilOn }: NameWords): number {
  return NAME_ORDER.indexOf(kind) + (untilOn === undefined ? 0 : NAME_ORDER.length);
}

/** The name somebody goes by. Without a name, "Unborn child" or "Name not known": nobody is shown as a number. */
export function nameShown(names: readonly NameWords[], birth: Pick<BirthFacts, 'bornOn' | 'dueOn'>): string {
  const [first] = namesInOrder(names);
  if (first !== undefined) return nameInWords(first);
  return birth.bornOn === undefined && birth.dueOn !== undefined ? 'Unborn child' : 'Name not known';
}

/** A name in one line. */
export function nameInWords({ givenName, familyName }: Pick<NameWords, 'givenName' | 'familyName'>): string {
  return [givenName, familyName].filter(Boolean).join(' ');
}

/** How old somebody is, as people say it: "11", "about 11", "5 months", "unborn, due 9 May"; empty where nothing is known. */
export function ageOf(birth: BirthFacts, today: Day): string {
  if (birth.bornOn !== undefined) {
    const age = ageInWords({ bornOn: birth.bornOn }, today);
    return birth.bornOnCertainty === 'about' ? `about ${age}` : age;
  }
  return birth.dueOn === undefined ? '' : ageInWords({ dueOn: birth.dueOn }, today);
}

/** A name with its age behind a comma: how lists and headings call somebody. */
export function namedWithAge(person: BirthFacts & { readonly name: string }, today: Day): string {
  if (person.bornOn === undefined && person.name === 'Unborn child')
    return `Unborn child${dueWords(person, today)}`;
  return [person.name, ageOf(person, today)].filter(Boolean).join(', ');
}

function dueWords(birth: BirthFacts, today: Day): string {
  return birth.dueOn === undefined ? '' : ageInWords({ dueOn: birth.dueOn }, today).replace('unborn', '');
}

/** Which service is open, in two words. */
export function openInWords(kind: string): string {
  return labelOf(SERVICE_KINDS, kind);
}

/** What a worker may say of where a fact comes from; the rest the program knows by itself. */
export const CHOOSABLE_PROVENANCES = PROVENANCES.codes.filter(
  ({ code }) => code !== 'import' && code !== 'generator' && code !== 'system',
);

/** A day of somebody's life, with its year and without its weekday: "8 June 2015". */
export function dayOfLife(some: Day): string {
  return dayInFull(some).replace(/^\S+ /u, '');
}
