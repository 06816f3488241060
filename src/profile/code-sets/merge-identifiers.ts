import { type CodeOf, codeSet } from './code-set.ts';

/** What two records are compared by before they become one; at least two of these say the same on both. */
// biome-ignore format: a table reads as a table
export const MERGE_IDENTIFIERS = codeSet({
  id: 'merge identifier',
  title: 'What did you check on both records?',
  source: 'Two identifiers before two records become one; which ones, proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'date of birth', label: 'Date of birth' },
    { code: 'given name', label: 'First name' },
    { code: 'family name', label: 'Family name' },
    { code: 'address', label: 'Address' },
    { code: 'telephone', label: 'Telephone' },
  ],
});

/** The code of something that two records are compared by. */
export type MergeIdentifier = CodeOf<typeof MERGE_IDENTIFIERS>;
