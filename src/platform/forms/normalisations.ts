import { isBlank, sameLines } from '../../language/text.ts';

/**
 * Everything a form may change between what was sent and what is stored. Whatever is not listed here is stored as it was
 * sent, or refused with a reason.
 */
export const NORMALISATIONS = {
  'line ends': 'Each line end becomes one character, in answers of several lines',
  'outer blanks': 'Blanks before and after an answer of one line are dropped; those inside stay',
  'blank answer': 'An answer of blanks alone is no answer',
  'blank rows': 'Rows at the end of a list in which nothing was answered are not rows',
} as const;

/** Applies "line ends". */
export const oneLineEnd = sameLines;

/** Applies "outer blanks". */
export function withoutOuterBlanks(text: string): string {
  return text.trim();
}

/** Decides "blank answer" for a control: nothing sent, blanks, or a list with nothing in it. */
export function isUnanswered(texts: string | readonly string[] | undefined): boolean {
  if (texts === undefined || typeof texts === 'string') return isBlank(texts ?? '');
  return texts.length === 0;
}
