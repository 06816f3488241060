import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { writeAbsences } from './absences.ts';
import { writeAllocations } from './allocations.ts';
import { answer } from './answers.ts';
import { firstDayOf, type Turn, turnsOf } from './approaches.ts';
import { writeCare } from './care.ts';
import { writeClosings } from './closings.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import { recordContact } from './contacts.ts';
import { linesOf, sign } from './decisions.ts';
import { declareSchoolsClosed } from './declared.ts';
import { inHub, present } from './duty.ts';
import { writeExercises } from './exercises.ts';
import type { Family } from './families.ts';
import { type Desk, handle, notAfter } from './handling.ts';
import { workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import { holdMeetings } from './meetings.ts';
import { decideMonths } from './months.ts';
import { writeNotes } from './notes.ts';
import { notifyWorkers } from './notifications.ts';
import { letOut } from './outside.ts';
import { openPeriods, type Periods } from './periods.ts';
import { writeServices } from './periods-of-service.ts';
import type { Register } from './register.ts';
import { writeComplexCases } from './register-of-complex-cases.ts';
import type { Scenario } from './scenario.ts';
import { shareOut } from './sharing-out.ts';
import { channelOf } from './sources.ts';
import { writeStatements } from './statements.ts';
import { assess } from './stretches.ts';
import { writeSupervision } from './supervision.ts';
import { writeVisits } from './visits.ts';

/** One of so many contacts is written down days after it was told: a letter that lay, a call noted on paper. */
const LATE = 0.035;
/** Children who were open already when the three years begin, of a hundred on record. */
const OPEN_BEFORE = 0.05;

/** Lives through three years: every contact from being told to being answered, and what it opened. Returns the families of whom somebody told us lately. */
export function liveThrough(
  making: Making,
  cast: Cast,
  register: Register,
  desk: Desk,
  families: readonly Family[],
  scenario: Scenario,
): readonly Family[] {
  const periods = openPeriods();
  const meet = (turn: Turn) => meetFamily(making, cast, desk, turn, register);
  openBefore(making, cast, desk, periods, families, meet);
  const turns = turnsOf(making, families);
  const handled = turns.map((turn) => handle(making, cast, desk, meet(turn)));
  const signings = holdMeetings(making, cast, handled);
  const decided = decideMonths(making, cast, desk, periods, linesOf(making, cast, desk, signings), scenario);
  for (const [contact, ofContact] of Map.groupBy(decided, ({ line }) => line.signing.contact))
    answer(making, cast, desk, contact, ofContact);
  assess(making, periods.all);
  shareOut(making, cast, periods, scenario);
  const services = writeServices(making, cast, periods);
  const beside = writeAllocations(making, cast, periods, services);
  writeClosings(making, services);
  const care = writeCare(making, periods, scenario);
  const absences = writeAbsences(making, cast);
  const schoolsClosed = declareSchoolsClosed(making, cast, scenario);
  writeVisits(making, periods, { plans: care, absences, schoolsClosed });
  writeNotes(making, periods);
  writeSupervision(making, cast, periods);
  writeStatements(making, periods);
  writeExercises(making, cast, services, { plans: care, beside, scenario });
  const children = families.reduce((sum, family) => sum + family.children.length, 0);
  writeComplexCases(making, cast, periods, children);
  letOut(making, cast, periods);
  notifyWorkers(making, cast, periods, families);
  const lately = addDays(making.today, -300);
  return turns.filter(({ at }) => making.dayOf(at) > lately).map(({ family }) => family);
}

/** Records a turn to the hub as a contact; the family too, if nobody has asked about it before. */
function meetFamily(making: Making, cast: Cast, desk: Desk, turn: Turn, register: Register): ContactMade {
  const { random } = cast;
  const delay = random.chance(LATE) ? random.whole(1, 6) * 1_440 : random.lognormal(4, 0.8);
  const recordedAt = notAfter(making, turn.at, new Date(turn.at.getTime() + delay * 60_000));
  const open = desk.office.isOpen(recordedAt);
  const by = open
    ? random.pick(present(inHub(cast.holders), making.dayOf(recordedAt))).staffId
    : desk.rota.at(recordedAt);
  register.meet(turn.family, turn.children, { at: recordedAt, by });
  return recordContact(making, cast, {
    ...turn,
    toldAt: turn.at,
    channel: channelOf(turn.source, random),
    recordedAt,
    recordedBy: by,
    identified: true,
  });
}

/** Those who were open when the three years begin, each with the contact of the year before that opened it. Else the stock would start at nothing. */
function openBefore(
  making: Making,
  cast: Cast,
  desk: Desk,
  periods: Periods,
  families: readonly Family[],
  meet: (turn: Turn) => ContactMade,
): void {
  const random = making.random('before');
  const first = firstDayOf(making);
  const children = families.reduce((sum, family) => sum + family.children.length, 0);
  const turns = turnsOf(making, random.some(families, Math.ceil(children * OPEN_BEFORE * 0.9)), {
    from: addDays(first, -330),
    until: first,
  });
  for (const turn of turns) {
    const contact = meet(turn);
    const handled = handle(making, cast, desk, contact);
    const signings = holdMeetings(making, cast, [{ ...handled, meetingOn: undefined }]);
    const decided = linesOf(making, cast, desk, signings).map((line) => {
      const isOpen = periods.openFor(line.child.id, line.authorisedOn) !== undefined;
      const opens = random.chance(0.6) ? 'referral to social care' : 'early help offered';
      return sign(making, cast, desk, periods, line, isOpen ? 'already open' : opens);
    });
    answer(making, cast, desk, contact, decided);
    for (const { child } of contact.childRows) stayOpen(making, periods, child.id, random.exponential(130));
  }
}

function stayOpen(making: Making, periods: Periods, child: Id, days: number): void {
  const first = firstDayOf(making);
  const period = periods.latest(child);
  if (period !== undefined && period.endsOn <= first)
    period.endsOn = workingDayFrom(making, first, 1 + Math.round(days));
}
