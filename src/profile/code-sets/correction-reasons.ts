import { type CodeOf, codeSet } from './code-set.ts';

/** Why a fact is corrected. What stood before stays readable, as known at the time. */
// biome-ignore format: a table reads as a table
export const CORRECTION_REASONS = codeSet({
  id: 'correction reason',
  title: 'Why it is corrected',
  source: 'Wording proposed; the right to rectification is in Part 6 of the Data Protection (Jersey) Law 2018',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'typed wrongly', label: 'It was typed wrongly' },
    { code: 'misheard', label: 'It was misheard or misread' },
    { code: 'wrong person', label: 'It was about somebody else' },
    { code: 'wrong day', label: 'The day or time was wrong' },
    { code: 'new information', label: 'Something new has become known' },
    { code: 'family asked', label: 'The child or family asked us to put it right' },
    { code: 'partner corrected', label: 'The agency that told us corrected it' },
    { code: 'recorded twice', label: 'It was recorded twice' },
  ],
});

/** Who or what said so: the provenance that goes with every fact. */
// biome-ignore format: a table reads as a table
export const PROVENANCES = codeSet({
  id: 'provenance',
  title: 'Who or what said so',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'child', label: 'The child' },
    { code: 'family', label: 'A parent, carer or relative' },
    { code: 'referrer', label: 'Whoever told us' },
    { code: 'partner agency', label: 'A partner agency' },
    { code: 'worker', label: 'A worker, who saw or heard it' },
    { code: 'import', label: 'Brought over from an earlier system or a file' },
    { code: 'generator', label: 'Invented for the demonstration' },
    { code: 'system', label: 'Worked out by the program' },
  ],
});

/** The code of a provenance. */
export type Provenance = CodeOf<typeof PROVENANCES>;
