import type { Sourced } from './standing.ts';

/** How long an alert of a record may stand before somebody looks at it again. */
export type RecordAlertRules = Sourced & {
  /** Calendar days, from the day on which it was put up or last looked at. */
  readonly longestDays: number;
};

/** Half a year. A warning that nobody looks at again is believed long after it stopped being true. */
export const RECORD_ALERT_RULES: RecordAlertRules = {
  longestDays: 183,
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Proposed; no published rule was found. Confirm locally',
};
