import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast, ContactBegun } from './contact-made.ts';
import { present } from './duty.ts';
import type { Family, Person } from './families.ts';
import { earlier } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, workerOn } from './periods.ts';
import { tell } from './telling.ts';
import { THEMES } from './words/themes.ts';

/** Open children of whom the police told their worker in the last days, and how many of those are read. */
const TOLD = 14;
const READ = 0.6;

/** Keeps what the police told the hub, one row a child, beside the contact that it became. */
export function recordNotification(making: Making, { random }: Cast, contact: ContactBegun): void {
  if (contact.incident === undefined) return;
  const born = contact.children.filter(({ bornOn }) => bornOn !== undefined && bornOn <= contact.toldOn);
  for (const child of born) {
    making.ledger.add(
      'police_notification',
      {
        id: random.id(),
        incident: contact.incident,
        happened_on: contact.toldOn,
        told_at: contact.toldAt,
        words: contact.told.words,
        given_name: child.givenName,
        family_name: child.familyName,
        born_on: child.bornOn ?? null,
        contact_id: contact.id,
      },
      { at: contact.recordedAt, by: contact.recordedBy },
    );
  }
}

/** The number under which the police know an incident. */
export function incidentNumber({ random }: Cast, toldOn: string): string {
  return `P${toldOn.slice(2, 4)}-${String(random.whole(1, 99_999)).padStart(5, '0')}`;
}

/** Tells workers and their managers of incidents with children they work with: some have read it, some have not. */
export function notifyWorkers(
  making: Making,
  cast: Cast,
  periods: Periods,
  families: readonly Family[],
): void {
  const random = making.random('notifications');
  const open = periods.all.filter(
    ({ beganOn, endsOn }) => beganOn < addDays(making.today, -7) && endsOn > making.today,
  );
  const familyOf = new Map(
    families.flatMap((family) => family.children.map((child) => [child.id, { family, child }] as const)),
  );
  for (const period of random.some(open, TOLD)) {
    const found = familyOf.get(period.personId);
    if (found?.child.bornOn !== undefined) notify(making, { ...cast, random }, period, found);
  }
}

function notify(
  making: Making,
  cast: Cast,
  period: OpenPeriod,
  { family, child }: { family: Family; child: Person },
): void {
  const { random } = cast;
  const theme = random.pick(
    THEMES.filter(({ id }) => ['arguments at home', 'trouble and missing', 'drink and drugs'].includes(id)),
  );
  const toldAt = new Date(making.now.getTime() - random.whole(40, 6 * 1_440) * 60_000);
  const id = random.id();
  making.ledger.add(
    'police_notification',
    {
      id,
      incident: incidentNumber(cast, making.today),
      happened_on: making.dayOf(toldAt),
      told_at: toldAt,
      words: tell(random, theme, 'professional', family, [child], making.today).words,
      given_name: child.givenName,
      family_name: child.familyName,
      born_on: child.bornOn ?? null,
      person_id: child.id,
    },
    { at: toldAt },
  );
  for (const staffId of readers(making, cast, period)) {
    const receipt = { id: random.id(), police_notification_id: id, staff_id: staffId, sent_at: toldAt };
    making.ledger.add('notification_receipt', receipt, { at: toldAt });
    if (!random.chance(READ)) continue;
    const at = earlier(new Date(toldAt.getTime() + random.lognormal(200, 0.8) * 60_000), making.now);
    making.ledger.change('notification_receipt', receipt.id, { acknowledged_at: at }, { at, by: staffId });
  }
}

function readers(making: Making, { holders }: Cast, period: OpenPeriod): ReadonlySet<Id> {
  const worker = workerOn(period, making.today);
  const managers = present(holders, making.today).filter(
    ({ role, placeKey }) => role === 'team manager' && placeKey === worker?.placeKey,
  );
  return new Set([worker, ...managers].flatMap((one) => one?.staffId ?? []));
}
