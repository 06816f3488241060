import { addDays, type Day } from '../language/day.ts';
import type { Cast } from './contact-made.ts';
import { earlierDay, lastDayOf } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, siblingGroups, type Tenure } from './periods.ts';
import type { Random } from './random.ts';
import { type Scenario, ScenarioNotMet } from './scenario.ts';
import type { Holder } from './staff.ts';
import { childrenOn, cut, type Stretch, staysFor, stretchesOf, takersOf } from './stretches.ts';

/** Nobody shares out by number alone: somebody who fits better may have so many children more. Invented. */
const UNEVEN = 6;
/** What began since so many days still waits for a worker. */
const WAITING_DAYS = 1;

/**
 * Gives every child a worker, brothers and sisters the same: one of those who take such children and have fewest then. Who leaves hands
 * over on the last day. What began a moment ago still waits. Where a scenario says how many children the busiest social worker has at
 * the end of a month, one has exactly so many.
 */
export function shareOut(making: Making, cast: Cast, periods: Periods, scenario: Scenario): void {
  const random = making.random('sharing out');
  const waitingSince = addDays(making.today, -WAITING_DAYS);
  const groups = siblingGroups(periods.all.filter(({ beganOn }) => beganOn < waitingSince));
  const waiting = inOrder(groups.flatMap((group) => stretchesOf(making, random, group)));
  const given: Stretch[] = [];
  const loads = new Map<Holder, Stretch[]>();
  for (let stretch = waiting.shift(); stretch !== undefined; stretch = waiting.shift()) {
    const worker = leastLoaded(random, cast, loads, stretch);
    stretch.worker = worker;
    given.push(stretch);
    loads.set(worker, [...(loads.get(worker) ?? []), stretch]);
    const leavesOn = worker.untilOn;
    if (leavesOn !== undefined && !staysFor(worker, stretch, making.today))
      queue(waiting, cut(stretch, leavesOn, 'handed over'));
  }
  for (const [month, most] of Object.entries(scenario.busiestWorker).toSorted())
    meetBusiest(making, cast, given, lastDayOf(month), most);
  settle(given);
}

function inOrder(stretches: readonly Stretch[]): Stretch[] {
  return stretches.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
}

/** Puts one into its place; those of the same day that wait already come first. */
function queue(waiting: Stretch[], stretch: Stretch): void {
  const at = waiting.findIndex(({ fromOn }) => fromOn > stretch.fromOn);
  waiting.splice(at < 0 ? waiting.length : at, 0, stretch);
}

function leastLoaded(random: Random, cast: Cast, loads: Map<Holder, Stretch[]>, stretch: Stretch): Holder {
  const on = stretch.fromOn;
  const possible = takersOf(cast.holders, stretch);
  const carried = possible.map((holder) => {
    const open = (loads.get(holder) ?? []).filter(({ untilOn }) => untilOn > on);
    loads.set(holder, open);
    return open.reduce((sum, one) => sum + childrenOn(one, on), random.unit() * UNEVEN);
  });
  const least = Math.min(...carried);
  return random.pick(possible.filter((_, index) => carried[index] === least));
}

function settle(given: readonly Stretch[]): void {
  const tenures = new Map<OpenPeriod, Tenure[]>();
  for (const { group, fromOn, untilOn, came, worker } of inOrder(given))
    for (const period of group) {
      const until = earlierDay(untilOn, period.endsOn);
      if (worker === undefined || until <= fromOn) continue;
      tenures.set(period, [...(tenures.get(period) ?? []), { worker, fromOn, untilOn: until, came }]);
    }
  for (const [period, ofPeriod] of tenures) period.tenures = ofPeriod;
}

type Open = { readonly stretch: Stretch; readonly children: number };

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
  for (const { stretch, children } of open) add(stretch.worker, children);
  const of = (worker: Holder | undefined) => (worker === undefined ? 0 : (loads.get(worker) ?? 0));
  return {
    of,
    move({ stretch, children }, to) {
      add(stretch.worker, -children);
      add(to, children);
      stretch.worker = to;
    },
    workers: () => [...loads.keys()].toSorted((one, other) => of(other) - of(one)),
  };
}

/** Moves families between workers until nobody has more than so many children on a day, and one social worker has exactly that. */
function meetBusiest(making: Making, cast: Cast, given: readonly Stretch[], on: Day, most: number): void {
  const open = given
    .map((stretch) => ({ stretch, children: childrenOn(stretch, on) }))
    .filter(({ children }) => children > 0)
    .toSorted((one, other) => other.children - one.children);
  const loads = loadsOf(open);
  const takers = (stretch: Stretch) =>
    takersOf(cast.holders, stretch).filter((holder) => staysFor(holder, stretch, making.today));
  relieve(open, loads, most, takers);
  const busiest = loads.workers().find(({ role }) => role === 'social worker');
  if (busiest !== undefined) fill(open, loads, { busiest, most }, takers);
  const came = loads.of(loads.workers()[0]);
  if (loads.of(busiest) !== most || came > most)
    throw new ScenarioNotMet(
      `${most} children are asked of the busiest social worker on ${on}, and ${came} came out. Ask for another size of island`,
    );
}

type Takers = (stretch: Stretch) => readonly Holder[];

function relieve(open: readonly Open[], loads: Loads, most: number, takers: Takers): void {
  for (const one of open) {
    if (loads.of(one.stretch.worker) <= most) continue;
    const [least] = takers(one.stretch).toSorted((some, other) => loads.of(some) - loads.of(other));
    if (least !== undefined && loads.of(least) + one.children <= most) loads.move(one, least);
  }
}

function fill(
  open: readonly Open[],
  loads: Loads,
  { busiest, most }: { readonly busiest: Holder; readonly most: number },
  takers: Takers,
): void {
  for (const one of open) {
    const fits = one.stretch.worker !== busiest && one.children <= most - loads.of(busiest);
    if (fits && takers(one.stretch).includes(busiest)) loads.move(one, busiest);
  }
}
