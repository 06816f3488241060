import { foldName } from '../../../language/name.ts';

/** How near one word of a name is to a word that was asked for. */
export type Nearness = 'same' | 'begins so' | 'initial' | 'spelt nearly so' | 'sounds like';

/** How a word matches, and how well: 1 is the same word. */
export type WordMatch = { readonly how: Nearness; readonly score: number };

/** Which words of names sound like which words that were asked for. The database knows the sounds. */
export type Sounds = ReadonlyMap<string, ReadonlySet<string>>;

/** Compares one word asked for with one word of a name. */
export type Comparing = (asked: string, word: string) => WordMatch | undefined;

/** Compares words and remembers what came out: the same few words of names come again with every person. */
export function comparing(sounds: Sounds): Comparing {
  const compared = new Map<string, Map<string, WordMatch | null>>();
  return (asked, word) => {
    const words = compared.get(asked) ?? new Map<string, WordMatch | null>();
    compared.set(asked, words);
    const before = words.get(word);
    if (before !== undefined) return before ?? undefined;
    const match = compareWords(asked, word, sounds);
    words.set(word, match ?? null);
    return match;
  };
}

/** More words than any name has would only slow a search down. */
export const MOST_WORDS = 6;

/** The words by which a name is compared. */
export function wordsOf(name: string): readonly string[] {
  return foldName(name).split(' ').filter(Boolean);
}

/**
 * Compares one word asked for with one word of a name. Undefined where they have nothing to do with each other.
 *
 * A sound alone counts less than a spelling: half of all names share their sound with another.
 */
export function compareWords(asked: string, word: string, sounds: Sounds): WordMatch | undefined {
  if (asked === word) return { how: 'same', score: 1 };
  if (word.startsWith(asked)) return beginning(asked, word);
  const longest = Math.max(asked.length, word.length);
  // Each letter more or less is an edit: where there are too many of them, no other needs counting.
  if (Math.abs(asked.length - word.length) > longest / 2) return undefined;
  const edits = editsBetween(asked, word);
  const soundsLike = sounds.get(asked)?.has(word) === true;
  if (edits <= editsAllowed(longest)) {
    const score = 1 - edits / (longest + 1);
    return { how: 'spelt nearly so', score: soundsLike ? Math.max(score, 0.8) : score };
  }
  return soundsLike && edits <= longest / 2 ? { how: 'sounds like', score: 0.7 } : undefined;
}

function beginning(asked: string, word: string): WordMatch {
  if (asked.length === 1) return { how: 'initial', score: 0.55 };
  return { how: 'begins so', score: 0.7 + (0.25 * asked.length) / word.length };
}

/** Two slips in a name of five letters still leave most of it; two in three letters leave nothing. */
function editsAllowed(length: number): number {
  if (length <= 3) return 1;
  return length >= 10 ? 3 : 2;
}

/** How many letters must be put in, left out, changed or exchanged with their neighbour (optimal string alignment). */
export function editsBetween(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 0; row < one.length; row += 1) {
    const next = [row + 1];
    for (let column = 0; column < other.length; column += 1) {
      const changed = at(last, column) + Number(one[row] !== other[column]);
      const exchanged = neighboursExchanged(one, row, other, column) ? at(before, column - 1) + 1 : changed;
      next.push(Math.min(at(next, column) + 1, at(last, column + 1) + 1, changed, exchanged));
    }
    before = last;
    last = next;
  }
  return at(last, other.length);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? 0;
}

function neighboursExchanged(one: string, row: number, other: string, column: number): boolean {
  return row > 0 && column > 0 && one[row] === other[column - 1] && one[row - 1] === other[column];
}

/** The same words with two neighbours written as one: "o brien" is also "obrien". */
export function joinings(words: readonly string[]): readonly (readonly string[])[] {
  return words
    .slice(1)
    .map((second, index) => [
      ...words.slice(0, index),
      `${words[index]}${second}`,
      ...words.slice(index + 2),
    ]);
}
