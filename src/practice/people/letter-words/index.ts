/**
 * The words of the letters that are sent to families and to whoever told us something, by language.
 *
 * A live authority sends only translations that a native speaker signed off; what it cannot write in their language it writes in English,
 * and a person puts it into theirs.
 */
export type { LetterWords } from './catalogue.ts';
export { OWN_LANGUAGE, writtenFor } from './rules.ts';
