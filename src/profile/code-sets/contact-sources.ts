import { codeSet } from './code-set.ts';

/**
 * Who told us. The 22 codes are England's, so that a return can be made; the `J` codes are Jersey's own bodies, each with
 * the English code it counts as. `speaksAs` decides who is owed a professional's answer and who a family's.
 */
// biome-ignore format: a table reads as a table
export const CONTACT_SOURCES = codeSet({
  id: 'contact source',
  title: 'Who told us',
  source: 'Standard Safeguarding Dataset contact and referral sources; Jersey bodies added from the published procedures',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: '1A', label: 'Parent, relative or carer', speaksAs: 'family', countsAs: '1A' },
    { code: '1B', label: 'Friend, neighbour or acquaintance', speaksAs: 'public', countsAs: '1B' },
    { code: '1C', label: 'The child or young person', speaksAs: 'child', countsAs: '1C' },
    { code: '1D', label: 'Another member of the public', speaksAs: 'public', countsAs: '1D' },
    { code: '2A', label: 'School', speaksAs: 'professional', countsAs: '2A' },
    { code: '2B', label: 'Education service', speaksAs: 'professional', countsAs: '2B' },
    { code: '3A', label: 'GP', speaksAs: 'professional', countsAs: '3A' },
    { code: '3B', label: 'Health visitor', speaksAs: 'professional', countsAs: '3B' },
    { code: '3C', label: 'School nurse', speaksAs: 'professional', countsAs: '3C' },
    { code: '3D', label: 'Other primary health service', speaksAs: 'professional', countsAs: '3D' },
    { code: '3E', label: 'Emergency department', speaksAs: 'professional', countsAs: '3E' },
    { code: '3F', label: 'Other health service', speaksAs: 'professional', countsAs: '3F' },
    { code: '4', label: 'Housing: public, trust or private landlord', speaksAs: 'professional', countsAs: '4', note: 'England: local authority housing or housing association' },
    { code: '5A', label: 'Adult social care', speaksAs: 'professional', countsAs: '5A' },
    { code: '5B', label: 'Another service of the Government of Jersey', speaksAs: 'professional', countsAs: '5B', note: 'England: other internal local authority service' },
    { code: '5C', label: 'Children’s services of another island or country', speaksAs: 'professional', countsAs: '5C', note: 'England: another local authority' },
    { code: '5D', label: 'Early help', speaksAs: 'professional', countsAs: '5D' },
    { code: '6', label: 'Police', speaksAs: 'professional', countsAs: '6' },
    { code: '7', label: 'Court, probation, immigration or prison', speaksAs: 'professional', countsAs: '7' },
    { code: '8', label: 'Voluntary or other organisation', speaksAs: 'professional', countsAs: '8' },
    { code: '9', label: 'Somebody who does not give a name', speaksAs: 'anonymous', countsAs: '9' },
    { code: '10', label: 'Not known', speaksAs: 'anonymous', countsAs: '10' },
    { code: 'J1', label: 'Parish: Constable, Centenier or Honorary Police', speaksAs: 'professional', countsAs: '8' },
    { code: 'J2', label: 'Youth service', speaksAs: 'professional', countsAs: '5B' },
    { code: 'J3', label: 'Community nursing and home care', speaksAs: 'professional', countsAs: '3D' },
    { code: 'J4', label: 'Family court advisory service', speaksAs: 'professional', countsAs: '7' },
    { code: 'J5', label: 'Children’s advocacy organisation', speaksAs: 'professional', countsAs: '8' },
  ],
});
