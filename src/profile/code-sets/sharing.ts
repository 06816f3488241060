import { codeSet } from './code-set.ts';

/** Why something of a child's record is shared with an agency. */
// biome-ignore format: a table reads as a table
export const SHARING_PURPOSES = codeSet({
  id: 'sharing purpose',
  title: 'What it is shared for',
  source: 'Reasons to share of the English advice on information sharing (2024), in plain words',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'keep safe', label: 'To keep the child safe' },
    { code: 'plan', label: 'To carry out the child’s plan together' },
    { code: 'help', label: 'To give the child or the family help' },
    { code: 'learning', label: 'To support the child at school or nursery' },
    { code: 'health', label: 'To look after the child’s health' },
    { code: 'court', label: 'For a court or its advisers' },
  ],
});

/** On what ground it is shared. Consent is one of several, and seldom the best where a child may come to harm. */
// biome-ignore format: a table reads as a table
export const SHARING_BASES = codeSet({
  id: 'sharing basis',
  title: 'On what ground',
  source: 'Statutory guidance of Jersey rests sharing on consent or on public functions; the others are grounds of data protection law. Confirm with the data protection officer',
  since: '2020-03-30',
  standing: 'local policy',
  codes: [
    { code: 'consent', label: 'Consent, which is on record' },
    { code: 'public function', label: 'Our public function, without consent' },
    { code: 'legal duty', label: 'A duty in law' },
    { code: 'life at risk', label: 'Somebody’s life or health is at risk' },
  ],
});

/** Who agreed that something may be shared. */
// biome-ignore format: a table reads as a table
export const CONSENT_GIVERS = codeSet({
  id: 'consent giver',
  title: 'Who said so',
  source: 'Consent as the forms of the Jersey Safeguarding Partnership Board ask for it; wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'child', label: 'The child or young person' },
    { code: 'parental responsibility', label: 'Somebody with parental responsibility' },
    { code: 'court', label: 'A court' },
  ],
});

/** How they said it. */
// biome-ignore format: a table reads as a table
export const CONSENT_WAYS = codeSet({
  id: 'consent way',
  title: 'How they said it',
  source: 'Wording proposed; no published list was found',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'in person', label: 'In person' },
    { code: 'in writing', label: 'In writing' },
    { code: 'telephone', label: 'By telephone or video' },
  ],
});

/**
 * What can be shared at all, and the class it belongs to: a class of its own needs a reason of its own, and is given on by who reads it. An address, who told us, notes, what is withheld and advice of lawyers are no parts: they cannot be shared here.
 */
// biome-ignore format: a table reads as a table
export const SHARED_PARTS = codeSet({
  id: 'shared part',
  title: 'What is shared',
  source: 'Proposed; confirm with the agencies and the data protection officer',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'workers', label: 'Who works with the child, and how to ring them', fieldClass: 'ordinary' },
    { code: 'reach', label: 'How to reach the child safely', fieldClass: 'ordinary' },
    { code: 'attendance', label: 'School, nursery, doctor and health visitor', fieldClass: 'ordinary', note: 'Left out where somebody lives at a guarded address' },
    { code: 'service', label: 'Which service works with the child now', fieldClass: 'ordinary' },
    { code: 'plan', label: 'Protection plans: kind and dates', fieldClass: 'ordinary' },
    { code: 'care', label: 'Periods of care: kind and dates', fieldClass: 'ordinary' },
    { code: 'visits', label: 'Visits of the last year: the day, and whether the child was seen', fieldClass: 'ordinary' },
    { code: 'statements', label: 'What worries people, what goes well, and the child’s own words', fieldClass: 'ordinary' },
    { code: 'family', label: 'Names of the family, and who they are', fieldClass: 'third party' },
    { code: 'health', label: 'Disability and health needs', fieldClass: 'health' },
    { code: 'police', label: 'Days of police notifications', fieldClass: 'police' },
  ],
});
