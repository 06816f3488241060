import { monthOf, monthWords } from '../insight/month.ts';
import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Plans } from './care.ts';
import type { Cast } from './contact-made.ts';
import { present } from './duty.ts';
import { duringWork, workingDayFrom, workingDayUpTo } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, workerOn } from './periods.ts';
import { managerOf, type Service } from './periods-of-service.ts';
import type { Random } from './random.ts';
import { againOn, beginRating, type Rating } from './ratings.ts';
import type { Scenario } from './scenario.ts';
import type { Holder } from './staff.ts';
import { CLOSED_NOTES, PASSED_ON, QUESTIONS } from './words/case-ratings.ts';

/** The rating exercises of an island, in days before today, where a scenario closes no schools. Invented. */
const EXERCISES_BACK = [330, 47];
/** An exercise begins so many days after schools closed, and is over after so many. Invented. */
const AFTER_CLOSING = 11;
const TAKES = 12;
/** Shares of its cases: rated at all, passed on to another manager, put on the table. Invented. */
const RATED = 0.98;
const PASSED = 0.04;
const ON_TABLE = 0.04;

/** Whom somebody works beside, in the record of allocations: whoever does may not rate the case. */
export type Beside = (personId: Id, on: Day) => readonly Id[];

/** Freezes all open cases twice, deals them to managers, rates and closes; and rates again as the clocks ask since the last one. */
export function writeExercises(
  making: Making,
  cast: Cast,
  services: readonly Service[],
  {
    plans,
    beside,
    scenario,
  }: { readonly plans: Plans; readonly beside: Beside; readonly scenario: Scenario },
): void {
  const random = making.random('ratings');
  const rating = beginRating(making, random, plans);
  const days =
    scenario.schoolsClosed.length > 0
      ? scenario.schoolsClosed.map(({ from }) => workingDayFrom(making, from, AFTER_CLOSING))
      : EXERCISES_BACK.map((back) => workingDayFrom(making, addDays(making.today, -back)));
  const held = days.filter((on) => workingDayFrom(making, on, TAKES) < making.today);
  for (const on of held) holdExercise(making, cast, random, { on, services, beside, rating });
  const since = workingDayFrom(making, held.at(-1) ?? addDays(making.today, -60), TAKES);
  lookAgain(making, cast, random, { services, rating, since });
}

type Held = {
  readonly on: Day;
  readonly services: readonly Service[];
  readonly beside: Beside;
  readonly rating: Rating;
};

function holdExercise(making: Making, cast: Cast, random: Random, held: Held): void {
  const { on, services } = held;
  const head = present(cast.holders, on).find(({ role }) => role === 'head of service');
  if (head === undefined) return;
  const frozenAt = making.atMinute(on, 540);
  const lastOn = workingDayFrom(making, on, TAKES);
  const id = random.id();
  const begun = { at: frozenAt, by: head.staffId };
  const title = `All open cases, ${monthWords(monthOf(on))}`;
  making.ledger.add('rating_exercise', { id, title, frozen_at: frozenAt, frozen_by: head.staffId }, begun);
  const open = services.filter((service) => wasOpen(service, frozenAt, on));
  for (const ofChild of Map.groupBy(open, ({ period }) => period.personId).values())
    rateCase(making, cast, random, { ...held, id, head, ofChild, lastOn });
  const closedAt = making.atMinute(lastOn, 1_020);
  const closed = { closed_at: closedAt, closed_by: head.staffId, closed_note: random.pick(CLOSED_NOTES) };
  making.ledger.change('rating_exercise', id, closed, { at: closedAt, by: head.staffId });
}

function wasOpen({ period, beganOn, ended }: Service, at: Date, on: Day): boolean {
  return beganOn < on && period.beganAt < at && (ended === undefined || ended.on > on);
}

type Case = Held & {
  readonly id: Id;
  readonly head: Holder;
  readonly ofChild: readonly Service[];
  readonly lastOn: Day;
};

function rateCase(making: Making, cast: Cast, random: Random, one: Case): void {
  const { id: exerciseId, on, ofChild, head, beside, lastOn } = one;
  const [first] = ofChild.toSorted((some, other) => (some.beganOn < other.beganOn ? -1 : 1));
  if (first === undefined) return;
  const { period } = first;
  const worker = workerOn(period, on);
  const manager = managerOf(cast, worker?.placeKey ?? placeOf(first), on);
  if (manager === undefined) return;
  const id = random.id();
  const dealtAt = making.atMinute(on, 560);
  making.ledger.add(
    'rating_case',
    {
      id,
      exercise_id: exerciseId,
      person_id: period.personId,
      opened_on: first.beganOn,
      kinds: [...new Set(ofChild.map(({ kind }) => kind))].toSorted(),
      worker_id: worker?.staffId ?? null,
      co_worker_ids: [...beside(period.personId, on)],
      team_id: worker?.teamId ?? null,
      family: period.family.id,
    },
    { at: making.atMinute(on, 540), by: head.staffId },
  );
  const dealt = { dealt_to: manager.staffId, dealt_by: head.staffId, dealt_at: dealtAt };
  making.ledger.change('rating_case', id, dealt, { at: dealtAt, by: head.staffId });
  const other = random.chance(PASSED) ? passOn(making, cast, random, { id, on, manager }) : manager;
  const ratedOn = workingDayUpTo(making, workingDayFrom(making, on, random.whole(1, TAKES - 3)));
  if (random.chance(ON_TABLE)) putOnTable(making, random, { id, on: ratedOn, manager: other });
  const isOpen = ofChild.some(({ ended }) => ended === undefined || ended.on > ratedOn);
  if (!isOpen || ratedOn >= lastOn || !random.chance(RATED)) return;
  one.rating.rate({ period, at: laterIn(making, random, ratedOn), by: other.staffId, caseId: id });
}

function placeOf({ kind }: Service): string {
  return kind === 'early help' ? 'early-help' : 'assessment';
}

function laterIn(making: Making, random: Random, on: Day): Date {
  return making.atMinute(on, random.whole(760, 1_000));
}

type OfCase = { readonly id: Id; readonly on: Day; readonly manager: Holder };

function passOn(making: Making, cast: Cast, random: Random, { id, on, manager }: OfCase): Holder {
  const others = present(cast.holders, on).filter((one) => one.role === 'team manager' && one !== manager);
  if (others.length === 0) return manager;
  const to = random.pick(others);
  const at = making.atMinute(on, random.whole(600, 1_000));
  const passed = {
    dealt_to: to.staffId,
    dealt_by: manager.staffId,
    dealt_at: at,
    dealt_why: random.pick(PASSED_ON),
  };
  making.ledger.change('rating_case', id, passed, { at, by: manager.staffId });
  return to;
}

function putOnTable(making: Making, random: Random, { id, on, manager }: OfCase): void {
  const at = making.atMinute(on, random.whole(545, 750));
  const asked = { table_at: at, table_by: manager.staffId, table_question: random.pick(QUESTIONS) };
  making.ledger.change('rating_case', id, asked, { at, by: manager.staffId });
}

type Again = { readonly services: readonly Service[]; readonly rating: Rating; readonly since: Day };

/** Between exercises: a case is looked at again by the clock of its colour, and a new one for the first time after some weeks. */
function lookAgain(making: Making, cast: Cast, random: Random, { services, rating, since }: Again): void {
  const open = services.filter(
    ({ ended, beganOn }) => (ended === undefined || ended.on > since) && beganOn < making.today,
  );
  const waiting = open.map(({ period, beganOn, ended }) => {
    const last = rating.last(period.personId);
    const on =
      last === undefined
        ? workingDayFrom(making, beganOn > since ? beganOn : since, random.whole(10, 40))
        : againOn(making, random, last.on, last.colour);
    return { period, on, until: ended?.on ?? making.today };
  });
  const queue = waiting.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const looked = new Set<Id>();
  for (const { period, on, until } of queue) {
    if (looked.has(period.personId)) continue;
    looked.add(period.personId);
    rateOnAndOn(making, cast, random, { period, on, until, rating, since });
  }
}

type Row = {
  readonly period: OpenPeriod;
  readonly on: Day;
  readonly until: Day;
  readonly rating: Rating;
  readonly since: Day;
};

function rateOnAndOn(
  making: Making,
  cast: Cast,
  random: Random,
  { period, on, until, rating, since }: Row,
): void {
  let next = on > since ? on : workingDayFrom(making, since, random.whole(1, 6));
  while (next < until) {
    const manager = managerOf(cast, workerOn(period, next)?.placeKey, next);
    if (manager === undefined || workerOn(period, next) === undefined) return;
    rating.rate({ period, at: duringWork(making, random, next), by: manager.staffId });
    const last = rating.last(period.personId);
    if (last === undefined) return;
    next = againOn(making, random, next, last.colour);
  }
}
