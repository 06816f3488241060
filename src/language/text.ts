/** The most characters one answer in words may have, about eight printed pages, so that no form needs a limit of its own. */
export const MAX_WORDS = 20_000;

/**
 * Controls other than line feed and tab. PostgreSQL refuses NUL, and the others would be stored and never seen:
 * what cannot be seen cannot be checked by the person who signs it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const UNSTORABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

/** Says whether a text can be stored exactly as it is: no half of a character pair, no invisible control character. */
export function wellFormed(text: string): boolean {
  return text.isWellFormed() && !UNSTORABLE.test(text);
}

/** Writes line ends as one character. Browsers send CR LF for every line a person ends; nothing else in a text is touched. */
export function sameLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Counts characters as the database does (code points), so that a limit in a form and a limit in a table agree. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Says whether a text holds nothing but blanks. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
