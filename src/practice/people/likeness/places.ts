import { compareWords, wordsOf } from './words.ts';

/** More words than an address in one line has. */
const MOST_PLACE_WORDS = 10;

/** The same kind of place, however it is written. None of them tells one address from another. */
const KINDS_OF_PLACE = [
  ['street', 'st', 'saint'],
  ['road', 'rd'],
  ['avenue', 'ave', 'av'],
  ['lane', 'ln', 'la'],
  ['close', 'cl'],
  ['drive', 'dr'],
  ['flat', 'apartment', 'apt'],
  ['house', 'hse'],
  ['rue'],
  ['terrace'],
  ['court', 'ct'],
  ['place', 'pl'],
  ['hill'],
  ['the'],
  ['de', 'des', 'du'],
] as const;

const WRITTEN: ReadonlyMap<string, readonly string[]> = new Map(
  KINDS_OF_PLACE.flatMap((ways) => ways.map((way): [string, readonly string[]] => [way, ways])),
);
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?) (\d[a-z]{2})\b/gu;

/** The words by which an address is compared; a postcode is one word, with a blank or without. */
export function placeWords(typed: string): readonly string[] {
  return wordsOf(wordsOf(typed).join(' ').replace(POSTCODE, '$1$2')).slice(0, MOST_PLACE_WORDS);
}

/** Says whether words are an address rather than a name: a number, a postcode or a kind of place is among two or more of them. */
export function isPlace(words: readonly string[]): boolean {
  if (words.some((word) => /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/u.test(word))) return true;
  return words.length > 1 && words.some((word) => /\d/u.test(word) || WRITTEN.has(word)) && words.some(tells);
}

/** Says whether a word tells one place from another: neither a house number nor a kind of place. */
export function tells(word: string): boolean {
  return word.length > 2 && !WRITTEN.has(word) && !/^\d+[a-z]?$/u.test(word);
}

/** How well an address answers to what was asked for, of 1; 0 where a word has nothing to do with it. Numbers are never nearly right. */
export function comparePlace(asked: readonly string[], words: readonly string[]): number {
  const each = asked.map((word) => Math.max(0, ...words.map((its) => likePlaceWord(word, its))));
  const missed = each.filter((score) => score === 0).length;
  if (missed > (asked.length > 3 ? 1 : 0)) return 0;
  return each.reduce((sum, score) => sum + score, 0) / asked.length;
}

function likePlaceWord(asked: string, word: string): number {
  if (asked === word || WRITTEN.get(asked)?.includes(word) === true) return 1;
  if (/\d/u.test(asked) || !tells(asked)) return 0;
  const match = compareWords(asked, word, new Map());
  return match?.how === 'spelt nearly so' ? match.score : 0;
}
