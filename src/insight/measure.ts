import type { AliasedExpression } from 'kysely';
import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Db } from '../platform/database/db.ts';
import type { Role } from '../profile/roles.ts';
import type { Clock } from '../profile/timescales.ts';
import type { MeasureKind } from './chart-rule.ts';
import type { Month } from './month.ts';
import type { Better } from './statistics/control.ts';

/**
 * One child, event or worker that a measure looked at, counted or not.
 *
 * `met` is true (counted; in a share, in the numerator), false (in the denominator only) or null (looked at and not counted, such as
 * a contact still in time). `value` is a duration in the measure's unit, or what a worker carries. `contactId` leads to the contact where there is one.
 */
export type Line = {
  readonly subject: Id;
  readonly contactId: Id | null;
  readonly happenedOn: Day;
  readonly met: boolean | null;
  readonly value: number | null;
};

/**
 * The months that are asked for, both ends included. A stock is counted at the end of each month's last day.
 *
 * `asOf` is the day on which it is asked: what is due on it or later is still in time. `zone` is where a day begins and ends.
 */
export type Period = {
  readonly from: Month;
  readonly to: Month;
  readonly asOf: Day;
  readonly zone: string;
};

/** A query of lines, run when it is asked for or added up by the database: a Kysely builder is one as it stands. */
type LinesQuery = {
  execute(): Promise<readonly Line[]>;
  as<Alias extends string>(alias: Alias): AliasedExpression<Line, Alias>;
};

/** How the list behind a figure calls its lines: what they are, and what each of their three states is called. */
export type Listed = {
  readonly kind: 'child of a contact' | 'referral' | 'child' | 'worker';
  readonly nouns: string;
  readonly met: string;
  readonly notMet: string;
  readonly notCounted: string;
};

/**
 * A number as a definition: everything shown of it (figure, interval, chart, sentence, table, list behind it) follows from its lines.
 *
 * `counted` and `notCounted` are the words beside the chart; `better: 'neither'` never gets a colour of praise or blame.
 * A changed definition is a new `version` with its own `since`, and reports name the version they were made with.
 */
export type Measure = {
  readonly id: string;
  readonly title: string;
  readonly inWords: string;
  readonly counted: string;
  readonly notCounted: string;
  readonly kind: MeasureKind;
  readonly better: Better;
  readonly clock?: Clock;
  readonly target?: number;
  /** Each month resembles the one before, because most of what is counted is the same: then no month is called unusual. */
  readonly correlated?: boolean;
  readonly unit: { readonly one: string; readonly many: string };
  readonly listed: Listed;
  readonly owner: Role;
  readonly version: number;
  readonly since: Day;
  lines(db: Db, period: Period): LinesQuery;
};

/** Declares a measure. A target must lie where the measure can be: a share's from 0 to 1. Throws a RangeError at boot. */
export function measure(definition: Measure): Measure {
  const { id, kind, target = 0 } = definition;
  if (target < 0 || (kind === 'proportion' && target > 1))
    throw new RangeError(`Measure ${id}: target out of range`);
  return definition;
}
