import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { CaseColour } from '../profile/code-sets/case-ratings.ts';
import type { Plans } from './care.ts';
import { workingDayFrom } from './instants.ts';
import type { Making } from './making.ts';
import { type OpenPeriod, standsOn } from './periods.ts';
import type { Random } from './random.ts';
import { RATED_BREAKDOWN, RATED_HARM, RATED_TO_DO } from './words/case-ratings.ts';

/** One rating by a manager, in an exercise or between two. */
export type Rated = {
  readonly period: OpenPeriod;
  readonly at: Date;
  readonly by: Id;
  readonly caseId?: Id;
};

/** Rates cases one after the other: each rating of a child follows the one before, and resembles it. */
export type Rating = {
  rate(rated: Rated): void;
  /** When and how a child was rated last. */
  last(personId: Id): { readonly on: Day; readonly colour: CaseColour } | undefined;
};

/** A manager who wants to see a case sooner or later than the clock says chooses the day. */
const OWN_DAY = 0.12;
const CLOSING = 0.3;

/** Begins to rate. How great a risk is hangs on how hard it is for the family, on a protection plan, and on chance. Invented. */
export function beginRating(making: Making, random: Random, plans: Plans): Rating {
  const before = new Map<Id, { id: Id; harm: number; breakdown: number; on: Day; colour: CaseColour }>();
  return {
    last: (personId) => before.get(personId),
    rate: ({ period, at, by, caseId }) => {
      const { personId, family } = period;
      const last = before.get(personId);
      const on = making.dayOf(at);
      const drift = (was: number | undefined) =>
        was === undefined
          ? 0.45 * family.hardship + 0.8 * random.normal()
          : was + 0.45 * random.normal() - 0.12;
      const [harm, breakdown] = [drift(last?.harm), drift(last?.breakdown)];
      const higher = plans.stoodFor(personId, on) ? 1.1 : 0;
      const [ofHarm, ofBreakdown] = [colourFor(harm + higher), colourFor(breakdown - 0.2)];
      const colour = ORDER[Math.max(ORDER.indexOf(ofHarm), ORDER.indexOf(ofBreakdown))] ?? 'green';
      const isLow = colour === 'green';
      const id = random.id();
      making.ledger.add(
        'case_rating',
        {
          id,
          person_id: personId,
          harm: ofHarm,
          breakdown: ofBreakdown,
          why: `${random.pick(RATED_HARM[ofHarm])} ${random.pick(RATED_BREAKDOWN[ofBreakdown])}`,
          to_do: random.pick(RATED_TO_DO[colour]),
          look_again_on: random.chance(OWN_DAY) ? workingDayFrom(making, on, random.whole(7, 60)) : null,
          proposes_closing: isLow && standsOn(period, addDays(on, -60)) && random.chance(CLOSING),
          rated_by: by,
          rated_at: at,
          follows: last?.id ?? null,
          rating_case_id: caseId ?? null,
        },
        { at, by },
      );
      before.set(personId, { id, harm, breakdown, on, colour });
    },
  };
}

const ORDER: readonly CaseColour[] = ['green', 'amber', 'red'];

function colourFor(risk: number): CaseColour {
  if (risk > 1.35) return 'red';
  return risk > 0.35 ? 'amber' : 'green';
}

/** Days until a manager looks again, by colour, in the middle: mostly as the clocks ask, and sometimes later. Invented. */
const AGAIN: Readonly<Record<CaseColour, number>> = { red: 13, amber: 26, green: 50 };

/** When a case that was rated is looked at again. */
export function againOn(making: Making, random: Random, on: Day, colour: CaseColour): Day {
  return workingDayFrom(making, on, Math.max(2, Math.round(random.lognormal(AGAIN[colour], 0.2))));
}
