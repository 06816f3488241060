import { LETTERS, type LetterWords } from './catalogue.ts';

/** The language in which the service writes, and in which it can always write. */
export const OWN_LANGUAGE = 'en';

/** What a letter is written with. `isTheirs` is false where we cannot write the language of the reader, so that it is written in ours. */
export type Written = {
  readonly language: string;
  readonly isTheirs: boolean;
  /** Written by us and not yet checked by a native speaker. */
  readonly awaitsCheck: boolean;
  readonly letters: LetterWords;
};

/** The words for a reader of a language: theirs where it was signed off, or where nobody is told in earnest; otherwise ours. */
export function writtenFor(language: string, demonstration: boolean): Written {
  const theirs = LETTERS[language];
  const isTheirs = theirs !== undefined && (theirs.signedOff || demonstration);
  const letters = isTheirs ? theirs : LETTERS[OWN_LANGUAGE];
  if (letters === undefined) throw new Error('letters are written in English at least');
  return {
    language: isTheirs ? language : OWN_LANGUAGE,
    isTheirs,
    awaitsCheck: !letters.signedOff,
    letters,
  };
}
