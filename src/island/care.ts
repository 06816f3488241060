import { addDays, addMonths, type Day, day, startOfMonth } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { CARE_BASES, CARE_PLACEMENTS, type CareBasis, PLAN_CATEGORIES } from '../profile/code-sets/care.ts';
import { earlier } from './instants.ts';
import type { Making } from './making.ts';
import type { OpenPeriod, Periods } from './periods.ts';
import type { Random } from './random.ts';
import { type Scenario, ScenarioNotMet } from './scenario.ts';

/** A time on a plan or in care, within the time that social care is open for the child. */
type Stay = { readonly within: OpenPeriod; readonly beganOn: Day; endsOn: Day };

type Kind = {
  readonly table: 'protection_plan' | 'period_of_care';
  readonly process: string;
  /** Of the times that social care is open, the share in which it comes to this, and after how many days in the middle. Invented. */
  readonly share: number;
  readonly after: number;
  readonly wanted: Readonly<Record<string, number>>;
};

/** Makes up who was on a protection plan and who in care, as many at the end of a month as the scenario asks of it. */
export function writeCare(making: Making, periods: Periods, scenario: Scenario): void {
  const open = childrenOpen(making, periods);
  const plans = {
    table: 'protection_plan',
    process: 'plans',
    share: 0.14,
    after: 21,
    wanted: scenario.onPlans,
  } as const;
  const care = {
    table: 'period_of_care',
    process: 'care',
    share: 0.18,
    after: 10,
    wanted: scenario.inCare,
  } as const;
  for (const kind of [plans, care]) {
    const random = making.random(kind.process);
    for (const stay of staysOf(random, open, kind)) write(making, random, kind, stay);
  }
}

/** When social care was open for children who were born by then and not yet grown up; for each child one after the other. */
function childrenOpen(making: Making, periods: Periods): readonly OpenPeriod[] {
  const birth = new Map<unknown, unknown>(
    (making.ledger.added.get('person') ?? []).map((row) => [
      row['id'],
      row['died_on'] == null ? row['born_on'] : null,
    ]),
  );
  const until = new Map<Id, Day>();
  return periods.all
    .filter(({ table, beganOn }) => table === 'referral' && beganOn < making.today)
    .toSorted((one, other) => (one.beganOn < other.beganOn ? -1 : 1))
    .filter((period) => {
      const bornOn = birth.get(period.personId);
      const last = until.get(period.personId);
      if (typeof bornOn !== 'string' || !isChildhood(bornOn, period)) return false;
      if (last !== undefined && period.beganOn < last) return false;
      until.set(period.personId, period.endsOn);
      return true;
    });
}

function isChildhood(bornOn: string, { beganOn, endsOn }: OpenPeriod): boolean {
  return bornOn <= beganOn && endsOn < addMonths(day(bornOn), 18 * 12);
}

function staysOf(random: Random, open: readonly OpenPeriod[], kind: Kind): readonly Stay[] {
  let stays = open.flatMap((within): Stay[] => {
    const beganOn = addDays(within.beganOn, Math.round(random.lognormal(kind.after, 0.6)));
    return random.chance(kind.share) && beganOn < within.endsOn
      ? [{ within, beganOn, endsOn: within.endsOn }]
      : [];
  });
  let since: Day | undefined;
  for (const month of Object.keys(kind.wanted).toSorted()) {
    const last = addDays(startOfMonth(addMonths(day(`${month}-01`), 1)), -1);
    stays = met(random, open, stays, { month, last, since, wanted: kind.wanted[month] ?? 0 });
    since = last;
  }
  return stays;
}

type Asked = {
  readonly month: string;
  readonly last: Day;
  readonly since: Day | undefined;
  readonly wanted: number;
};

/** The same with so many standing at the end of a month; the end of the month that was asked before stays as it is. */
function met(random: Random, open: readonly OpenPeriod[], stays: readonly Stay[], asked: Asked): Stay[] {
  const { month, last, since, wanted } = asked;
  const there = stays.filter(({ beganOn, endsOn }) => beganOn <= last && last < endsOn);
  if (there.length >= wanted) {
    const leaving = new Set(random.some(there, there.length - wanted));
    for (const stay of leaving) stay.endsOn = last;
    return [...stays];
  }
  const taken = new Set(stays.map(({ within }) => within));
  const free = open.filter((one) => one.beganOn <= last && last < one.endsOn && !taken.has(one));
  const missing = wanted - there.length;
  if (free.length < missing)
    throw new ScenarioNotMet(
      `${wanted} are asked of the end of ${month}, and social care was open for ${there.length + free.length} children. Ask for a larger island`,
    );
  const joining = random.some(free, missing).map((within) => {
    const lately = later(addDays(last, -random.whole(0, 60)), within.beganOn);
    const beganOn = since === undefined ? lately : later(lately, addDays(since, 1));
    return { within, beganOn, endsOn: within.endsOn };
  });
  return [...stays, ...joining];
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function write(making: Making, random: Random, { table }: Kind, { within, beganOn, endsOn }: Stay): void {
  const id = random.id();
  const by = within.worker.staffId;
  if (beganOn > making.today) return;
  const began = { at: earlier(making.atMinute(beganOn, random.whole(560, 1_000)), making.now), by };
  const about = { id, person_id: within.personId, began_on: beganOn };
  const basis = random.pick(CARE_BASES.codes.slice(0, 4)).code;
  const decided = decidedBy(table, basis);
  if (table === 'protection_plan') {
    const category = random.pick(PLAN_CATEGORIES.codes).code;
    making.ledger.add(table, { ...about, category, decided_by: decided }, began);
  } else {
    const placement = random.pick(CARE_PLACEMENTS.codes.slice(0, 6)).code;
    const lives = { placement, on_island: random.chance(0.75) };
    making.ledger.add(table, { ...about, basis, ...lives, decided_by: decided }, began);
  }
  if (endsOn > making.today) return;
  const end = { at: earlier(making.atMinute(endsOn, random.whole(1_001, 1_080)), making.now), by };
  making.ledger.change(table, id, { ended_on: endsOn, end_decided_by: decided }, end);
}

function decidedBy(table: Kind['table'], basis: CareBasis): string {
  if (table === 'protection_plan') return 'Child protection conference';
  return basis === 'agreed' ? 'Head of service' : 'Royal Court';
}
