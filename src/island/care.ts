import { ageOn } from '../language/age.ts';
import { addDays, addMonths, type Day, day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { CARE_BASES, CARE_PLACEMENTS, type CareBasis, PLAN_CATEGORIES } from '../profile/code-sets/care.ts';
import { earlier, earlierDay, lastDayOf, laterDay } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, standsOn, workerOn } from './periods.ts';
import type { Random } from './random.ts';
import { type Scenario, ScenarioNotMet } from './scenario.ts';

/** A time in which social care was open for a child, as far as it was a child. */
type Childhood = { readonly period: OpenPeriod; readonly bornOn: Day; readonly until: Day };

/** A time on a plan or in care, within such a time. */
type Stay = { readonly within: Childhood; readonly beganOn: Day; endsOn: Day };

/** Who was on a protection plan when. */
export type Plans = { stoodFor(personId: Id, on: Day): boolean };

type Kind = {
  readonly table: 'protection_plan' | 'period_of_care';
  readonly process: string;
  /** Of the times that social care is open, the share in which it comes to this, and after how many days in the middle. Invented. */
  readonly share: number;
  readonly after: number;
  readonly wanted: Readonly<Record<string, number>>;
  /** Of them, at least so many aged 16 and 17. */
  readonly wantedAged16And17: Readonly<Record<string, number>>;
};

/** Makes up who was on a protection plan and who in care, as many at the end of a month as the scenario asks of it. */
export function writeCare(making: Making, periods: Periods, scenario: Scenario): Plans {
  const open = childrenOpen(making, periods);
  const plans = {
    table: 'protection_plan',
    process: 'plans',
    share: 0.14,
    after: 21,
    wanted: scenario.onPlans,
    wantedAged16And17: {},
  } as const;
  const care = {
    table: 'period_of_care',
    process: 'care',
    share: 0.18,
    after: 10,
    wanted: scenario.inCare,
    wantedAged16And17: scenario.inCareAged16And17,
  } as const;
  const [onPlans = []] = [plans, care].map((kind) => {
    const random = making.random(kind.process);
    const stays = staysOf(random, open, kind);
    for (const stay of stays) write(making, random, kind, stay);
    return stays;
  });
  const byChild = Map.groupBy(onPlans, ({ within }) => within.period.personId);
  return {
    stoodFor: (personId, on) => (byChild.get(personId) ?? []).some((stay) => standsOn(stay, on)),
  };
}

/** When social care was open for children who were born by then, until they are grown up; for each child one after the other. */
function childrenOpen(making: Making, periods: Periods): readonly Childhood[] {
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
    .flatMap((period) => {
      const bornOn = birth.get(period.personId);
      const last = until.get(period.personId);
      if (typeof bornOn !== 'string' || (last !== undefined && period.beganOn < last)) return [];
      const childhood = childhoodIn(day(bornOn), period);
      if (childhood !== undefined) until.set(period.personId, childhood.until);
      return childhood ?? [];
    });
}

function childhoodIn(bornOn: Day, period: OpenPeriod): Childhood | undefined {
  const grownUpOn = addMonths(bornOn, 18 * 12);
  const until = earlierDay(period.endsOn, grownUpOn);
  return bornOn <= period.beganOn && period.beganOn < until ? { period, bornOn, until } : undefined;
}

function staysOf(random: Random, open: readonly Childhood[], kind: Kind): readonly Stay[] {
  let stays = open.flatMap((within): Stay[] => {
    const beganOn = addDays(within.period.beganOn, Math.round(random.lognormal(kind.after, 0.6)));
    return random.chance(kind.share) && beganOn < within.until
      ? [{ within, beganOn, endsOn: within.until }]
      : [];
  });
  let since: Day | undefined;
  for (const month of Object.keys(kind.wanted).toSorted()) {
    const last = lastDayOf(month);
    const [wanted = 0, aged = 0] = [kind.wanted[month], kind.wantedAged16And17[month]];
    stays = met(random, open, stays, { month, last, since, wanted, aged });
    since = last;
  }
  return stays;
}

type Asked = {
  readonly month: string;
  readonly last: Day;
  readonly since: Day | undefined;
  readonly wanted: number;
  readonly aged: number;
};

/** The same with so many standing at the end of a month; the end of the month that was asked before stays as it is. */
function met(random: Random, open: readonly Childhood[], stays: readonly Stay[], asked: Asked): Stay[] {
  const { last, wanted, aged } = asked;
  const isAged = ({ bornOn }: Childhood) => ageOn(bornOn, last) >= 16;
  const there = stays.filter((stay) => standsOn(stay, last));
  const taken = new Set(stays.map(({ within }) => within));
  const free = open.filter((one) => one.period.beganOn <= last && last < one.until && !taken.has(one));
  const agedThere = there.filter(({ within }) => isAged(within)).length;
  const agedJoining = random.some(free.filter(isAged), Math.max(0, aged - agedThere));
  const missing = Math.max(0, wanted - there.length - agedJoining.length);
  const others = random.some(
    free.filter((one) => !agedJoining.includes(one)),
    missing,
  );
  if (agedThere + agedJoining.length < aged || others.length < missing) throw cannotMeet(asked, free.length);
  const young = there.filter(({ within }) => !isAged(within));
  const tooMany = Math.max(0, there.length + agedJoining.length - wanted);
  const leaving = [...random.some(young, tooMany), ...random.some(there, tooMany)].slice(0, tooMany);
  for (const stay of leaving) stay.endsOn = last;
  return [...stays, ...[...agedJoining, ...others].map((within) => joining(random, within, asked))];
}

function joining(random: Random, within: Childhood, { last, since }: Asked): Stay {
  const lately = laterDay(addDays(last, -random.whole(0, 60)), within.period.beganOn);
  const beganOn = since === undefined ? lately : laterDay(lately, addDays(since, 1));
  return { within, beganOn, endsOn: within.until };
}

function cannotMeet({ month, wanted, aged }: Asked, free: number): ScenarioNotMet {
  return new ScenarioNotMet(
    `${wanted} are asked of the end of ${month}, ${aged} of them aged 16 and 17, and social care was open for only ${free} other children. Ask for a larger island`,
  );
}

function write(making: Making, random: Random, { table }: Kind, { within, beganOn, endsOn }: Stay): void {
  const id = random.id();
  const by = workerOn(within.period, beganOn)?.staffId;
  if (beganOn > making.today) return;
  const began = { at: earlier(making.atMinute(beganOn, random.whole(560, 1_000)), making.now), by };
  const about = { id, person_id: within.period.personId, began_on: beganOn };
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
