import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { CareBasis, CarePlacement } from '../../../profile/code-sets/care.ts';
import type { FactOfChild, Kind } from '../../people/childhood/index.ts';

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

/** A period of care as an address names it. */
export type PeriodOnRecord = Pick<FactOfChild, 'id' | 'personId' | 'beganOn' | 'endedOn'> & {
  /** The child, for the audit. */
  readonly persons: readonly Id[];
};
