import { ageOn } from '../language/age.ts';
import { addDays, type Day, day } from '../language/day.ts';
import { type Id, id } from '../language/id.ts';
import type { VisitPlace } from '../profile/code-sets/visits.ts';
import type { Absences } from './absences.ts';
import type { Plans } from './care.ts';
import type { SchoolsClosed } from './declared.ts';
import { duringWork, earlier, workingDayFrom, workingDayUpTo } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, standsOn, workerOn } from './periods.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { sentences } from './words/sentences.ts';
import { AGREED, NOBODY, NOTED, PUT_RIGHT, SAID, SEEN } from './words/visits.ts';

/** Days from visit to visit, in the middle: of a child on a protection plan, and of any other. Some take longer than is asked. Invented. */
const APART = { onPlan: 11, other: 23 } as const;
const SPREAD = 0.3;
const PLACES: readonly (readonly [VisitPlace, number])[] = [
  ['home', 68],
  ['school', 15],
  ['elsewhere', 8],
  ['video', 4],
  ['telephone', 5],
];
const NOBODY_IN = 0.05;

/** While schools are closed, most children are seen by video. */
const PLACES_WHILE_CLOSED: typeof PLACES = [
  ['home', 34],
  ['elsewhere', 8],
  ['video', 48],
  ['telephone', 10],
];
/** A visit of somebody who is away is made by whoever covers, or waits for the next. */
const COVERED = 0.6;
/** Written down days later, and put right afterwards: of a hundred visits. */
const LATE = 0.03;
const CORRECTED = 0.006;

/** What the visits of an island are lived by. */
type Living = {
  readonly plans: Plans;
  readonly absences: Absences;
  readonly schoolsClosed: SchoolsClosed;
};

/** Lives the visits of three years: brothers and sisters with one worker are visited together, from what began until what ended. */
export function writeVisits(making: Making, periods: Periods, living: Living): void {
  const random = making.random('visits');
  const births = birthsOf(making);
  const visited = periods.all.filter(({ tenures }) => tenures.length > 0);
  const families = Map.groupBy(visited, ({ family }) => family);
  for (const together of families.values()) visitFamily(making, random, { together, births, ...living });
}

type Visiting = Living & {
  readonly together: readonly OpenPeriod[];
  readonly births: ReadonlyMap<Id, Day>;
};

function birthsOf(making: Making): ReadonlyMap<Id, Day> {
  return new Map(
    [...(making.ledger.added.get('person') ?? []), ...(making.ledger.changed.get('person') ?? [])].flatMap(
      (row): [Id, Day][] =>
        typeof row['born_on'] === 'string' && row['died_on'] == null
          ? [[id(String(row['id'])), day(row['born_on'])]]
          : [],
    ),
  );
}

function visitFamily(making: Making, random: Random, visiting: Visiting): void {
  const { together, plans } = visiting;
  const [first = making.today] = together.map(({ beganOn }) => beganOn).toSorted();
  let planned = addDays(first, random.whole(1, 9));
  while (planned < making.today) {
    const on = workingDayUpTo(making, planned);
    const there = together.filter((period) => standsOn(period, on));
    for (const [worker, ofWorker] of Map.groupBy(there, (period) => workerOn(period, on)))
      if (worker !== undefined) visitWith(making, random, visiting, { worker, on, ofWorker });
    const isOnPlan = there.some(({ personId }) => plans.stoodFor(personId, on));
    const days = Math.round(random.lognormal(isOnPlan ? APART.onPlan : APART.other, SPREAD));
    planned = addDays(planned, Math.max(2, days));
  }
}

type Meeting = { readonly worker: Holder; readonly on: Day; readonly ofWorker: readonly OpenPeriod[] };

function visitWith(
  making: Making,
  random: Random,
  visiting: Visiting,
  { worker, on, ofWorker }: Meeting,
): void {
  const { absences, births } = visiting;
  const cover = absences.coverFor(worker, on);
  const persons = [...new Set(ofWorker.map(({ personId }) => personId))];
  const children = persons.filter((personId) => (births.get(personId) ?? '9') <= on);
  if (children.length === 0 || (cover !== undefined && !random.chance(COVERED))) return;
  writeVisit(making, random, visiting, { by: cover ?? worker, on, children });
}

type Visit = { readonly by: Holder; readonly on: Day; readonly children: readonly Id[] };

function writeVisit(making: Making, random: Random, visiting: Visiting, { by, on, children }: Visit): void {
  const { births, schoolsClosed } = visiting;
  const place = random.weighted(schoolsClosed(on) ? PLACES_WHILE_CLOSED : PLACES);
  const nobodyIn = place === 'home' && random.chance(NOBODY_IN);
  const hour = random.whole(9, 17);
  const written = random.chance(LATE) ? random.whole(2, 6) * 1_440 : random.lognormal(300, 1);
  const recorded = {
    at: atLatest(making, by, making.atMinute(on, hour * 60 + 60 + written)),
    by: by.staffId,
  };
  const visitId = random.id();
  const told = nobodyIn
    ? { words: random.pick(NOBODY) }
    : { words: sentences(random, SEEN), agreed: random.pick(AGREED) };
  making.ledger.add(
    'visit',
    {
      id: visitId,
      visited_on: on,
      visited_time: `${String(hour).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`,
      place,
      manner: random.chance(0.85) ? 'planned' : 'unannounced',
      nobody_in: nobodyIn,
      visited_by: by.staffId,
      ...told,
    },
    recorded,
  );
  for (const personId of children) {
    const age = ageOn(births.get(personId) ?? on, on);
    const id = random.id();
    const seen = seenOf(random, place, nobodyIn, age);
    making.ledger.add('visit_child', { id, visit_id: visitId, person_id: personId, ...seen }, recorded);
    if (seen.words !== null && random.chance(CORRECTED))
      correct(making, random, { id, visitId, personId, by, at: recorded.at });
  }
}

type Corrected = {
  readonly id: Id;
  readonly visitId: Id;
  readonly personId: Id;
  readonly by: Holder;
  readonly at: Date;
};

/** What stands of one child is put right some days later, with the reason; what stood before is kept. */
function correct(making: Making, random: Random, { id, visitId, personId, by, at }: Corrected): void {
  const on = workingDayFrom(making, making.dayOf(at), random.whole(1, 9));
  if (on >= making.today || (by.untilOn !== undefined && on > by.untilOn)) return;
  const recorded = { at: duringWork(making, random, on), by: by.staffId };
  making.ledger.change('visit_child', id, { words: random.pick(NOTED) }, recorded);
  making.ledger.change('visit', visitId, { version: 2 }, recorded);
  making.ledger.add(
    'visit_correction',
    {
      id: random.id(),
      visit_child_id: id,
      person_id: personId,
      reason: random.pick(PUT_RIGHT),
      corrected_at: recorded.at,
      corrected_by: by.staffId,
    },
    recorded,
  );
}

/** Nobody writes after they have left, and nothing is written after now. */
function atLatest(making: Making, { untilOn }: Holder, at: Date): Date {
  return earlier(untilOn === undefined ? at : earlier(at, making.atMinute(untilOn, 1_080)), making.now);
}

/** How one child was met. A voice on the telephone is no child seen, and nobody is seen alone who was not seen. */
function seenOf(random: Random, place: VisitPlace, nobodyIn: boolean, age: number) {
  const seen = !nobodyIn && place !== 'telephone' && random.chance(0.93);
  const alone = seen && random.chance(age >= 4 ? 0.6 : 0.2);
  return {
    seen,
    alone,
    bedroom_seen: seen && place === 'home' && random.chance(0.35),
    said: seen && age >= 4 && random.chance(0.45) ? random.pick(SAID) : null,
    words: seen && random.chance(0.5) ? random.pick(NOTED) : null,
  };
}
