import { type Comparing, wordsOf } from '../likeness/index.ts';

/** A name as it is compared. */
export type NameFacts = {
  readonly givenName: string;
  readonly familyName: string;
  /** Not the name that is used now. */
  readonly isFormer: boolean;
};

/** How one half of two persons' names agrees, and on which words. */
export type Half = {
  readonly how: 'same' | 'former' | 'near' | 'sounds' | 'initial' | 'different';
  readonly words: readonly string[];
};

const ORDER: readonly Half['how'][] = ['same', 'former', 'near', 'sounds', 'initial', 'different'];

/** The best that any name of one person does against any name of the other; nothing where one of them has no such half. */
export function compareHalves(
  half: 'given' | 'family',
  one: readonly NameFacts[],
  other: readonly NameFacts[],
  compareWords: Comparing,
): Half | undefined {
  const halves = one.flatMap((mine) => other.flatMap((its) => halfOf(half, mine, its, compareWords) ?? []));
  return halves.toSorted((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how))[0];
}

function halfOf(
  half: 'given' | 'family',
  mine: NameFacts,
  its: NameFacts,
  compareWords: Comparing,
): Half | undefined {
  const of = (name: NameFacts) => wordsOf(half === 'given' ? name.givenName : name.familyName);
  const [words, others] = [of(mine), of(its)];
  if (words.length === 0 || others.length === 0) return undefined;
  const compared = compareParts(words, others, compareWords);
  // A family name that one of them no longer bears, or bears beside another, proves less than the one in use.
  const isFormer = half === 'family' && (mine.isFormer || its.isFormer);
  return compared.how === 'same' && isFormer ? { ...compared, how: 'former' } : compared;
}

function compareParts(words: readonly string[], others: readonly string[], compareWords: Comparing): Half {
  const shared = words.filter((word) => word.length > 1 && others.includes(word));
  if (shared.length > 0 || words.join('') === others.join(''))
    return { how: 'same', words: shared.length > 0 ? shared : words };
  const hows = words.flatMap((word) => others.flatMap((its) => nearness(word, its, compareWords) ?? []));
  const [best] = hows.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return { how: best ?? 'different', words: [] };
}

/** Either way round: the shorter word may be the beginning of the longer. */
function nearness(word: string, its: string, compareWords: Comparing): Half['how'] | undefined {
  const match = compareWords(word, its) ?? compareWords(its, word);
  switch (match?.how) {
    case 'initial':
      return 'initial';
    case 'sounds like':
      return 'sounds';
    case undefined:
      return undefined;
    default:
      return 'near';
  }
}
