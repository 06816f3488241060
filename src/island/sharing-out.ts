import { addDays, type Day } from '../language/day.ts';
import type { Cast } from './contact-made.ts';
import { present } from './duty.ts';
import { lastDayOf } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, standsOn } from './periods.ts';
import type { Random } from './random.ts';
import { type Scenario, ScenarioNotMet } from './scenario.ts';
import type { Holder } from './staff.ts';

const WORKERS = { referral: 'social worker', early_help_episode: 'early help worker' } as const;
const ASSESSING = ['assessment', 'family-support', 'complex-needs'];
/** What began since so many days still waits for a worker. */
const WAITING_DAYS = 1;

/**
 * Gives every child a worker, brothers and sisters the same: whoever of those who take such children has fewest then. What began a moment
 * ago still waits. Where a scenario says how many children the busiest social worker has at the end of a month, one has exactly so many.
 */
export function shareOut(making: Making, cast: Cast, periods: Periods, scenario: Scenario): void {
  const random = making.random('sharing out');
  const waitingSince = addDays(making.today, -WAITING_DAYS);
  const groups = siblingGroups(periods.all.filter(({ beganOn }) => beganOn < waitingSince));
  const loads = new Map<Holder, OpenPeriod[]>();
  for (const group of groups) {
    const worker = leastLoaded(random, cast, loads, group);
    give(group, worker);
    loads.set(worker, [...(loads.get(worker) ?? []), ...group]);
  }
  for (const [month, most] of Object.entries(scenario.busiestWorker).toSorted())
    meetBusiest(cast, groups, lastDayOf(month), most);
}

type Group = readonly OpenPeriod[];

function siblingGroups(all: readonly OpenPeriod[]): readonly Group[] {
  const ordered = all.toSorted((one, other) => (one.beganOn < other.beganOn ? -1 : 1));
  const families = new Map(ordered.map(({ family }, index) => [family, index]));
  return [
    ...Map.groupBy(
      ordered,
      ({ family, table, beganOn }) => `${families.get(family)} ${table} ${beganOn}`,
    ).values(),
  ];
}

function give(group: Group, worker: Holder): void {
  for (const period of group) period.worker = worker;
}

function leastLoaded(random: Random, cast: Cast, loads: Map<Holder, OpenPeriod[]>, group: Group): Holder {
  const on = group[0]?.beganOn ?? '';
  const possible = takersOf(cast, group);
  const carried = possible.map((holder) => {
    const open = (loads.get(holder) ?? []).filter(({ endsOn }) => endsOn > on);
    loads.set(holder, open);
    return open.length;
  });
  const least = Math.min(...carried);
  return random.pick(possible.filter((_, index) => carried[index] === least));
}

/** Who takes such children, is there when it begins, and does not leave before it ends, if there is such a one. */
function takersOf(cast: Cast, group: Group): readonly Holder[] {
  const [first] = group;
  if (first === undefined) return [];
  const fitting = cast.holders.filter(
    ({ role, placeKey }) =>
      role === WORKERS[first.table] && (first.table !== 'referral' || ASSESSING.includes(placeKey)),
  );
  const there = present(fitting, first.beganOn);
  const staying = there.filter(
    ({ untilOn }) => untilOn === undefined || group.every(({ endsOn }) => endsOn <= untilOn),
  );
  return staying.length > 0 ? staying : there;
}

type Open = { readonly group: Group; readonly children: number };

/** Who works with how many children on a day, while families are moved between workers. */
type Loads = {
  of(worker: Holder | undefined): number;
  move(one: Open, to: Holder): void;
  /** Those who have any, most first. */
  workers(): readonly Holder[];
};

function loadsOf(open: readonly Open[]): Loads {
  const loads = new Map<Holder, number>();
  const add = (worker: Holder | undefined, children: number) => {
    if (worker !== undefined) loads.set(worker, (loads.get(worker) ?? 0) + children);
  };
  for (const { group, children } of open) add(group[0]?.worker, children);
  const of = (worker: Holder | undefined) => (worker === undefined ? 0 : (loads.get(worker) ?? 0));
  return {
    of,
    move({ group, children }, to) {
      add(group[0]?.worker, -children);
      add(to, children);
      give(group, to);
    },
    workers: () => [...loads.keys()].toSorted((one, other) => of(other) - of(one)),
  };
}

/** Moves families between workers until nobody has more than so many children on a day, and one social worker has exactly that. */
function meetBusiest(cast: Cast, groups: readonly Group[], on: Day, most: number): void {
  const open = groups
    .map((group) => ({ group, children: group.filter((period) => standsOn(period, on)).length }))
    .filter(({ children }) => children > 0)
    .toSorted((one, other) => other.children - one.children);
  const loads = loadsOf(open);
  relieve(cast, open, loads, most);
  const busiest = loads.workers().find(({ role }) => role === 'social worker');
  if (busiest !== undefined) fill(cast, open, loads, busiest, most);
  const came = loads.of(loads.workers()[0]);
  if (loads.of(busiest) !== most || came > most)
    throw new ScenarioNotMet(
      `${most} children are asked of the busiest social worker on ${on}, and ${came} came out. Ask for another size of island`,
    );
}

function relieve(cast: Cast, open: readonly Open[], loads: Loads, most: number): void {
  for (const one of open) {
    if (loads.of(one.group[0]?.worker) <= most) continue;
    const [least] = takersOf(cast, one.group).toSorted((some, other) => loads.of(some) - loads.of(other));
    if (least !== undefined && loads.of(least) + one.children <= most) loads.move(one, least);
  }
}

function fill(cast: Cast, open: readonly Open[], loads: Loads, busiest: Holder, most: number): void {
  for (const one of open) {
    const fits = one.group[0]?.worker !== busiest && one.children <= most - loads.of(busiest);
    if (fits && takersOf(cast, one.group).includes(busiest)) loads.move(one, busiest);
  }
}
