import { type CodeOf, codeSet } from './code-set.ts';

/** Whether a family took up the early help that was offered. */
// biome-ignore format: a table reads as a table
export const EARLY_HELP_ANSWERS = codeSet({
  id: 'early help answer',
  title: 'What the family said',
  source: 'The offer and the family’s answer are asked for by the monthly report; wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'accepted', label: 'Yes, they would like this help' },
    { code: 'declined', label: 'No, not now' },
    { code: 'not answered yet', label: 'They have not said yet' },
  ],
});

/** The code of a family's answer to an offer of early help. */
export type EarlyHelpAnswer = CodeOf<typeof EARLY_HELP_ANSWERS>;

/** Why a family said no to early help, in their terms: it is help, and saying no is not a failing. */
// biome-ignore format: a table reads as a table
export const EARLY_HELP_DECLINED_REASONS = codeSet({
  id: 'early help declined reason',
  title: 'Why not now',
  source: 'Wording proposed; no list found for Jersey or in the English returns',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'already helped', label: 'They already have the help they want' },
    { code: 'family and friends', label: 'Family and friends are helping' },
    { code: 'things are better', label: 'Things have got better' },
    { code: 'not the right help', label: 'It is not the help they asked for' },
    { code: 'not the right time', label: 'It is not the right time' },
    { code: 'worry about record', label: 'They worry about being on record' },
    { code: 'earlier experience', label: 'An earlier experience of services' },
    { code: 'language or access', label: 'Language, travel or times make it hard' },
    { code: 'one parent disagrees', label: 'One parent does not agree' },
    { code: 'no reason given', label: 'They gave no reason' },
    { code: 'other', label: 'Another reason, in words' },
  ],
});
