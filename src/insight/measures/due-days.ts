import { sql } from 'kysely';
import type { Db } from '../../platform/database/db.ts';
import type { Clock } from '../../profile/timescales.ts';
import type { Period } from '../measure.ts';
import { firstDayOf, lastDayOf } from '../month.ts';

/**
 * For each day of the period, the day by whose end a clock that starts on it must be met, by the edition in force on that day.
 *
 * No day is due by a clock that is not counted in working days: what hangs on it is then not counted, rather than counted wrongly.
 */
export function dueDays(db: Db, clock: Clock, { from, to }: Period) {
  return db
    .selectFrom('working_day as told')
    .innerJoin('timescale', (join) =>
      join.onRef('timescale.since', '<=', 'told.date').on('timescale.clock', '=', clock),
    )
    .leftJoin('working_day as last', (join) =>
      join
        .on('timescale.unit', '=', 'working days')
        .on('last.is_working', '=', sql.lit(true))
        .on('last.ordinal', '=', sql<number>`told.ordinal + timescale.amount`),
    )
    .where('told.date', '>=', firstDayOf(from))
    .where('told.date', '<=', lastDayOf(to))
    .distinctOn('told.date')
    .orderBy('told.date')
    .orderBy('timescale.since', 'desc')
    .select(['told.date as told_on', 'last.date as due_on']);
}
