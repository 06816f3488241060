import type { Measure } from '../measure.ts';
import { caseload } from './caseload.ts';
import { childrenInCare } from './children-in-care.ts';
import { childrenOnPlans } from './children-on-plans.ts';
import { childrenOpen } from './children-open.ts';
import { contacts } from './contacts.ts';
import { decidedInTime } from './decided-in-time.ts';
import { hoursToDecision } from './hours-to-decision.ts';
import { referrals } from './referrals.ts';
import { toldBackInTime } from './told-back-in-time.ts';

/** Every measure, in the order in which they are read: what came in, how fast, what came of it, what is in hand, who carries it. */
export const MEASURES: readonly Measure[] = [
  contacts,
  decidedInTime,
  hoursToDecision,
  toldBackInTime,
  referrals,
  childrenOpen,
  childrenOnPlans,
  childrenInCare,
  caseload,
];

/** The measure with an id, or nothing: the id stands in addresses and is typed by people. */
export function measureNamed(id: string | undefined): Measure | undefined {
  return MEASURES.find((one) => one.id.toLowerCase() === id?.toLowerCase());
}
