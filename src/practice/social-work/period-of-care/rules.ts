import type { Day } from '../../../language/day.ts';
import type { CareBasis, CarePlacement } from '../../../profile/code-sets/care.ts';
import type { Kind } from '../../people/childhood/index.ts';

/** Only a child who is born can be in care. */
export const CARE: Kind = { noun: 'period of care', daysBeforeBirth: 0 };

/** What is asked when a child comes into care. */
export type NewPeriodOfCare = {
  readonly beganOn: Day;
  readonly basis: CareBasis;
  readonly placement: CarePlacement;
  readonly onIsland: boolean;
  readonly decidedBy: string;
};
