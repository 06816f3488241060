import type { Day } from '../../../language/day.ts';
import type { PlanCategory } from '../../../profile/code-sets/care.ts';
import type { Kind } from '../../people/childhood/index.ts';

/** A plan may protect a child who is expected, so it may begin as long before the birth as a child is. */
export const PLAN: Kind = { noun: 'protection plan', daysBeforeBirth: 280 };

/** What is asked when a plan begins. */
export type NewProtectionPlan = {
  readonly beganOn: Day;
  readonly category: PlanCategory;
  readonly decidedBy: string;
};
