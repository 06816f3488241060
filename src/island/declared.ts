import { addDays, type Day } from '../language/day.ts';
import type { Cast } from './contact-made.ts';
import { earlier } from './instants.ts';
import type { Making } from './making.ts';
import type { Scenario } from './scenario.ts';

/** Says on which days schools were closed, and children were to be seen within a time of their own. */
export type SchoolsClosed = (on: Day) => boolean;

type Declared = {
  readonly title: string;
  readonly reason: string;
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
};

/** Where a scenario says nothing of schools, a storm closed them for some days of the winter before. Invented. */
const STORM = { back: 392, days: 9, interval: 7 } as const;

/** Declares that schools are closed, by the head of service, when the scenario says so or after a storm; each has ended. */
export function declareSchoolsClosed(
  making: Making,
  { holders }: Cast,
  { schoolsClosed }: Scenario,
): SchoolsClosed {
  const random = making.random('declared');
  const head = holders.find(({ role }) => role === 'head of service');
  const declared = schoolsClosed.length > 0 ? schoolsClosed.map((one) => pandemic(one)) : [storm(making)];
  for (const { title, reason, from, until, days } of declared) {
    if (head === undefined || until > making.today) continue;
    const id = random.id();
    const said = {
      id,
      title,
      reason,
      for_whom: 'all',
      interval_days: days,
      from_on: from,
      until_on: null,
      declared_by: head.staffId,
    };
    making.ledger.add('declared_period', said, {
      at: making.atMinute(addDays(from, -1), 940),
      by: head.staffId,
    });
    const at = earlier(making.atMinute(until, 600), making.now);
    making.ledger.change(
      'declared_period',
      id,
      { ended_on: until, ended_by: head.staffId },
      { at, by: head.staffId },
    );
  }
  return (on) => declared.some(({ from, until }) => from <= on && on < until);
}

function pandemic({ from, until, days }: Scenario['schoolsClosed'][number]): Declared {
  return {
    title: 'Schools are closed',
    reason:
      'Schools are closed to most children, so fewer people see them. Each open child is seen, by video where nobody may go in.',
    from,
    until,
    days,
  };
}

function storm(making: Making): Declared {
  const from = addDays(making.today, -STORM.back);
  return {
    title: 'Schools closed after the storm',
    reason:
      'Roofs are off two schools and roads are blocked. Teachers see the children again when they open.',
    from,
    until: addDays(from, STORM.days),
    days: STORM.interval,
  };
}
