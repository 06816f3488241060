import type { Sourced } from './standing.ts';

/** How long something may be shared before somebody must look again. */
export type SharingRules = Sourced & {
  /** Days, from the day of sharing, that a share may last at most. */
  readonly longestDays: number;
};

/** Half a year: as long as a plan may stand before its review. No published rule of the island was found. */
export const SHARING: SharingRules = {
  longestDays: 183,
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Proposed; no published rule was found. Confirm locally',
};
