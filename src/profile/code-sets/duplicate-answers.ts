import { type CodeOf, codeSet } from './code-set.ts';

/** What somebody says of two records that may be of one person. */
// biome-ignore format: a table reads as a table
export const DUPLICATE_ANSWERS = codeSet({
  id: 'duplicate answer',
  title: 'Are they the same person?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'same person', label: 'The same person', note: 'They stay on the list, marked, until the two records are one' },
    { code: 'not the same', label: 'Not the same person', note: 'They are not proposed again' },
    { code: 'not sure', label: 'Not sure', note: 'They stay on the list, with what is missing' },
  ],
});

/** The code of what was said of two records. */
export type DuplicateAnswer = CodeOf<typeof DUPLICATE_ANSWERS>;
