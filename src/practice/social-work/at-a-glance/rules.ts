import { addDays, type Day, daysBetween } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import { RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import type { PersonBrief } from '../../people/person/index.ts';

/** The child's latest words that were written down, with when, where and to whom they were said. */
export type LastSaid = {
  readonly visitId: Id;
  readonly words: string;
  readonly on: Day;
  readonly place: string;
  readonly by: string;
  readonly alone: boolean;
};

/** One visit or try, for the line of twelve weeks. */
export type Sighting = { readonly on: Day; readonly how: 'alone' | 'with others' | 'not seen' };

/** So many days are drawn: twelve weeks. */
export const DAYS_DRAWN = 84;

/** The first day that is drawn. */
export function firstDrawn(today: Day): Day {
  return addDays(today, -DAYS_DRAWN);
}

/** Where a day stands on the line, from 0 at its beginning to 1 today. */
export function placeOf(on: Day, today: Day): number {
  return 1 - daysBetween(on, today) / DAYS_DRAWN;
}

/** Somebody of the family, with what they are to the child. */
export type Relative = {
  readonly kind: string;
  readonly person: PersonBrief;
  readonly sameHousehold: boolean;
  readonly hasParentalResponsibility: boolean;
};

const CARERS: ReadonlySet<string> = new Set([
  'mother', 'father', 'parent', 'adoptive parent', 'step-parent', 'guardian', 'foster carer',
]); // biome-ignore format: a list reads as a list

/** Who looks after a child: parents and carers, and whoever older lives with them; those of the same household first. */
export function carersAmong(relatives: readonly Relative[]): readonly Relative[] {
  return relatives
    .filter(({ kind, sameHousehold }) => CARERS.has(kind) || (sameHousehold && isOlder(kind)))
    .toSorted((one, other) => Number(other.sameHousehold) - Number(one.sameHousehold));
}

function isOlder(kind: string): boolean {
  return (rowOf(RELATIONSHIPS, kind)?.generation ?? 0) > 0;
}

/** Something that is to come, with its day and on whose word. */
export type Coming = {
  readonly on: Day;
  readonly what: string;
  readonly note?: string | undefined;
  readonly href?: string | undefined;
};

/** What is to come, the soonest first; what is overdue stands before it. */
export function soonestFirst(coming: readonly (Coming | undefined)[]): readonly Coming[] {
  return coming
    .filter((one) => one !== undefined)
    .toSorted((one, other) => Number(one.on > other.on) - Number(one.on < other.on));
}

const LONGEST_SAID = 280;

/** As much of what was said as can be taken in at a glance; the whole of it stands on the visit. */
export function firstOf(words: string): { readonly words: string; readonly isWhole: boolean } {
  if (words.length <= LONGEST_SAID) return { words, isWhole: true };
  const cut = words.slice(0, LONGEST_SAID);
  const end = cut.lastIndexOf(' ');
  return { words: `${cut.slice(0, end > 0 ? end : LONGEST_SAID)} …`, isWhole: false };
}
