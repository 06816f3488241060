import { addDays, type Day } from '../language/day.ts';
import { type Making, MONTHS } from './making.ts';
import { openOn } from './office.ts';
import type { Holder } from './staff.ts';

/** The rota reaches as far back as the oldest contact, and a year ahead, so that an island left alone still has somebody on duty. */
const DAYS_BACK = (MONTHS + 14) * 31;
const DAYS_AHEAD = 366;

/** Who answers, without a gap: somebody of the hub while it is open, somebody out of hours from closing to opening. */
export function makeDuty(making: Making, holders: readonly Holder[]): void {
  const random = making.random('duty');
  const hub = holders.filter(
    ({ role }) => role === 'social care hub worker' || role === 'early help hub worker',
  );
  const nights = holders.filter(({ role }) => role === 'out-of-hours duty worker');
  const write = (kind: 'hub' | 'out of hours', holder: Holder, from: Date, until: Date) =>
    making.ledger.add(
      'duty',
      { id: random.id(), kind, staff_id: holder.staffId, from_at: from, until_at: until },
      { at: new Date(from.getTime() - 14 * 86_400_000) },
    );
  const first = addDays(making.today, -DAYS_BACK);
  let closedSince = making.atMinute(first, 0);
  for (let on = first; on <= addDays(making.today, DAYS_AHEAD); on = addDays(on, 1)) {
    const open = openOn(making, on);
    if (open === undefined) continue;
    write('out of hours', random.pick(present(nights, on)), closedSince, open.from);
    write('hub', random.pick(present(hub, on)), open.from, open.until);
    closedSince = open.until;
  }
}

/** Those of a list who hold their post on a day. */
export function present(holders: readonly Holder[], on: Day): readonly Holder[] {
  return holders.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === undefined || on <= untilOn));
}
