import { ageOn } from '../language/age.ts';
import { addDays, type Day, day } from '../language/day.ts';
import { type Id, id } from '../language/id.ts';
import type { VisitPlace } from '../profile/code-sets/visits.ts';
import type { Plans } from './care.ts';
import { earlier } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, standsOn } from './periods.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { AGREED, NOTED, SAID, SEEN } from './words/visits.ts';

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

/** Lives the visits of three years: brothers and sisters with one worker are visited together, from what began until what ended. */
export function writeVisits(making: Making, periods: Periods, plans: Plans): void {
  const random = making.random('visits');
  const births = birthsOf(making);
  const visited = periods.all.filter(({ worker, beganOn }) => worker !== undefined && beganOn < making.today);
  const families = Map.groupBy(visited, ({ family }) => family);
  for (const ofFamily of families.values())
    for (const [worker, together] of Map.groupBy(ofFamily, (period) => period.worker))
      if (worker !== undefined) visitFamily(making, random, { worker, together, births, plans });
}

type Visiting = {
  readonly worker: Holder;
  readonly together: readonly OpenPeriod[];
  readonly births: ReadonlyMap<Id, Day>;
  readonly plans: Plans;
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
  let on = addDays(first, random.whole(1, 9));
  while (on < making.today) {
    const there = [
      ...new Set(together.filter((period) => standsOn(period, on)).map(({ personId }) => personId)),
    ];
    if (there.length > 0) writeVisit(making, random, visiting, workingDayFrom(making, on), there);
    const middle = there.some((personId) => plans.stoodFor(personId, on)) ? APART.onPlan : APART.other;
    on = addDays(on, Math.max(2, Math.round(random.lognormal(middle, SPREAD))));
  }
}

/** Nobody is visited on a Sunday: the working day before it. */
function workingDayFrom({ profile }: Making, on: Day): Day {
  for (let tried = on; ; tried = addDays(tried, -1)) if (profile.calendar.isWorking(tried)) return tried;
}

function writeVisit(
  making: Making,
  random: Random,
  { worker, together, births }: Visiting,
  on: Day,
  persons: readonly Id[],
): void {
  const children = persons.filter(
    (personId) =>
      (births.get(personId) ?? '9') <= on &&
      together.some((period) => period.personId === personId && standsOn(period, on)),
  );
  if (children.length === 0) return;
  const place = random.weighted(PLACES);
  const nobodyIn = place === 'home' && random.chance(NOBODY_IN);
  const hour = random.whole(9, 17);
  const recorded = {
    at: earlier(making.atMinute(on, hour * 60 + 60 + random.lognormal(300, 1)), making.now),
    by: worker.staffId,
  };
  const visitId = random.id();
  const told = nobodyIn
    ? { words: 'Nobody opened. I left a card and rang in the evening.' }
    : { words: random.pick(SEEN), agreed: random.pick(AGREED) };
  making.ledger.add(
    'visit',
    {
      id: visitId,
      visited_on: on,
      visited_time: `${String(hour).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`,
      place,
      manner: random.chance(0.85) ? 'planned' : 'unannounced',
      nobody_in: nobodyIn,
      visited_by: worker.staffId,
      ...told,
    },
    recorded,
  );
  for (const personId of children) {
    const age = ageOn(births.get(personId) ?? on, on);
    making.ledger.add(
      'visit_child',
      { id: random.id(), visit_id: visitId, person_id: personId, ...seenOf(random, place, nobodyIn, age) },
      recorded,
    );
  }
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
