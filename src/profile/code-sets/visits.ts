import { type CodeOf, codeSet } from './code-set.ts';

/** Where a child was visited. A voice on the telephone is a contact with the child, and does not count as seeing the child. */
// biome-ignore format: a table reads as a table
export const VISIT_PLACES = codeSet({
  id: 'visit place',
  title: 'Where was the visit?',
  source: 'Wording proposed; video counts as seeing the child, as England allowed while schools were closed (SI 2020/445)',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'home', label: 'At home', seesTheChild: true },
    { code: 'school', label: 'At school or nursery', seesTheChild: true },
    { code: 'video', label: 'By video', seesTheChild: true },
    { code: 'telephone', label: 'By telephone', seesTheChild: false },
    { code: 'elsewhere', label: 'Somewhere else', seesTheChild: true },
  ],
});

/** The code of a place of a visit. */
export type VisitPlace = CodeOf<typeof VISIT_PLACES>;

/** Whether the family knew that somebody would come. */
// biome-ignore format: a table reads as a table
export const VISIT_MANNERS = codeSet({
  id: 'visit manner',
  title: 'Was the family expecting it?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'planned', label: 'Planned with them' },
    { code: 'unannounced', label: 'Unannounced' },
  ],
});

/** The code of the manner of a visit. */
export type VisitManner = CodeOf<typeof VISIT_MANNERS>;

/** Whom a declared period is for: everybody who is open, or those who are visited by one of the rules. */
// biome-ignore format: a table reads as a table
export const DECLARED_FOR = codeSet({
  id: 'declared for',
  title: 'Which children is it for?',
  source: 'One for each rule of visiting',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'all', label: 'All open children' },
    { code: 'protection plan', label: 'Children on a protection plan' },
    { code: 'care', label: 'Children in care' },
    { code: 'social care', label: 'Other children open to social care' },
    { code: 'early help', label: 'Children whose family has early help alone' },
  ],
});
