import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { type Making, MONTHS } from './making.ts';
import { openOn } from './office.ts';
import type { Holder } from './staff.ts';

/** The rota reaches as far back as the oldest contact, and a year ahead, so that an island left alone still has somebody on duty. */
const DAYS_BACK = (MONTHS + 16) * 31;
const DAYS_AHEAD = 366;
const FORTNIGHT = 14 * 86_400_000;

/** Who is on duty at an instant. */
export type Rota = { at(instant: Date): Id };

type Turn = {
  readonly from: Date;
  readonly until: Date;
  readonly kind: 'hub' | 'out of hours';
  readonly staffId: Id;
};

/** Who answers, without a gap: somebody of the hub while it is open, somebody out of hours from closing to opening. */
export function makeDuty(making: Making, holders: readonly Holder[]): Rota {
  const random = making.random('duty');
  const turns = turnsOf(making, holders);
  for (const { kind, staffId, from, until } of turns) {
    making.ledger.add(
      'duty',
      { id: random.id(), kind, staff_id: staffId, from_at: from, until_at: until },
      { at: new Date(Math.min(from.getTime() - FORTNIGHT, making.now.getTime())) },
    );
  }
  return {
    at: (instant) => {
      const turn = turns[indexBefore(turns, instant)];
      if (turn === undefined) throw new RangeError('nobody was on duty so long ago');
      return turn.staffId;
    },
  };
}

function turnsOf(making: Making, holders: readonly Holder[]): readonly Turn[] {
  const random = making.random('rota');
  const hub = inHub(holders);
  const nights = holders.filter(({ role }) => role === 'out-of-hours duty worker');
  const first = addDays(making.today, -DAYS_BACK);
  let closedSince = making.atMinute(first, 0);
  return Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => addDays(first, index)).flatMap((on) => {
    const open = openOn(making, on);
    if (open === undefined) return [];
    const night: Turn = {
      kind: 'out of hours',
      staffId: random.pick(present(nights, on)).staffId,
      from: closedSince,
      until: open.from,
    };
    closedSince = open.until;
    return [night, { kind: 'hub', staffId: random.pick(present(hub, on)).staffId, ...open }];
  });
}

/** The workers of the hub who take, rate and decide. */
export function inHub(holders: readonly Holder[]): readonly Holder[] {
  return holders.filter(({ role }) => role === 'social care hub worker' || role === 'early help hub worker');
}

/** Those of a list who hold their post on a day. */
export function present(holders: readonly Holder[], on: Day): readonly Holder[] {
  return holders.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === undefined || on <= untilOn));
}

function indexBefore(turns: readonly Turn[], instant: Date): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.from ?? instant) <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
