import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { CASE_RATINGS, type CaseColour } from '../../../profile/code-sets/case-ratings.ts';
import { colourOf, levelOf } from '../../people/childhood/index.ts';
import { type Move, type Square, squareInWords } from '../rating-grid/index.ts';

/** Something that stood for a child from a day until a day; a period of service with its kind. */
export type Stood = { readonly kind: string; readonly beganOn: Day; readonly endedOn: Day | undefined };

/** A case as it was rated in an exercise, where it sat before, and what stood for the child at any time. */
export type Compared = {
  readonly personId: Id;
  readonly now: Square & { readonly why: string; readonly ratedOn: Day };
  /** In the exercise before, or else by the last rating before the cases were frozen. */
  readonly before: Square | undefined;
  readonly periods: readonly Stood[];
  readonly plans: readonly Stood[];
  readonly care: readonly Stood[];
};

/** What may follow a rating, in the order in which it is shown. */
export const FOLLOWED = [
  { code: 'steppedUp', label: 'Stepped up from early help' },
  { code: 'plan', label: 'Protection plan' },
  { code: 'care', label: 'Came into care' },
  { code: 'closed', label: 'Closed' },
] as const;

type FollowedCode = (typeof FOLLOWED)[number]['code'];

/** What followed within the time after the day of the rating; `isWhole` once all of that time has gone by. */
export type Followed = Readonly<Record<FollowedCode, boolean>> & { readonly isWhole: boolean };

/** Which way a case went: compared by the higher of its two risks, then by both together. */
export type Direction = 'up' | 'down' | 'sideways' | 'stayed' | 'first';

/** Says what followed a rating within so many days after its own day. */
export function followedBy(one: Compared, withinDays: number, today: Day): Followed {
  const { ratedOn } = one.now;
  const until = addDays(ratedOn, withinDays);
  const within = (day: Day | undefined) => day !== undefined && day > ratedOn && day <= until;
  const open = one.periods.filter((period) => standsOn(period, ratedOn));
  const wasEarlyHelp = open.length > 0 && open.every(({ kind }) => kind === 'early help');
  return {
    isWhole: until <= today,
    steppedUp:
      wasEarlyHelp &&
      one.periods.some(
        ({ kind, beganOn }) => within(beganOn) && kind !== 'early help' && kind !== 'leaving care',
      ),
    plan: one.plans.some(({ beganOn }) => within(beganOn)),
    care: one.care.some(({ beganOn }) => within(beganOn)),
    closed: one.periods.some(
      ({ endedOn }) =>
        endedOn !== undefined && within(endedOn) && !one.periods.some((other) => standsOn(other, endedOn)),
    ),
  };
}

/** On the day of its end it stands no longer. */
function standsOn({ beganOn, endedOn }: Stood, day: Day): boolean {
  return beganOn <= day && (endedOn === undefined || endedOn > day);
}

/** One colour: of how many whose time is over what happened, and how many have less time behind them. */
export type ByColour = {
  readonly colour: CaseColour;
  readonly whole: number;
  readonly tooYoung: number;
  readonly counts: Readonly<Record<FollowedCode, number>>;
};

/** Adds up by the colour of the rating what followed, highest first. Only of those whose time is over. */
export function byColour(cases: readonly Compared[], withinDays: number, today: Day): readonly ByColour[] {
  return CASE_RATINGS.codes
    .map(({ code }) => {
      const own = cases
        .filter(({ now }) => colourOf(now) === code)
        .map((one) => followedBy(one, withinDays, today));
      const whole = own.filter(({ isWhole }) => isWhole);
      const count = (what: FollowedCode) => whole.filter((one) => one[what]).length;
      return {
        colour: code,
        whole: whole.length,
        tooYoung: own.length - whole.length,
        counts: {
          steppedUp: count('steppedUp'),
          plan: count('plan'),
          care: count('care'),
          closed: count('closed'),
        },
      };
    })
    .toReversed();
}

/** Which way a case went since before. */
export function directionOf({ before, now }: Pick<Compared, 'before' | 'now'>): Direction {
  if (before === undefined) return 'first';
  if (before.harm === now.harm && before.breakdown === now.breakdown) return 'stayed';
  const [was, is] = [heightOf(before), heightOf(now)];
  if (is === was) return 'sideways';
  return is > was ? 'up' : 'down';
}

/** The higher risk counts first, then the other. */
function heightOf({ harm, breakdown }: Square): number {
  const [one, other] = [levelOf(harm), levelOf(breakdown)];
  return Math.max(one, other) * 10 + Math.min(one, other);
}

/** The cases that moved: upwards first, and of those the highest. */
export function movedOf(cases: readonly Compared[]): readonly Compared[] {
  const order: readonly Direction[] = ['up', 'sideways', 'down'];
  return cases
    .filter((one) => order.includes(directionOf(one)))
    .toSorted(
      (one, other) =>
        order.indexOf(directionOf(one)) - order.indexOf(directionOf(other)) ||
        heightOf(other.now) - heightOf(one.now) ||
        one.personId.localeCompare(other.personId),
    );
}

/** How many sit in each square now, by its words, and how many went from which to which, the most first. */
export function squaresOf(cases: readonly Compared[]): {
  readonly counts: ReadonlyMap<string, number>;
  readonly moves: readonly Move[];
} {
  const counts = new Map<string, number>();
  for (const { now } of cases) counts.set(squareInWords(now), (counts.get(squareInWords(now)) ?? 0) + 1);
  const moved = Map.groupBy(movedOf(cases), ({ before, now }) =>
    before === undefined ? '' : `${squareInWords(before)} to ${squareInWords(now)}`,
  );
  const moves = [...moved.values()].flatMap((some) => {
    const [first] = some;
    return first?.before === undefined ? [] : [{ from: first.before, to: first.now, count: some.length }];
  });
  return { counts, moves: moves.toSorted((one, other) => other.count - one.count) };
}
