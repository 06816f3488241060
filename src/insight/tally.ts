import { sql } from 'kysely';
import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Db } from '../platform/database/db.ts';
import type { Line, Measure, Period } from './measure.ts';
import { firstDayOf, type Month, monthOf, monthsBetween } from './month.ts';
import type { MonthOfLines } from './series-point.ts';

/**
 * The lines of many months, added up by the database: a million contacts come back as a few thousand rows.
 *
 * Equal lines are one and the same object, as often as it was counted, so they are for adding up and not for listing. Months before the
 * first line are left out: nothing was counted then, which is not the same as none.
 */
export async function monthsOfLines(
  db: Db,
  measure: Measure,
  period: Period,
): Promise<readonly MonthOfLines[]> {
  const lines =
    measure.kind === 'stock' ? await stock(db, measure, period) : await events(db, measure, period);
  const months = monthsBetween(period.from, period.to);
  const first = months.findIndex((month) => lines.has(month));
  return (first === -1 ? months.slice(-1) : months.slice(first)).map((month) => ({
    month,
    lines: lines.get(month) ?? [],
  }));
}

type ByMonth = Map<Month, Line[]>;

// A count keeps its days, because rare events are judged by the days between them; the rest needs the month alone.
async function events(db: Db, measure: Measure, period: Period): Promise<ByMonth> {
  const grain = measure.kind === 'count' ? 'day' : 'month';
  const rows = await db
    .selectFrom(measure.lines(db, period).as('lines'))
    .select(({ fn }) => [
      sql<Day>`date_trunc(${sql.lit(grain)}, lines."happenedOn"::timestamp)::date`.as('happenedOn'),
      'lines.met',
      'lines.value',
      sql<Id>`min(lines.subject::text)`.as('subject'),
      fn.countAll<number>().as('times'),
    ])
    .groupBy([sql`1`, 'lines.met', 'lines.value'])
    .execute();
  const byMonth: ByMonth = new Map();
  for (const { times, ...row } of rows) {
    const line: Line = { ...row, contactId: null };
    add(byMonth, monthOf(row.happenedOn), Array.from<Line>({ length: times }).fill(line));
  }
  return byMonth;
}

// A child open at many month ends is one row: which months, as the bits of a number. Thirty-six months fit, forty-eight would too.
async function stock(db: Db, measure: Measure, period: Period): Promise<ByMonth> {
  const months = monthsBetween(period.from, period.to);
  const zero = Number(period.from.slice(0, 4)) * 12 + Number(period.from.slice(5));
  const rows = await db
    .selectFrom(measure.lines(db, period).as('lines'))
    .select([
      'lines.subject',
      sql<number>`bit_or(1::bigint << (extract(year from lines."happenedOn") * 12 + extract(month from lines."happenedOn") - ${zero})::integer)`.as(
        'months',
      ),
    ])
    .groupBy('lines.subject')
    .execute();
  const byMonth: ByMonth = new Map();
  for (const { subject, months: bits } of rows) {
    const line: Line = {
      subject,
      contactId: null,
      happenedOn: firstDayOf(period.to),
      met: true,
      value: null,
    };
    for (const [at, month] of months.entries()) {
      if (Math.floor(bits / 2 ** at) % 2 === 1) add(byMonth, month, [line]);
    }
  }
  return byMonth;
}

function add(byMonth: ByMonth, month: Month, lines: readonly Line[]): void {
  const there = byMonth.get(month);
  if (there === undefined) byMonth.set(month, [...lines]);
  else for (const line of lines) there.push(line);
}
