import { addDays, type Day } from '../language/day.ts';
import type { Cast } from './contact-made.ts';
import { present } from './duty.ts';
import { earlier, workingDayFrom } from './instants.ts';
import { type Making, MONTHS } from './making.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';

/** Who stands in for whom on a day. */
export type Absences = { coverFor(worker: Holder, on: Day): Holder | undefined };

type Absence = { readonly fromOn: Day; readonly untilOn: Day; readonly cover: Holder };

/** Days from one absence to the next, in the middle; how long a holiday and an illness take; how many are illness. Invented. */
const APART = 95;
const HOLIDAY = [3, 15] as const;
const ILLNESS = [1, 6] as const;
const ILL = 0.35;
const DAYS_BACK = (MONTHS + 12) * 31;

/** Lives the holidays and illnesses of those who work with children, each with a colleague of the team who covers. */
export function writeAbsences(making: Making, cast: Cast): Absences {
  const random = making.random('absences');
  const absences = new Map<Holder, Absence[]>();
  for (const holder of cast.holders) {
    if (holder.role !== 'social worker' && holder.role !== 'early help worker') continue;
    absences.set(holder, absencesOf(making, cast, random, holder));
  }
  return {
    coverFor: (worker, on) =>
      absences.get(worker)?.find(({ fromOn, untilOn }) => fromOn <= on && on < untilOn)?.cover,
  };
}

function absencesOf(making: Making, cast: Cast, random: Random, holder: Holder): Absence[] {
  const absences: Absence[] = [];
  const days = () => Math.round(random.lognormal(APART, 0.4));
  const last = holder.untilOn ?? making.today;
  let fromOn = workingDayFrom(making, addDays(making.today, -DAYS_BACK), days());
  while (fromOn <= last) {
    const isIll = random.chance(ILL);
    const untilOn = workingDayFrom(making, fromOn, lengthOf(random, isIll));
    const colleagues = present(cast.holders, fromOn).filter(
      (one) =>
        one.role === holder.role &&
        one.placeKey === holder.placeKey &&
        one !== holder &&
        (one.untilOn === undefined || untilOn <= one.untilOn),
    );
    if (
      colleagues.length > 0 &&
      fromOn >= holder.fromOn &&
      (holder.untilOn === undefined || untilOn <= holder.untilOn)
    ) {
      const absence = { fromOn, untilOn, cover: random.pick(colleagues) };
      absences.push(absence);
      write(making, random, holder, absence, isIll);
    }
    fromOn = workingDayFrom(making, untilOn, days());
  }
  return absences;
}

function lengthOf(random: Random, isIll: boolean): number {
  const [least, most] = isIll ? ILLNESS : HOLIDAY;
  return random.whole(least, most);
}

function write(
  making: Making,
  random: Random,
  holder: Holder,
  { fromOn, untilOn, cover }: Absence,
  isIll: boolean,
): void {
  const from = making.atMinute(fromOn, 0);
  const until = making.atMinute(untilOn, 0);
  const id = random.id();
  const saidAt = isIll
    ? making.atMinute(fromOn, random.whole(470, 540))
    : making.atMinute(workingDayFrom(making, fromOn, -random.whole(4, 40)), 700);
  const said = { at: earlier(saidAt, making.now), by: holder.staffId };
  making.ledger.add(
    'absence',
    {
      id,
      staff_id: holder.staffId,
      covered_by: cover.staffId,
      from_at: from,
      until_at: until,
      said_by: holder.staffId,
    },
    said,
  );
  const back = making.atMinute(untilOn, 545);
  if (back <= making.now)
    making.ledger.change(
      'absence',
      id,
      { ended_at: until, ended_by: holder.staffId },
      { at: back, by: holder.staffId },
    );
}
