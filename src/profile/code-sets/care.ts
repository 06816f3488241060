import { type CodeOf, codeSet } from './code-set.ts';

/**
 * On what a child is in care: looked after by an order of a court, or accommodated by agreement. The articles are those of the Children
 * (Jersey) Law 2002 but for the last.
 */
// biome-ignore format: a table reads as a table
export const CARE_BASES = codeSet({
  id: 'care basis',
  title: 'Ground in law on which the child is in care',
  source: 'Children (Jersey) Law 2002 and Adoption (Jersey) Law 1961, list drawn up for the demonstration; Articles 37 and 41 are to be confirmed locally',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'agreed', label: 'Accommodated by agreement, Article 17', note: 'With the parents, or with the child at 16 or over' },
    { code: 'needing protection', label: 'Accommodated because they need protection, Article 18' },
    { code: 'care order', label: 'Care order, Article 24(1)(a)' },
    { code: 'interim order', label: 'Interim order, Article 30' },
    { code: 'emergency protection order', label: 'Emergency protection order, Article 37' },
    { code: 'police protection', label: 'Police protection, Article 41' },
    { code: 'secure accommodation', label: 'Secure accommodation, Article 22' },
    { code: 'police detention', label: 'Detained by the police or refused bail, Article 22B' },
    { code: 'freeing order', label: 'Freed for adoption, Adoption Law Article 12' },
  ],
});

/** The code of the ground on which a child is in care. */
export type CareBasis = CodeOf<typeof CARE_BASES>;

/** With whom or where a child in care lives. Off the island or on it is asked apart. */
// biome-ignore format: a table reads as a table
export const CARE_PLACEMENTS = codeSet({
  id: 'care placement',
  title: 'Where the child lives in care',
  source: 'Placement types of England’s SSDA903 return, taken together; intensive fostering, bespoke and therapeutic settings are Jersey’s',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'relative or friend', label: 'Foster care with a relative or friend', note: 'England: U1 to U3' },
    { code: 'foster carer', label: 'Foster care with another family', note: 'England: U4 to U6' },
    { code: 'intensive foster carer', label: 'Intensive foster care', note: 'Jersey' },
    { code: 'parents', label: 'With parents', note: 'England: P1' },
    { code: 'children’s home', label: 'Children’s home', note: 'England: K2' },
    { code: 'secure home', label: 'Secure home', note: 'England: K1' },
    { code: 'semi-independent', label: 'Semi-independent, with support', note: 'England: H5' },
    { code: 'independent', label: 'Living independently', note: 'England: P2' },
    { code: 'residential care', label: 'Residential care home', note: 'England: R1' },
    { code: 'health', label: 'Hospital or other health setting', note: 'England: R2' },
    { code: 'parent and child', label: 'Parent and child together', note: 'England: R3' },
    { code: 'residential school', label: 'Residential school', note: 'England: S1' },
    { code: 'therapeutic', label: 'Therapeutic setting', note: 'Jersey' },
    { code: 'bespoke', label: 'Emergency or bespoke setting', note: 'Jersey' },
    { code: 'adoption', label: 'Placed for adoption', note: 'England: A3 to A6' },
    { code: 'custody', label: 'Custody', note: 'England: R5' },
    { code: 'other', label: 'Somewhere else', note: 'England: Z1' },
  ],
});

/** The code of a placement. */
export type CarePlacement = CodeOf<typeof CARE_PLACEMENTS>;

/** What a protection plan protects a child from, as the conference put it. */
// biome-ignore format: a table reads as a table
export const PLAN_CATEGORIES = codeSet({
  id: 'protection plan category',
  title: 'What the plan protects the child from',
  source: 'Categories of England’s children in need census; Jersey categorises the form of harm at the conference, and its list was not found',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'NEG', label: 'Neglect' },
    { code: 'PHY', label: 'Physical abuse' },
    { code: 'SAB', label: 'Sexual abuse' },
    { code: 'EMO', label: 'Emotional abuse' },
    { code: 'MUL', label: 'More than one of these' },
  ],
});

/** The code of a category. */
export type PlanCategory = CodeOf<typeof PLAN_CATEGORIES>;
