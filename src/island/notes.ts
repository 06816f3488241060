import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { CaseNoteKind } from '../profile/code-sets/case-notes.ts';
import { duringWork, workingDayFrom, workingDayUpTo } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, standsOn, workerOn } from './periods.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { FOLLOWS, KEPT_APART, NOTES, OF_ONE, PUT_RIGHT, WITH_WHOM } from './words/notes.ts';

/** Days from note to note of a family, in the middle. Invented. */
const APART = 80;
const SPREAD = 0.6;
const KINDS: readonly (readonly [CaseNoteKind, number])[] = [
  ['telephone', 38],
  ['message', 22],
  ['with professionals', 18],
  ['conversation', 10],
  ['meeting', 8],
  ['seen', 4],
];
/** Shares of notes: told on a later day, with words of one child alone, with words kept from the others, put right afterwards. */
const TOLD_LATER = 0.07;
const OF_ONE_CHILD = 0.3;
const WITHHELD = 0.03;
const CORRECTED = 0.008;

/** Writes what was said between visits: one note for the brothers and sisters of one worker, each with its own words. */
export function writeNotes(making: Making, periods: Periods): void {
  const random = making.random('notes');
  const held = periods.all.filter(({ tenures }) => tenures.length > 0);
  for (const together of Map.groupBy(held, ({ family }) => family).values()) {
    const [first = making.today] = together.map(({ beganOn }) => beganOn).toSorted();
    let planned = addDays(first, random.whole(4, 60));
    while (planned < making.today) {
      const on = workingDayUpTo(making, planned);
      const there = together.filter((period) => standsOn(period, on));
      for (const [worker, ofWorker] of Map.groupBy(there, (period) => workerOn(period, on)))
        if (worker !== undefined) writeNote(making, random, worker, on, ofWorker);
      planned = addDays(planned, Math.max(3, Math.round(random.lognormal(APART, SPREAD))));
    }
  }
}

function writeNote(
  making: Making,
  random: Random,
  by: Holder,
  on: Day,
  periods: readonly OpenPeriod[],
): void {
  const kind = random.weighted(KINDS);
  const toldOn = toldLater(making, random, by, on);
  const recorded = { at: duringWork(making, random, toldOn ?? on), by: by.staffId };
  const id = random.id();
  making.ledger.add(
    'case_note',
    {
      id,
      kind,
      happened_on: on,
      told_on: toldOn,
      with_whom: random.pick(WITH_WHOM[kind]),
      words: random.pick(NOTES[kind]),
      follows: random.chance(0.45) ? random.pick(FOLLOWS) : null,
      written_by: by.staffId,
    },
    recorded,
  );
  const persons = [...new Set(periods.map(({ personId }) => personId))];
  const isAmongMore = persons.length > 1;
  const children = persons.map((personId) =>
    addChild(making, random, { id, personId, recorded, isAmongMore }),
  );
  if (random.chance(CORRECTED)) correct(making, random, { id, by, at: recorded.at, children });
}

function toldLater(making: Making, random: Random, by: Holder, on: Day): Day | null {
  const laterOn = workingDayFrom(making, on, random.whole(1, 8));
  const mayLie = laterOn < making.today && (by.untilOn === undefined || laterOn < by.untilOn);
  return mayLie && random.chance(TOLD_LATER) ? laterOn : null;
}

type OfChild = {
  readonly id: Id;
  readonly personId: Id;
  readonly recorded: { readonly at: Date; readonly by: Id };
  readonly isAmongMore: boolean;
};
type Added = { readonly childId: Id; readonly personId: Id };

function addChild(making: Making, random: Random, { id, personId, recorded, isAmongMore }: OfChild): Added {
  const childId = random.id();
  const words = random.chance(OF_ONE_CHILD) ? random.pick(OF_ONE) : null;
  making.ledger.add(
    'case_note_child',
    { id: childId, case_note_id: id, person_id: personId, words },
    recorded,
  );
  if (isAmongMore && random.chance(WITHHELD)) {
    const apart = { id: childId, person_id: personId, words: random.pick(KEPT_APART) };
    making.ledger.add('case_note_withheld', apart, recorded);
  }
  return { childId, personId };
}

type Corrected = {
  readonly id: Id;
  readonly by: Holder;
  readonly at: Date;
  readonly children: readonly Added[];
};

/** Adds some days later what had been left out; what stood before is kept. */
function correct(making: Making, random: Random, { id, by, at, children }: Corrected): void {
  const on = workingDayFrom(making, making.dayOf(at), random.whole(1, 6));
  if (on >= making.today || (by.untilOn !== undefined && on >= by.untilOn)) return;
  const recorded = { at: duringWork(making, random, on), by: by.staffId };
  making.ledger.change('case_note', id, { follows: random.pick(FOLLOWS), version: 2 }, recorded);
  for (const { childId, personId } of children) {
    const why = {
      id: random.id(),
      case_note_child_id: childId,
      person_id: personId,
      reason: random.pick(PUT_RIGHT),
    };
    const when = { corrected_at: recorded.at, corrected_by: by.staffId };
    making.ledger.add('case_note_correction', { ...why, ...when }, recorded);
  }
}
