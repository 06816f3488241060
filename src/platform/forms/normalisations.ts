import { isBlank, sameLines } from '../../language/text.ts';

/**
 * Everything a form may change between what was sent and what is stored. Whatever is not listed here is stored as it was
 * sent, or refused with a reason.
 */
export const NORMALISATIONS = {
  'line ends': 'Each line end becomes one character, in answers of several lines',
  'outer blanks': 'Blanks before and after an answer of one line are dropped; those inside stay',
  'blank answer': 'An answer of blanks alone is no answer',
  'file names':
    'Folders, characters that cannot be seen and blanks in a row are left out of the name of a document',
  'blank rows': 'Rows at the end of a list in which nothing was answered are not rows',
} as const;

/** Applies "line ends". */
export const oneLineEnd = sameLines;

/** Applies "outer blanks". */
export function withoutOuterBlanks(text: string): string {
  return text.trim();
}

/** Applies "file names": what leads to a folder, or hides what the name says, is no part of it. */
export function plainFileName(called: string): string {
  const last = called.slice(Math.max(called.lastIndexOf('/'), called.lastIndexOf('\\')) + 1);
  return last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Decides "blank answer" for a control: nothing sent, blanks, or a list with nothing in it. */
export function isUnanswered(texts: string | readonly string[] | undefined): boolean {
  if (texts === undefined || typeof texts === 'string') return isBlank(texts ?? '');
  return texts.length === 0;
}
