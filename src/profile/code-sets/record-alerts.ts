import { codeSet } from './code-set.ts';

/** What an alert of a record warns of. */
// biome-ignore format: a table reads as a table
export const RECORD_ALERTS = codeSet({
  id: 'record alert',
  title: 'What nobody may overlook',
  source: 'Kinds of warnings that records of social care carry; wording proposed, no published list of the island was found',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'risk to staff', label: 'Risk to staff' },
    { code: 'hazard at home', label: 'Hazard at the home' },
    { code: 'no contact', label: 'Somebody must have no contact with them' },
    { code: 'may be taken away', label: 'May be taken off the island' },
    { code: 'goes missing', label: 'Goes missing' },
    { code: 'other', label: 'Something else' },
  ],
});
