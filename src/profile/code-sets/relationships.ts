import { type CodeOf, codeSet } from './code-set.ts';

/**
 * What one person is to another. Each row reads "A is the … of B"; `inverse` is what B then is to A. `generation` is how
 * many generations A stands above B. Parental responsibility is asked only where somebody could hold it for a child.
 */
// biome-ignore format: a table reads as a table
export const RELATIONSHIPS = codeSet({
  id: 'relationship',
  title: 'Relationship',
  source: 'Wording proposed; who may hold parental responsibility follows Art. 3 of the Children (Jersey) Law 2002, and is recorded and never inferred',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'mother', label: 'Mother', inverse: 'child', generation: 1, asksParentalResponsibility: true },
    { code: 'father', label: 'Father', inverse: 'child', generation: 1, asksParentalResponsibility: true },
    { code: 'parent', label: 'Parent', inverse: 'child', generation: 1, asksParentalResponsibility: true },
    { code: 'child', label: 'Child', inverse: 'parent', generation: -1, asksParentalResponsibility: false },
    { code: 'adoptive parent', label: 'Adoptive parent', inverse: 'adopted child', generation: 1, asksParentalResponsibility: true },
    { code: 'adopted child', label: 'Adopted child', inverse: 'adoptive parent', generation: -1, asksParentalResponsibility: false },
    { code: 'step-parent', label: 'Step-parent', inverse: 'stepchild', generation: 1, asksParentalResponsibility: true },
    { code: 'stepchild', label: 'Stepchild', inverse: 'step-parent', generation: -1, asksParentalResponsibility: false },
    { code: 'guardian', label: 'Guardian', inverse: 'ward', generation: 1, asksParentalResponsibility: true },
    { code: 'ward', label: 'Ward', inverse: 'guardian', generation: -1, asksParentalResponsibility: false },
    { code: 'foster carer', label: 'Foster carer', inverse: 'fostered child', generation: 1, asksParentalResponsibility: true },
    { code: 'fostered child', label: 'Fostered child', inverse: 'foster carer', generation: -1, asksParentalResponsibility: false },
    { code: 'grandparent', label: 'Grandparent', inverse: 'grandchild', generation: 2, asksParentalResponsibility: true },
    { code: 'grandchild', label: 'Grandchild', inverse: 'grandparent', generation: -2, asksParentalResponsibility: false },
    { code: 'aunt or uncle', label: 'Aunt or uncle', inverse: 'niece or nephew', generation: 1, asksParentalResponsibility: true },
    { code: 'niece or nephew', label: 'Niece or nephew', inverse: 'aunt or uncle', generation: -1, asksParentalResponsibility: false },
    { code: 'brother or sister', label: 'Brother or sister', inverse: 'brother or sister', generation: 0, asksParentalResponsibility: true },
    { code: 'half-brother or half-sister', label: 'Half-brother or half-sister', inverse: 'half-brother or half-sister', generation: 0, asksParentalResponsibility: true },
    { code: 'stepbrother or stepsister', label: 'Stepbrother or stepsister', inverse: 'stepbrother or stepsister', generation: 0, asksParentalResponsibility: false },
    { code: 'cousin', label: 'Cousin', inverse: 'cousin', generation: 0, asksParentalResponsibility: false },
    { code: 'partner', label: 'Husband, wife or partner', inverse: 'partner', generation: 0, asksParentalResponsibility: false },
    { code: 'former partner', label: 'Former partner', inverse: 'former partner', generation: 0, asksParentalResponsibility: false },
    { code: 'other relative', label: 'Another relative', inverse: 'other relative', generation: 0, asksParentalResponsibility: true },
    { code: 'friend', label: 'Friend of the family', inverse: 'friend', generation: 0, asksParentalResponsibility: true },
    { code: 'same household', label: 'Lives in the same household', inverse: 'same household', generation: 0, asksParentalResponsibility: false },
  ],
});

/** The code of a relationship. */
export type Relationship = CodeOf<typeof RELATIONSHIPS>;

/** Whether somebody holds parental responsibility: not knowing is a fact, and not having asked another. */
// biome-ignore format: a table reads as a table
export const PARENTAL_RESPONSIBILITY = codeSet({
  id: 'parental responsibility',
  title: 'Parental responsibility',
  source: 'Children (Jersey) Law 2002, Art. 3',
  since: '2020-03-30',
  standing: 'law',
  codes: [
    { code: 'yes', label: 'Yes' },
    { code: 'no', label: 'No' },
    { code: 'not known', label: 'Not known' },
    { code: 'not asked', label: 'Not asked' },
  ],
});

/** The code of an answer about parental responsibility. */
export type ParentalResponsibility = CodeOf<typeof PARENTAL_RESPONSIBILITY>;
