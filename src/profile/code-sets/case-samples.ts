import { type CodeOf, codeSet } from './code-set.ts';

/** Out of which cases a sample is chosen. */
// biome-ignore format: a table reads as a table
export const CASE_POPULATIONS = codeSet({
  id: 'case population',
  title: 'Out of which cases',
  source: 'Wording proposed; no published list was found',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'open', label: 'Every child the service works with now' },
    { code: 'closed', label: 'Every child whose work ended within half a year' },
    { code: 'plan', label: 'Every child on a protection plan now' },
    { code: 'care', label: 'Every child in care now' },
    { code: 'named', label: 'Named by their child numbers' },
  ],
});

/** The code of a population. */
export type CasePopulation = CodeOf<typeof CASE_POPULATIONS>;
