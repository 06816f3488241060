import { type CodeOf, codeSet } from './code-set.ts';

/** The twelve parishes, and the two answers that a form needs beside them. */
// biome-ignore format: a table reads as a table
export const PARISHES = codeSet({
  id: 'parish',
  title: 'Parish',
  source: 'The twelve parishes of Jersey',
  since: '2020-03-30',
  standing: 'law',
  codes: [
    { code: 'grouville', label: 'Grouville' },
    { code: 'st-brelade', label: 'St Brelade' },
    { code: 'st-clement', label: 'St Clement' },
    { code: 'st-helier', label: 'St Helier' },
    { code: 'st-john', label: 'St John' },
    { code: 'st-lawrence', label: 'St Lawrence' },
    { code: 'st-martin', label: 'St Martin' },
    { code: 'st-mary', label: 'St Mary' },
    { code: 'st-ouen', label: 'St Ouen' },
    { code: 'st-peter', label: 'St Peter' },
    { code: 'st-saviour', label: 'St Saviour' },
    { code: 'trinity', label: 'Trinity' },
    { code: 'off-island', label: 'Not in Jersey' },
    { code: 'not-known', label: 'Not known' },
  ],
});

/** The code of a parish. */
export type Parish = CodeOf<typeof PARISHES>;
