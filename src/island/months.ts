import { ageOn } from '../language/age.ts';
import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import { firstDayOf } from './approaches.ts';
import type { Cast } from './contact-made.ts';
import { type Decided, decideLine, type Line } from './decisions.ts';
import type { Desk } from './handling.ts';
import { lastDayOf, workingDayFrom, workingDayUpTo } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, type Periods, standsOn } from './periods.ts';
import type { Random } from './random.ts';
import { type Scenario, ScenarioNotMet } from './scenario.ts';

/** The share of children not open already who go to social care, and how far it sways from month to month. Invented. */
const TO_SOCIAL_CARE = 0.17;
const SWAY = 0.07;

/**
 * Decides month by month, so that what a scenario asks of a month can be met exactly: so many referrals, and so many children open
 * at its end. In the other months both follow from chance.
 */
export function decideMonths(
  making: Making,
  cast: Cast,
  desk: Desk,
  periods: Periods,
  lines: readonly Line[],
  scenario: Scenario,
): readonly Decided[] {
  const random = making.random('referrals');
  let since = firstDayOf(making);
  const byMonth = Map.groupBy(lines, ({ authorisedOn }) => authorisedOn.slice(0, 7));
  const strange = [...Object.keys(scenario.referrals), ...Object.keys(scenario.childrenOpen)].find(
    (month) => !byMonth.has(month),
  );
  if (strange !== undefined)
    throw new ScenarioNotMet(`${strange} does not lie in the three years of this island`);
  return [...byMonth].flatMap(([month, ofMonth]) => {
    const chosen = chosenFor(random, periods, month, ofMonth, scenario);
    const decided = ofMonth.map((line) => decideLine(making, cast, desk, periods, line, chosen.has(line)));
    const aged = scenario.inCareAged16And17[month];
    if (aged !== undefined)
      keepNearlyGrownUp(making, random, periods, { since, last: lastDayOf(month), wanted: aged });
    const target = scenario.childrenOpen[month];
    if (target === undefined) return decided;
    meetStock(making, random, periods, month, { target, since });
    since = lastDayOf(month);
    return decided;
  });
}

/** The children who go to social care this month: those whose contact presses most, each at their first decision of the month. */
function chosenFor(
  random: Random,
  periods: Periods,
  month: string,
  lines: readonly Line[],
  scenario: Scenario,
): ReadonlySet<Line> {
  const met = new Set<Id>();
  const eligible = lines.filter(({ child, authorisedOn }) => {
    const isFirst = !met.has(child.id);
    met.add(child.id);
    return isFirst && periods.openFor(child.id, authorisedOn) === undefined;
  });
  const wanted =
    scenario.referrals[month] ??
    Math.round(eligible.length * TO_SOCIAL_CARE * Math.exp(SWAY * random.normal()));
  if (wanted > eligible.length)
    throw new ScenarioNotMet(
      `${wanted} referrals are asked of ${month}, and only ${eligible.length} children could be referred. Ask for a larger island`,
    );
  return new Set([...eligible].sort((one, other) => other.press - one.press).slice(0, wanted));
}

/** More than are asked for in care, because a few are already spoken for by a time in care that begins later or is over. */
const SPARE = 6;

/**
 * Who comes to social care at fifteen or later often stays until grown up. So where a scenario asks for young people of 16 and 17 in care
 * at the end of a month, those whose work had ended last go on, until social care is open for enough of them.
 */
function keepNearlyGrownUp(
  making: Making,
  random: Random,
  periods: Periods,
  { since, last, wanted }: { readonly since: Day; readonly last: Day; readonly wanted: number },
): void {
  const isAged = (period: OpenPeriod) => {
    const age = ageOfChild(period, last) ?? 0;
    return period.table === 'referral' && age >= 16 && age < 18;
  };
  const open = periods.all.filter((period) => standsOn(period, last) && isAged(period));
  const missing = Math.max(0, wanted + SPARE - new Set(open.map(({ personId }) => personId)).size);
  for (const period of keepable(periods, since, last).filter(isAged).slice(0, missing))
    period.endsOn = workingDayFrom(making, last, random.whole(30, 240));
}

/** Moves the ends of what was open, within the month or out of it, until so many children are open at its end. */
function meetStock(
  making: Making,
  random: Random,
  periods: Periods,
  month: string,
  { target, since }: { readonly target: number; readonly since: Day },
): void {
  const last = lastDayOf(month);
  const open = periods.all.filter((period) => standsOn(period, last));
  const tooMany = open.length - target;
  const movable = tooMany > 0 ? endable(making, open, last) : keepable(periods, since, last);
  if (movable.length < Math.abs(tooMany))
    throw new ScenarioNotMet(
      `${target} children open are asked of the end of ${month}, and ${open.length} were open of whom ${movable.length} could change`,
    );
  for (const period of movable.slice(0, Math.abs(tooMany)))
    period.endsOn =
      tooMany > 0 ? workingDayUpTo(making, last) : workingDayFrom(making, last, random.whole(3, 90));
}

/**
 * Those who could end on the last day of the month: the longest open first, and nobody of whom something was told after it. The oldest of
 * them stay longest: who comes late into care or need stays until grown up.
 */
function endable(making: Making, open: readonly OpenPeriod[], last: Day): readonly OpenPeriod[] {
  if (last > making.today) throw new ScenarioNotMet(`the end of ${last.slice(0, 7)} is not over`);
  const worked = workingDayUpTo(making, last);
  return open
    .filter(({ beganOn, touchedOn }) => beganOn < worked && touchedOn < worked)
    .sort((one, other) => (one.beganOn < other.beganOn ? -1 : 1))
    .sort((one, other) => Number(isNearlyGrownUp(one, last)) - Number(isNearlyGrownUp(other, last)));
}

function isNearlyGrownUp(period: OpenPeriod, on: Day): boolean {
  return (ageOfChild(period, on) ?? 0) >= 15;
}

function ageOfChild({ family, personId }: OpenPeriod, on: Day): number | undefined {
  const bornOn = family.children.find(({ id }) => id === personId)?.bornOn;
  return bornOn === undefined ? undefined : ageOn(bornOn, on);
}

/**
 * Those who had ended and could have gone on, the oldest children and the latest ends first: nothing else was opened for them since. Ends are taken back no further
 * than the last month of which a stock was asked, which has to stay as it is.
 */
function keepable(periods: Periods, since: Day, last: Day): readonly OpenPeriod[] {
  return periods.all
    .filter((period) => since < period.endsOn && period.endsOn <= last && periods.mayGoOn(period))
    .sort((one, other) => (one.endsOn > other.endsOn ? -1 : 1))
    .sort((one, other) => Number(isNearlyGrownUp(other, last)) - Number(isNearlyGrownUp(one, last)));
}
