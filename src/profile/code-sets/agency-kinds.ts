import { type CodeOf, codeSet } from './code-set.ts';

/** The kinds of organisation that work with the hub. */
// biome-ignore format: a table reads as a table
export const AGENCY_KINDS = codeSet({
  id: 'agency kind',
  title: 'Kind of agency',
  source: 'Agencies named in the published description of the MASH, and those linked to it',
  since: '2020-03-30',
  standing: 'local policy',
  codes: [
    { code: 'police', label: 'Police' },
    { code: 'health', label: 'Health' },
    { code: 'community nursing', label: 'Community nursing and home care' },
    { code: 'mental health', label: 'Child and adolescent mental health' },
    { code: 'education', label: 'Education' },
    { code: 'school', label: 'School or nursery' },
    { code: 'probation', label: 'Probation' },
    { code: 'housing', label: 'Housing' },
    { code: 'youth', label: 'Youth service' },
    { code: 'adult services', label: 'Adult social care' },
    { code: 'court adviser', label: 'Family court advisory service' },
    { code: 'parish', label: 'Parish' },
    { code: 'voluntary', label: 'Voluntary organisation' },
  ],
});

/** The code of a kind of agency. */
export type AgencyKind = CodeOf<typeof AGENCY_KINDS>;
