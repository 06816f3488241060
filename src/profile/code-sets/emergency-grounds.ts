import { codeSet } from './code-set.ts';

/** Why a record is opened in an emergency. */
// biome-ignore format: a table reads as a table
export const EMERGENCY_GROUNDS = codeSet({
  id: 'emergency ground',
  title: 'What is happening?',
  source: 'Wording proposed; no published list was found',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'in danger now', label: 'A child may be in danger now' },
    { code: 'missing', label: 'A child is missing' },
    { code: 'police or hospital ask', label: 'The police or a hospital need to know something now' },
    { code: 'nobody else there', label: 'A child needs help now, and nobody who works with them is there' },
  ],
});
