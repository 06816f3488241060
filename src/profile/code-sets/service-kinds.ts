import { codeSet } from './code-set.ts';

/** What the service may do with a child for a time. A child has at most one open period of each. */
// biome-ignore format: a table reads as a table
export const SERVICE_KINDS = codeSet({
  id: 'service kind',
  title: 'Period of service',
  source: 'The status ladder of the English children in need census; Jersey’s own names not found',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'early help', label: 'Early help' },
    { code: 'assessment', label: 'Assessment' },
    { code: 'in need', label: 'Child in need' },
    { code: 'leaving care', label: 'Leaving care' },
  ],
});

/** Why a period of service ended. */
// biome-ignore format: a table reads as a table
export const PERIOD_ENDED_REASONS = codeSet({
  id: 'period ended reason',
  title: 'Why it ended',
  source: 'Closure codes RC1 to RC9 of the English children in need census, in plain words',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'work done', label: 'What it was for is done' },
    { code: 'no longer in need', label: 'No longer in need' },
    { code: 'closed after assessment', label: 'Closed after assessment' },
    { code: 'closed to early help', label: 'Goes on as early help' },
    { code: 'goes on as another', label: 'Goes on as another period of service' },
    { code: 'moved away', label: 'Moved away, passed to another service' },
    { code: 'adult care', label: 'Passed to services for adults' },
    { code: 'residence order', label: 'Residence order or special guardianship' },
    { code: 'adopted', label: 'Adopted' },
    { code: 'died', label: 'Died' },
  ],
});
