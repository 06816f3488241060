/**
 * Likeness: whether somebody on record may be the one who is meant, how surely, and why.
 *
 * Names are compared word by word: the same, beginning so, an initial, spelt nearly so, or sounding alike; in any order, and joined or
 * parted. A birth date counts more than a name, and a day and month exchanged still count. Every comparison gives its reasons in words
 * that people can weigh; the score only orders them.
 */
export { asKept } from './kept.ts';
export { comparePlace, tells } from './places.ts';
export { reasonsInWords } from './reason-words.ts';
export {
  type Asked,
  compare,
  exchanged,
  FOUND,
  type Hit,
  type Known,
  type Reason,
  readAsked,
  sameTelephone,
} from './rules.ts';
export {
  type Comparing,
  compareWords,
  comparing,
  joinings,
  MOST_WORDS,
  type Sounds,
  wordsOf,
} from './words.ts';
