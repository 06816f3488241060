import type { Sourced } from './standing.ts';

/** How far an adviser from outside is let in. */
export type CaseSampleRules = Sourced & {
  /** Days, from the day of choosing, that a sample may be read at most. */
  readonly longestDays: number;
  /** Cases in one sample at most: more is a register. */
  readonly most: number;
};

/** A quarter of a year, and as many cases as somebody can read with care. No published rule of the island was found. */
export const CASE_SAMPLES: CaseSampleRules = {
  longestDays: 92,
  most: 30,
  since: '2020-03-30',
  standing: 'demonstration',
  source: 'Proposed; no published rule was found. Confirm locally',
};
