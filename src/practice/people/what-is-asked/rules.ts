import type { Day } from '../../../language/day.ts';
import {
  CLOCKS,
  type Clock,
  type Timescale,
  type Timescales,
  timescaleOn,
} from '../../../profile/timescales.ts';

/** One clock as it is in force on a day, with what was asked before and will be asked later. */
export type Asked = {
  readonly clock: Clock;
  /** Undefined while the clock has not begun. */
  readonly inForce: Timescale | undefined;
  readonly others: readonly Timescale[];
};

/** Every clock on a day, in the order of the profile. */
export function askedOn(timescales: Timescales, on: Day): readonly Asked[] {
  return CLOCKS.map((clock) => {
    const inForce = timescaleOn(timescales, clock, on);
    return { clock, inForce, others: timescales[clock].filter((edition) => edition !== inForce) };
  });
}
