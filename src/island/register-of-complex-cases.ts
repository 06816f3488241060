import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import { duringWork, earlierDay, laterDay, workingDayFrom, workingDayUpTo } from './instants.ts';
import type { Making } from './making.ts';
import type { Partner } from './partners.ts';
import { type OpenPeriod, type Periods, workerOn } from './periods.ts';
import { managerOf } from './periods-of-service.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { ENTERED, LEFT, NOT_HELD, REVIEWED, TOOK_PART } from './words/complex-cases.ts';

/** Families of every thousand children on the island whose cases come on the register in three years. Invented. */
const FAMILIES = 4;
const DAYS_ON = 170;
const HELD = 0.8;
const MINUTES = [45, 60, 60, 90] as const;
const LAST_REVIEW_MISSED = 0.3;

/** Keeps the register of complex cases: who came on it and why, who takes part, thinking time booked and held, reviews, and who left. */
export function writeComplexCases(making: Making, cast: Cast, periods: Periods, children: number): void {
  const random = making.random('complex cases');
  const hard = periods.all
    .filter(({ table, tenures, beganOn, endsOn }) => {
      const from = workingDayFrom(making, beganOn, 60);
      return table === 'referral' && tenures.length > 0 && from < endsOn && from < addDays(making.today, -20);
    })
    .toSorted((one, other) => other.family.hardship - one.family.hardship || (one.id < other.id ? -1 : 1));
  const families = new Map(hard.map((period) => [period.family.id, period]));
  const wanted = Math.ceil((children * FAMILIES) / 1_000);
  for (const period of [...families.values()].slice(0, wanted)) enter(making, cast, random, period);
}

type OnRegister = {
  readonly id: Id;
  readonly period: OpenPeriod;
  readonly enteredOn: Day;
  /** The day of leaving, or of today while it stands. */
  readonly until: Day;
  readonly manager: Holder;
};

function enter(making: Making, cast: Cast, random: Random, period: OpenPeriod): void {
  const enteredOn = workingDayFrom(making, period.beganOn, random.whole(14, 50));
  const worker = workerOn(period, enteredOn);
  const manager = managerOf(cast, worker?.placeKey, enteredOn);
  if (worker === undefined || manager === undefined) return;
  const id = random.id();
  const leftOn = earlierDay(
    workingDayFrom(making, enteredOn, Math.round(random.lognormal(DAYS_ON, 0.4))),
    period.endsOn,
  );
  const entered = { at: duringWork(making, random, enteredOn), by: manager.staffId };
  const about = { id, person_id: period.personId, entered_on: enteredOn, entered_by: manager.staffId };
  making.ledger.add(
    'complex_case',
    { ...about, entered_why: random.pick(ENTERED), lead_id: manager.staffId },
    entered,
  );
  const until = earlierDay(leftOn, making.today);
  const stands = { id, period, enteredOn, until, manager };
  takePart(making, random, cast.partners, stands, entered);
  thinkTogether(making, random, stands);
  reviewMonthly(making, cast, random, stands);
  if (leftOn >= making.today) return;
  const by = managerOf(cast, worker.placeKey, leftOn)?.staffId ?? manager.staffId;
  const left = { at: duringWork(making, random, leftOn), by };
  making.ledger.change(
    'complex_case',
    id,
    { left_on: leftOn, left_by: by, left_why: random.pick(LEFT) },
    left,
  );
}

function takePart(
  making: Making,
  random: Random,
  partners: readonly Partner[],
  { id, period }: OnRegister,
  entered: { readonly at: Date; readonly by: Id },
): void {
  for (const partner of random.some(partners, random.whole(2, 4))) {
    const who = random.pick(partner.people).name;
    const part = {
      id: random.id(),
      complex_case_id: id,
      person_id: period.personId,
      agency_id: partner.id,
      who,
    };
    making.ledger.add('complex_case_agency', part, entered);
  }
}

/** Booked some days ahead; while a case stands, the next one is booked already. */
function thinkTogether(making: Making, random: Random, stands: OnRegister): void {
  const { id, period, enteredOn, until, manager } = stands;
  let bookedOn = workingDayFrom(making, enteredOn, random.whole(5, 14));
  while (stillThere(manager, bookedOn) && (bookedOn < until || until === making.today)) {
    const saidOn = laterDay(
      enteredOn,
      workingDayUpTo(making, earlierDay(bookedOn, making.today), random.whole(4, 12)),
    );
    const timeId = random.id();
    const minutes = random.pick(MINUTES);
    const booked = { booked_on: bookedOn, booked_minutes: minutes, booked_by: manager.staffId };
    making.ledger.add(
      'thinking_time',
      { id: timeId, complex_case_id: id, person_id: period.personId, ...booked, who: random.pick(TOOK_PART) },
      { at: duringWork(making, random, saidOn), by: manager.staffId },
    );
    if (bookedOn >= making.today) return;
    endThinking(making, random, { id: timeId, bookedOn, minutes, by: manager });
    bookedOn = workingDayFrom(making, bookedOn, random.whole(21, 45));
  }
}

type Booked = { readonly id: Id; readonly bookedOn: Day; readonly minutes: number; readonly by: Holder };

function endThinking(making: Making, random: Random, { id, bookedOn, minutes, by }: Booked): void {
  const isHeld = random.chance(HELD);
  const held = {
    held_on: bookedOn,
    held_minutes: Math.max(20, minutes + random.pick([-30, -15, 0, 0, 0, 15])),
  };
  const said = isHeld ? held : { not_held_why: random.pick(NOT_HELD) };
  const recorded = { at: duringWork(making, random, bookedOn), by: by.staffId };
  making.ledger.change('thinking_time', id, { ...said, ended_by: by.staffId }, recorded);
}

function reviewMonthly(
  making: Making,
  cast: Cast,
  random: Random,
  { id, period, enteredOn, until }: OnRegister,
): void {
  const skipsLast = random.chance(LAST_REVIEW_MISSED);
  let on = workingDayFrom(making, enteredOn, random.whole(20, 30));
  while (on < (skipsLast ? addDays(until, -30) : until)) {
    const by = managerOf(cast, workerOn(period, on)?.placeKey, on)?.staffId;
    if (by === undefined) return;
    const review = {
      id: random.id(),
      complex_case_id: id,
      person_id: period.personId,
      reviewed_on: on,
      reviewed_by: by,
    };
    making.ledger.add(
      'complex_case_review',
      { ...review, words: random.pick(REVIEWED) },
      { at: duringWork(making, random, on), by },
    );
    on = workingDayFrom(making, on, random.whole(22, 32));
  }
}

function stillThere({ untilOn }: Holder, on: Day): boolean {
  return untilOn === undefined || on <= untilOn;
}
