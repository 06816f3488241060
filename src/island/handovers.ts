import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import { present } from './duty.ts';
import { duringWork, earlier, laterDay, workingDayUpTo } from './instants.ts';
import type { Making } from './making.ts';
import type { OpenPeriod, Periods, Tenure } from './periods.ts';
import { managerOf } from './periods-of-service.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import { BUSY, HANDED, LEAVING, PASSED } from './words/handing-over.ts';

/** Of the handovers, those that the first one asked declined. Invented. */
const DECLINED = 0.06;
/** Children who are offered to somebody today and wait for the answer. */
const OFFERED = 6;
const HOUR = 3_600_000;

/** The others of the same post and team on a day. */
export function colleaguesOf({ holders }: Cast, worker: Holder, on: Day): readonly Holder[] {
  return present(holders, on).filter(
    (one) => one !== worker && one.role === worker.role && one.placeKey === worker.placeKey,
  );
}

/** A handover is accepted at one time of its day, by which the child changes hands. */
export function handedAt(making: Making, { fromOn, worker }: Tenure): Date {
  const minute = 600 + (Number.parseInt(worker.staffId.slice(0, 4), 16) % 360);
  return earlier(making.atMinute(fromOn, minute), making.now);
}

/** A child who changes hands because of one period. */
export type Handed = { readonly period: OpenPeriod; readonly from: Tenure; readonly to: Tenure };

/** Offers a child to a colleague or another team some days before, and keeps the yes. Some were declined once. */
export function handOver(making: Making, cast: Cast, random: Random, { period, from, to }: Handed): void {
  const isTeam = to.came === 'transferred';
  const offeredOn = laterDay(workingDayUpTo(making, to.fromOn, random.whole(1, 8)), from.fromOn);
  const acceptedAt = handedAt(making, to);
  const offeredAt = earlier(duringWork(making, random, offeredOn), new Date(acceptedAt.getTime() - HOUR / 6));
  const offer = offerOf(period.personId, from.worker, random.pick(wordsFor(from, to)));
  const declinedAt = new Date(offeredAt.getTime() - random.whole(4, 15) * HOUR);
  if (!isTeam && random.chance(DECLINED) && making.dayOf(declinedAt) > from.fromOn)
    declineFirst(making, cast, random, { offer, to, at: declinedAt });
  const manager = managerOf(cast, to.worker.placeKey, to.fromOn)?.staffId;
  const by = isTeam ? manager : to.worker.staffId;
  const whom = isTeam ? { to_team_id: to.worker.teamId ?? null } : { to_staff_id: to.worker.staffId };
  const id = random.id();
  making.ledger.add(
    'handover',
    { id, ...offer, ...whom, offered_at: offeredAt },
    { at: offeredAt, by: from.worker.staffId },
  );
  const said = { accepted_at: acceptedAt, answered_by: by ?? null };
  making.ledger.change('handover', id, said, { at: acceptedAt, by });
}

function wordsFor({ worker }: Tenure, to: Tenure): readonly string[] {
  if (to.came === 'transferred') return PASSED;
  return worker.untilOn === to.fromOn ? LEAVING : HANDED;
}

function offerOf(personId: Id, { staffId, teamId }: Holder, note: string) {
  return {
    person_id: personId,
    from_staff_id: staffId,
    from_team_id: teamId ?? null,
    note,
    offered_by: staffId,
  };
}

type Declined = { readonly offer: ReturnType<typeof offerOf>; readonly to: Tenure; readonly at: Date };

function declineFirst(making: Making, cast: Cast, random: Random, { offer, to, at }: Declined): void {
  const asked = colleaguesOf(cast, to.worker, making.dayOf(at)).find(
    ({ staffId }) => staffId !== offer.from_staff_id,
  );
  if (asked === undefined) return;
  const id = random.id();
  const offeredAt = new Date(at.getTime() - 2 * HOUR);
  making.ledger.add(
    'handover',
    { id, ...offer, to_staff_id: asked.staffId, offered_at: offeredAt },
    { at: offeredAt, by: offer.offered_by },
  );
  const said = { declined_at: at, answered_by: asked.staffId, declined_reason: random.pick(BUSY) };
  making.ledger.change('handover', id, said, { at, by: asked.staffId });
}

/** Some children are offered to a colleague just now: they wait for the answer. */
export function offerToday(making: Making, cast: Cast, random: Random, periods: Periods): void {
  const since = addDays(making.today, -20);
  const free = periods.all.filter(
    ({ tenures: [only, ...others] }) =>
      only !== undefined &&
      others.length === 0 &&
      only.untilOn > addDays(making.today, 20) &&
      only.fromOn < since,
  );
  const byChild = new Map(random.some(free, OFFERED).map((period) => [period.personId, period]));
  for (const {
    personId,
    tenures: [only],
  } of byChild.values()) {
    if (only === undefined) continue;
    const [to] = random.some(colleaguesOf(cast, only.worker, making.today), 1);
    if (to === undefined) continue;
    const at = duringWork(making, random, workingDayUpTo(making, making.today, random.whole(1, 3)));
    const offer = offerOf(personId, only.worker, random.pick(HANDED));
    making.ledger.add(
      'handover',
      { id: random.id(), ...offer, to_staff_id: to.staffId, offered_at: at },
      { at, by: only.worker.staffId },
    );
  }
}
