import { ageOn } from '../language/age.ts';
import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { writtenFor } from '../practice/people/letter-words/index.ts';
import { closingLetter } from '../practice/social-work/closing-letter/index.ts';
import { VIEW_NOT_HEARD_REASONS } from '../profile/code-sets/closings.ts';
import { rowOf } from '../profile/code-sets/code-set.ts';
import { PERIOD_ENDED_REASONS } from '../profile/code-sets/service-kinds.ts';
import type { Family, Person } from './families.ts';
import { duringWork, earlier, laterDay, workingDayFrom, workingDayUpTo } from './instants.ts';
import type { Recorded } from './ledger.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, workerOn } from './periods.ts';
import type { Service } from './periods-of-service.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import {
  CHILD_SAYS,
  COME_BACK,
  DISAGREED,
  MORE_WORK,
  OTHERS_TOLD,
  PARENT_SAYS,
  REACHED,
} from './words/closings.ts';

/** How many open children somebody proposes to close with the family just now, and of those the share that came back for more work once. */
const PROPOSED = 11;
const RETURNED = 0.06;
const DISAGREES = 0.3;

/** Closes with the family whatever ended for a reason to discuss with them, authorised by a manager; and proposes some of what is open. */
export function writeClosings(making: Making, services: readonly Service[]): void {
  const random = making.random('closings');
  for (const service of services) {
    const { ended } = service;
    if (ended === undefined || rowOf(PERIOD_ENDED_REASONS, ended.reason)?.isWithFamily !== true) continue;
    closeWithFamily(making, random, service, ended);
  }
  const open = services.filter(
    ({ ended, period, beganOn }) =>
      ended === undefined &&
      beganOn < addDays(making.today, -60) &&
      workerOn(period, making.today) !== undefined,
  );
  for (const service of random.some(open, PROPOSED)) {
    const on = workingDayUpTo(making, making.today, random.whole(1, 6));
    const worker = workerOn(service.period, on);
    if (worker !== undefined)
      propose(making, random, service, {
        worker,
        on,
        at: duringWork(making, random, on),
        reason: 'work done',
      });
  }
}

type Proposal = { readonly worker: Holder; readonly on: Day; readonly at: Date; readonly reason: string };

function closeWithFamily(
  making: Making,
  random: Random,
  service: Service,
  ended: NonNullable<Service['ended']>,
): void {
  const { period, beganOn } = service;
  const tenure = period.tenures.at(-1);
  if (tenure === undefined) return;
  const { worker } = tenure;
  const on = laterDay(
    workingDayUpTo(making, ended.on, random.whole(2, 12)),
    laterDay(beganOn, tenure.fromOn),
  );
  const at = earlier(duringWork(making, random, on), new Date(ended.at.getTime() - 900_000));
  const proposal = { worker, on, at, reason: ended.reason };
  if (random.chance(RETURNED) && on < addDays(ended.on, -3)) {
    const first = propose(making, random, service, { ...proposal, at: new Date(at.getTime() - 2_400_000) });
    const back = new Date(at.getTime() - 600_000);
    const said = { returned_at: back, returned_by: ended.by, returned_words: random.pick(MORE_WORK) };
    making.ledger.change('closing', first.id, said, { at: back, by: ended.by });
  }
  const { id, told } = propose(making, random, service, proposal);
  making.ledger.change(
    'closing',
    id,
    { authorised_at: ended.at, authorised_by: ended.by },
    { at: ended.at, by: ended.by },
  );
  for (const one of told) tell(making, random, { id, period, ended, worker }, one);
}

type Told = { readonly readerId: Id; readonly isChild: boolean };

function propose(
  making: Making,
  random: Random,
  { id: periodId, period, kind }: Service,
  { worker, on, at, reason }: Proposal,
): { readonly id: Id; readonly told: readonly Told[] } {
  const id = random.id();
  const recorded = { at, by: worker.staffId };
  making.ledger.add(
    'closing',
    {
      id,
      period_of_service_id: periodId,
      person_id: period.personId,
      reason,
      reached: random.some(REACHED[kind], 2).join(' '),
      disagreed: random.chance(DISAGREES) ? random.pick(DISAGREED) : null,
      come_back: random.pick(COME_BACK),
      others_told: random.pick(OTHERS_TOLD),
      proposed_by: worker.staffId,
      proposed_at: at,
    },
    recorded,
  );
  const views = asked(random, period.family, period.personId, on);
  for (const view of views) say(making, random, { id, personId: period.personId, recorded }, view);
  return { id, told: views.filter(isTold) };
}

type Proposed = { readonly id: Id; readonly personId: Id; readonly recorded: Recorded };

function say(making: Making, random: Random, { id, personId, recorded }: Proposed, view: Asked): void {
  const { readerId, isChild, whyNot } = view;
  const words = random.pick(isChild ? CHILD_SAYS : PARENT_SAYS);
  making.ledger.add(
    'closing_view',
    {
      id: random.id(),
      closing_id: id,
      person_id: personId,
      whose: isChild ? 'child' : 'parent',
      parent_id: isChild ? null : readerId,
      words: whyNot === undefined ? words : null,
      why_not: whyNot ?? null,
    },
    recorded,
  );
}

function isTold({ whyNot }: Asked): boolean {
  return whyNot === undefined || rowOf(VIEW_NOT_HEARD_REASONS, whyNot)?.isTold === true;
}

type Asked = Told & { readonly whyNot: string | undefined };

/** Whom one asks: the child, and each parent or whoever holds parental responsibility; with the reason where they were not heard. */
function asked(random: Random, family: Family, personId: Id, on: Day): readonly Asked[] {
  const child = family.children.find(({ id }) => id === personId);
  const parents = family.adults.filter(
    ({ relation, parentalResponsibility }) =>
      relation === 'mother' || relation === 'father' || parentalResponsibility === 'yes',
  );
  return [
    { readerId: personId, isChild: true, whyNot: childNotHeard(random, child, on) },
    ...parents.map(({ id, inHome }) => ({
      readerId: id,
      isChild: false,
      whyNot: parentNotHeard(random, inHome),
    })),
  ];
}

function childNotHeard(random: Random, child: Person | undefined, on: Day): string | undefined {
  if (child?.bornOn === undefined || child.bornOn > on || ageOn(child.bornOn, on) < 4) return 'too young';
  return random.chance(0.1) ? random.pick(['did not want', 'not reached']) : undefined;
}

function parentNotHeard(random: Random, inHome: boolean): string | undefined {
  if (random.chance(inHome ? 0.92 : 0.55)) return undefined;
  return inHome
    ? random.pick(['did not want', 'not reached'])
    : random.weighted([
        ['not reached', 60],
        ['did not want', 25],
        ['danger', 9],
        ['court', 6],
      ]);
}

type Letter = {
  readonly id: Id;
  readonly period: OpenPeriod;
  readonly ended: NonNullable<Service['ended']>;
  readonly worker: Holder;
};

/** Tells one of the family that it ended; children face to face, grown-ups mostly by letter. */
function tell(
  making: Making,
  random: Random,
  { id, period, ended, worker }: Letter,
  { readerId, isChild }: Told,
): void {
  const letterId = random.id();
  const { letters, language } = writtenFor(period.family.language, true);
  const made = { at: ended.at, by: ended.by };
  making.ledger.add(
    'closing_letter',
    {
      id: letterId,
      closing_id: id,
      person_id: period.personId,
      reader_id: readerId,
      way: isChild
        ? 'in person'
        : random.weighted([
            ['letter', 70],
            ['in person', 18],
            ['telephone', 12],
          ]),
      language: period.family.language,
      written_in: language,
      words: closingLetter(ended.on, letters, making.profile),
      made_at: ended.at,
    },
    made,
  );
  const on = workingDayFrom(making, ended.on, random.whole(1, 5));
  if (on >= making.today || (worker.untilOn !== undefined && on > worker.untilOn)) return;
  const at = duringWork(making, random, on);
  making.ledger.change(
    'closing_letter',
    letterId,
    { told_at: at, told_by: worker.staffId },
    { at, by: worker.staffId },
  );
}
