import { z } from 'zod';
import { isDay } from '../language/day.ts';
import { done, type Outcome, refused } from '../language/outcome.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/u;
const totals = z
  .record(z.string().regex(MONTH, 'is not a month such as 2021-02'), z.number().int().min(0).max(100_000))
  .default({});

const aDay = z.string().refine(isDay, 'is not a day such as 2020-03-23');

const SCENARIO = z.strictObject({
  source: z.string().min(1),
  /** Referrals to social care in a month: exactly so many. */
  referrals: totals,
  /** Children open at the end of a month: exactly so many. */
  childrenOpen: totals,
  /** Children on a protection plan at the end of a month, and in care: exactly so many. */
  onPlans: totals,
  inCare: totals,
  /** Of the children in care at the end of a month, those aged 16 and 17: at least so many. */
  inCareAged16And17: totals,
  /** Children whom the busiest social worker works with at the end of a month: exactly so many, and nobody more. */
  busiestWorker: totals,
  /** When schools were closed, from a day until another, and within how many days each open child was to be seen meanwhile. */
  schoolsClosed: z
    .array(z.strictObject({ from: aDay, until: aDay, days: z.number().int().min(1).max(365) }))
    .default([]),
});

/** What an island must show: totals of months and stocks at their ends, with where the figures come from. Met exactly, or refused. */
export type Scenario = z.infer<typeof SCENARIO>;

/** Nothing is asked for. */
export const NO_SCENARIO: Scenario = {
  source: 'none',
  referrals: {},
  childrenOpen: {},
  onPlans: {},
  inCare: {},
  inCareAged16And17: {},
  busiestWorker: {},
  schoolsClosed: [],
};

/** A scenario that this island cannot meet: too few contacts or children in a month. */
export class ScenarioNotMet extends Error {}

/** Reads a scenario file, or says what is wrong with it. */
export function readScenario(text: string): Outcome<Scenario> {
  const read = SCENARIO.safeParse(parsed(text));
  if (read.success) return done(read.data);
  const [first] = read.error.issues;
  return refused({ field: first?.path.join('.') ?? '', message: first?.message ?? 'is not a scenario' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
