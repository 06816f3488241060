import { type Day, daysBetween } from '../language/day.ts';
import { type Id, id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import type { Beside } from './exercises.ts';
import { colleaguesOf, handedAt, handOver, offerToday } from './handovers.ts';
import { duringWork, earlier, earlierDay, workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import type { OpenPeriod, Periods, Tenure } from './periods.ts';
import { managerOf, type Service } from './periods-of-service.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';

/** Of the times a worker has a child, those in which a colleague works beside them. Invented. */
const BESIDE = 0.09;
const LONG = 40;

/** Writes who has had each child, who worked beside them, and how each was handed over and accepted. */
export function writeAllocations(
  making: Making,
  cast: Cast,
  periods: Periods,
  services: readonly Service[],
): Beside {
  const random = making.random('allocations');
  const endings = new Map(services.map(({ period, ended }) => [period, ended]));
  for (const period of periods.all)
    for (const [index, tenure] of period.tenures.entries()) {
      if (tenure.fromOn > making.today) continue;
      const until = untilOf(making, tenure, period.tenures[index + 1], endings.get(period));
      writeTenure(making, cast, random, { period, tenure, until });
      const before = period.tenures[index - 1];
      if (before !== undefined) handOver(making, cast, random, { period, from: before, to: tenure });
    }
  offerToday(making, cast, random, periods);
  return besideIn(making);
}

function besideIn({ ledger }: Making): Beside {
  const ends = new Map((ledger.changed.get('allocation') ?? []).map((row) => [row['id'], row['ended_on']]));
  const all = (ledger.added.get('allocation') ?? []).filter((row) => row['kind'] === 'co-worker');
  const byChild = Map.groupBy(all, (row) => row['person_id']);
  return (personId, on) =>
    (byChild.get(personId) ?? [])
      .filter((row) => String(row['from_on']) <= on && on < String(ends.get(row['id']) ?? '9999'))
      .map((row) => id(String(row['staff_id'])));
}

type Until = { readonly on: Day; readonly at: Date; readonly by: Id } | undefined;

function untilOf(making: Making, tenure: Tenure, next: Tenure | undefined, ended: Until): Until {
  if (next === undefined || next.fromOn > making.today) return ended;
  return { on: tenure.untilOn, at: handedAt(making, next), by: next.worker.staffId };
}

type Written = { readonly period: OpenPeriod; readonly tenure: Tenure; readonly until: Until };

function writeTenure(making: Making, cast: Cast, random: Random, written: Written): void {
  const { period, tenure, until } = written;
  const { worker, fromOn, came } = tenure;
  const manager = managerOf(cast, worker.placeKey, fromOn)?.staffId;
  const by = came === 'handed over' ? worker.staffId : manager;
  const at =
    came === 'allocated'
      ? laterOf(period.beganAt, duringWork(making, random, fromOn), making.now)
      : handedAt(making, tenure);
  allocate(making, random, { period, staff: worker, kind: 'worker', fromOn, by }, at, until);
  const days = daysBetween(fromOn, earlierDay(tenure.untilOn, making.today));
  if (days >= LONG && random.chance(BESIDE)) workBeside(making, cast, random, written);
}

/** A colleague of the team works beside them for a while, never longer than they have the child. */
function workBeside(making: Making, cast: Cast, random: Random, { period, tenure, until }: Written): void {
  const { worker, fromOn, untilOn } = tenure;
  const from = workingDayFrom(making, fromOn, random.whole(3, 20));
  const last = earlierDay(workingDayFrom(making, from, random.whole(12, 120)), untilOn);
  const [beside] = random.some(
    colleaguesOf(cast, worker, from).filter(
      (one) =>
        period.tenures.every((other) => other.worker !== one) &&
        (one.untilOn === undefined || last < one.untilOn),
    ),
    1,
  );
  if (beside === undefined || from >= last) return;
  const by = managerOf(cast, worker.placeKey, from)?.staffId;
  const own = { on: last, at: duringWork(making, random, last), by: worker.staffId };
  const ended = last === untilOn ? until : own;
  const given = { period, staff: beside, kind: 'co-worker', fromOn: from, by } as const;
  allocate(making, random, given, duringWork(making, random, from), last <= making.today ? ended : undefined);
}

function laterOf(one: Date, other: Date, now: Date): Date {
  return earlier(one > other ? one : other, now);
}

type Given = {
  readonly period: OpenPeriod;
  readonly staff: Holder;
  readonly kind: 'worker' | 'co-worker';
  readonly fromOn: Day;
  readonly by: Id | undefined;
};

function allocate(making: Making, random: Random, given: Given, at: Date, until: Until): void {
  const allocationId = random.id();
  const { period, staff, kind, fromOn, by } = given;
  making.ledger.add(
    'allocation',
    {
      id: allocationId,
      person_id: period.personId,
      staff_id: staff.staffId,
      team_id: staff.teamId ?? null,
      kind,
      from_on: fromOn,
      allocated_by: by ?? null,
    },
    { at, by },
  );
  if (until !== undefined)
    making.ledger.change(
      'allocation',
      allocationId,
      { ended_on: until.on, ended_by: until.by },
      { at: until.at, by: until.by },
    );
}
