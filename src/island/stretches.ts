import { addDays, type Day, daysBetween } from '../language/day.ts';
import { earlierDay, laterDay, workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import type { Came, OpenPeriod } from './periods.ts';
import { siblingGroups } from './periods.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';

/** A time in which one worker is to have brothers and sisters together; where it ends before their work does, the next one follows. */
export type Stretch = {
  readonly group: readonly OpenPeriod[];
  readonly fromOn: Day;
  untilOn: Day;
  readonly came: Came;
  /** The teams whose workers may have it. */
  readonly places: readonly string[];
  worker?: Holder;
  before?: Stretch;
  next?: Stretch;
};

const WORKERS = { referral: 'social worker', early_help_episode: 'early help worker' } as const;
const ASSESSING = ['assessment'];
const EARLY_HELP = ['early-help'];
/** An assessment takes so many days, from the least to the most: most are within 45 working days. Invented. */
const ASSESSED_AFTER = [20, 75] as const;
/** Of those in need, the share who pass to a team that works with them for longer, and those of them who have complex needs. Invented. */
const TRANSFERRED = 0.8;
const COMPLEX = 0.3;
/** Of the long ones, the share handed over to a colleague of the same team for no reason of rules. Invented. */
const HANDED_OVER = 0.12;
const LONG = 150;

/** Decides for whom an assessment goes on in need, brothers and sisters on one day; it is over where the work ended before. */
export function assess(making: Making, periods: readonly OpenPeriod[]): void {
  const random = making.random('assessing');
  for (const group of siblingGroups(periods.filter(({ table }) => table === 'referral'))) {
    const [first] = group;
    if (first === undefined) continue;
    const on = workingDayFrom(making, first.beganOn, random.whole(...ASSESSED_AFTER));
    for (const period of group) if (on < earlierDay(period.endsOn, making.today)) period.assessedOn = on;
  }
}

/** The times of one group of brothers and sisters, without workers yet. */
export function stretchesOf(
  making: Making,
  random: Random,
  group: readonly OpenPeriod[],
): readonly Stretch[] {
  const [first] = group;
  if (first === undefined) return [];
  const endsOn = group.map((one) => one.endsOn).reduce(laterDay);
  const assessedOn = group.find((one) => one.assessedOn !== undefined)?.assessedOn;
  const isPassed = assessedOn !== undefined && random.chance(TRANSFERRED) && addDays(assessedOn, 14) < endsOn;
  const places = first.table === 'referral' ? ASSESSING : EARLY_HELP;
  const start: Stretch = { group, fromOn: first.beganOn, untilOn: endsOn, came: 'allocated', places };
  const there = isPassed ? [random.chance(COMPLEX) ? 'complex-needs' : 'family-support'] : places;
  const passed = isPassed ? cut(start, assessedOn, 'transferred', there) : start;
  const long = daysBetween(passed.fromOn, passed.untilOn);
  const on = workingDayFrom(making, passed.fromOn, random.whole(45, 120));
  const isHanded = long > LONG && random.chance(HANDED_OVER) && on < making.today;
  const last = isHanded ? cut(passed, on, 'handed over', there) : passed;
  return [...new Set([start, passed, last])];
}

/** Ends a stretch on a day, from which on another worker is to have the children. */
export function cut(stretch: Stretch, on: Day, came: Came, places = stretch.places): Stretch {
  const rest: Stretch = { group: stretch.group, fromOn: on, untilOn: stretch.untilOn, came, places };
  rest.before = stretch;
  if (stretch.next !== undefined) {
    rest.next = stretch.next;
    stretch.next.before = rest;
  }
  stretch.untilOn = on;
  stretch.next = rest;
  return rest;
}

/** Who may have such children: of the right post and team, there when it begins, and nobody who had them just before or has them next. */
export function takersOf(holders: readonly Holder[], stretch: Stretch): readonly Holder[] {
  const { group, fromOn, places, before, next } = stretch;
  const role = WORKERS[group[0]?.table ?? 'referral'];
  return holders.filter(
    (holder) =>
      holder.role === role &&
      places.includes(holder.placeKey) &&
      holder.fromOn <= fromOn &&
      (holder.untilOn === undefined || fromOn < addDays(holder.untilOn, -1)) &&
      holder !== before?.worker &&
      holder !== next?.worker,
  );
}

/** How many of its children a stretch has on a day. */
export function childrenOn({ group, fromOn, untilOn }: Stretch, on: Day): number {
  if (on < fromOn || untilOn <= on) return 0;
  return group.filter(({ endsOn }) => on < endsOn).length;
}

/** Says whether somebody stays until a stretch is over, or until today. */
export function staysFor({ untilOn }: Holder, stretch: Stretch, today: Day): boolean {
  return untilOn === undefined || earlierDay(stretch.untilOn, today) <= untilOn;
}
