import { type CodeOf, codeSet } from './code-set.ts';

/** How great a risk is, on each axis of the rating of a case. Each colour names the clock by which it is looked at again. */
// biome-ignore format: a table reads as a table
export const CASE_RATINGS = codeSet({
  id: 'case rating',
  title: 'Rating of a case',
  source: 'The reports on Jersey: every open case rated red, amber or green while schools were closed. What each colour means is proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'green', label: 'Green', level: 1, clock: 'green case looked at again' },
    { code: 'amber', label: 'Amber', level: 2, clock: 'amber case looked at again' },
    { code: 'red', label: 'Red', level: 3, clock: 'red case looked at again' },
  ],
});

/** The code of a colour. */
export type CaseColour = CodeOf<typeof CASE_RATINGS>;

/** The two risks that are rated, each with the question that makes two managers mean the same. */
// biome-ignore format: a table reads as a table
export const RATING_AXES = codeSet({
  id: 'rating axis',
  title: 'What is rated',
  source: 'The reports on Jersey name the risk of harm and the risk of family breakdown. The questions under them are proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'harm', label: 'Risk of harm', note: 'If nothing changed for three months' },
    { code: 'breakdown', label: 'Risk of family breakdown', note: 'Could the children have to live elsewhere?' },
  ],
});
