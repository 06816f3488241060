import { type CodeOf, codeSet } from './code-set.ts';

/** Sex as England's returns record it. */
// biome-ignore format: a table reads as a table
export const SEXES = codeSet({
  id: 'sex',
  title: 'Sex',
  source: 'Children in need census and children looked after return, England',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'F', label: 'Female' },
    { code: 'M', label: 'Male' },
    { code: 'U', label: 'Not known, or not yet born' },
  ],
});

/** The code of a sex. */
export type Sex = CodeOf<typeof SEXES>;

/** Gender in a person's own terms, beside sex and never instead of it. */
// biome-ignore format: a table reads as a table
export const GENDERS = codeSet({
  id: 'gender',
  title: 'Gender',
  source: 'Wording proposed; the English returns hold sex only',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'girl or woman', label: 'Girl or woman' },
    { code: 'boy or man', label: 'Boy or man' },
    { code: 'non-binary', label: 'Non-binary' },
    { code: 'own words', label: 'In their own words' },
    { code: 'not said', label: 'Prefers not to say' },
    { code: 'not asked', label: 'Not asked' },
  ],
});

/** The code of a gender. */
export type Gender = CodeOf<typeof GENDERS>;
