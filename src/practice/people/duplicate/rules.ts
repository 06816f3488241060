import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { foldName } from '../../../language/name.ts';
import { type Agreement, DUPLICATE_MODEL } from '../../../profile/duplicate-model.ts';
import { type Comparing, exchanged, sameTelephone } from '../likeness/index.ts';
import { compareHalves, type Half, type NameFacts } from './names.ts';

/** What two records are compared by. What nobody knows is left out and says nothing. */
export type Facts = {
  readonly id: Id;
  readonly names: readonly NameFacts[];
  readonly bornOn: Day | undefined;
  readonly sex: string;
  /** Digits alone. */
  readonly telephones: readonly string[];
  /** Where they live or lived, in one line each. */
  readonly homes: readonly string[];
};

/** How common the words of names are: the share of persons who bear one, of 1; and how many persons there are. */
export type Commonness = { readonly shareOf: (word: string) => number; readonly persons: number };

type Field = keyof typeof DUPLICATE_MODEL.fields;

/** One fact that was compared: how it agrees, and how much it speaks for one person; below zero, against it. */
export type Speaks = { readonly field: Field; readonly words: string; readonly weight: number };

/** Two records compared: how likely they are of one person, of 1, and every fact that was weighed. */
export type Compared = { readonly likelihood: number; readonly speaks: readonly Speaks[] };

/**
 * Weighs whether two records are of one person. Brothers and sisters share a household and twins a birthday: where given names differ,
 * a household says nothing and a birthday little.
 */
export function compareRecords(
  one: Facts,
  other: Facts,
  { commonness, compareWords }: { commonness: Commonness; compareWords: Comparing },
): Compared {
  const given = compareHalves('given', one.names, other.names, compareWords);
  const family = compareHalves('family', one.names, other.names, compareWords);
  const mayBeSiblings = given?.how === 'different';
  const speaks = [
    given && spoken('given name', given, commonness),
    family && spoken('family name', family, commonness),
    birth(one, other, mayBeSiblings),
    mayBeSiblings ? undefined : household(one, other),
    sex(one, other),
  ].filter((fact) => fact !== undefined);
  const before = Math.log2(DUPLICATE_MODEL.secondRecords / Math.max(1, commonness.persons));
  const sum = speaks.reduce((total, { weight }) => total + weight, before);
  return { likelihood: 1 / (1 + 2 ** -sum), speaks };
}

/** Says whether two records are likely enough to be of one person that somebody should look. */
export function isProposed({ likelihood }: Compared): boolean {
  return likelihood >= DUPLICATE_MODEL.proposedFrom;
}

/** How likely it is, as people say it. It never says certain: that a person says. */
export function likelihoodInWords(likelihood: number): string {
  if (likelihood >= 0.99) return 'Very likely';
  if (likelihood >= 0.9) return 'Likely';
  // Only two that somebody chose come so low: the program proposes no such pair.
  return likelihood >= DUPLICATE_MODEL.proposedFrom ? 'Possible' : 'Not likely by what is on record';
}

function fact(field: Field, { words, same, chance }: Agreement, often?: number): Speaks {
  return { field, words, weight: Math.log2(same / (chance ?? often ?? 1)) };
}

function spoken(field: 'given name' | 'family name', half: Half, { shareOf, persons }: Commonness): Speaks {
  const levels: Readonly<Record<string, Agreement>> = DUPLICATE_MODEL.fields[field];
  const level = levels[half.how] ?? levels['different'] ?? { words: '', same: 1, chance: 1 };
  // A name of two words is as rare as the rarer of them; nobody is rarer than one in all.
  const often = Math.max(1 / Math.max(1, persons), Math.min(...half.words.map(shareOf), 1));
  return fact(field, level, often);
}

function birth(one: Facts, other: Facts, mayBeSiblings: boolean): Speaks | undefined {
  if (one.bornOn === undefined || other.bornOn === undefined) return undefined;
  const { born } = DUPLICATE_MODEL.fields;
  if (one.bornOn === other.bornOn) return fact('born', mayBeSiblings ? born.sibling : born.same);
  if (exchanged(one.bornOn) === other.bornOn) return fact('born', born.exchanged);
  const parts = one.bornOn.split('-').filter((part, at) => part === other.bornOn?.split('-')[at]).length;
  if (parts === 2) return fact('born', born.near);
  const years = Math.abs(Number(one.bornOn.slice(0, 4)) - Number(other.bornOn.slice(0, 4)));
  return fact('born', years > 10 ? born.apart : born.different);
}

function household(one: Facts, other: Facts): Speaks | undefined {
  const telephones = one.telephones.some((mine) => other.telephones.some((its) => sameTelephone(mine, its)));
  const homes = new Set(one.homes.map(foldName));
  if (telephones || other.homes.some((home) => homes.has(foldName(home))))
    return fact('household', DUPLICATE_MODEL.fields.household.same);
  const known =
    (one.telephones.length > 0 && other.telephones.length > 0) ||
    (one.homes.length > 0 && other.homes.length > 0);
  return known ? fact('household', DUPLICATE_MODEL.fields.household.different) : undefined;
}

function sex(one: Facts, other: Facts): Speaks | undefined {
  if (![one.sex, other.sex].every((said) => said === 'M' || said === 'F')) return undefined;
  const { same, different } = DUPLICATE_MODEL.fields.sex;
  return fact('sex', one.sex === other.sex ? same : different);
}
