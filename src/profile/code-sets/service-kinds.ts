import { type CodeOf, codeSet } from './code-set.ts';

/**
 * What the service may do with a child for a time. A child has at most one open period of each. Where the work is done it ends by a
 * closing that says what the family thinks of it, and not by one person alone (Jersey closed low-level cases so in 2020).
 */
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

/** Why a period of service ended. `isWithFamily`: a reason to discuss with the family, since nothing else ends it. */
// biome-ignore format: a table reads as a table
export const PERIOD_ENDED_REASONS = codeSet({
  id: 'period ended reason',
  title: 'Why it ended',
  source: 'Closure codes RC1 to RC9 of the English children in need census, in plain words',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'work done', label: 'What it was for is done', isWithFamily: true },
    { code: 'no longer in need', label: 'No longer in need', isWithFamily: true },
    { code: 'closed after assessment', label: 'Closed after assessment', isWithFamily: true },
    { code: 'closed to early help', label: 'Goes on as early help', isWithFamily: true },
    { code: 'not wanted', label: 'The family no longer wants it', isWithFamily: true },
    { code: 'goes on as another', label: 'Goes on as another period of service', isWithFamily: false },
    { code: 'moved away', label: 'Moved away, passed to another service', isWithFamily: false },
    { code: 'adult care', label: 'Passed to services for adults', isWithFamily: false },
    { code: 'residence order', label: 'Residence order or special guardianship', isWithFamily: false },
    { code: 'adopted', label: 'Adopted', isWithFamily: false },
    { code: 'died', label: 'Died', isWithFamily: false },
    { code: 'in error', label: 'Opened in error, and no work was done', isWithFamily: false },
  ],
});

/** Why a referral, or an offer of early help, ends that never became work. Everything else ends with its period of service. */
// biome-ignore format: a table reads as a table
export const NEVER_WORK_REASONS = codeSet({
  id: 'never work reason',
  title: 'Why did it never become work?',
  source: 'Wording proposed',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'in error', label: 'It was opened in error' },
    { code: 'duplicate', label: 'It is the same as another that is open' },
  ],
});

/** A code of that list. */
export type NeverWorkReason = CodeOf<typeof NEVER_WORK_REASONS>;
