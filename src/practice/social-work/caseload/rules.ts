import { counted } from '../../../language/dates-in-words.ts';
import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { type CaseloadRules, ceilingFor, type HeldPost, pointsOf } from '../../../profile/caseload.ts';

/** One child of a caseload: which of the worker's families it belongs to, and what is open for it. Nothing says who it is. */
export type Carried = { readonly family: string; readonly kinds: readonly string[] };

/** What a worker carries, and how many children their post should have at most. */
export type Load = {
  readonly children: number;
  readonly families: number;
  readonly points: number;
  readonly ceiling: number;
};

/** The longest absence that is covered with one word. A longer one is a handover. */
export const LONGEST_COVER_DAYS = 92;

/** Adds a caseload up. */
export function loadOf(rules: CaseloadRules, post: HeldPost, carried: readonly Carried[]): Load {
  return {
    children: carried.length,
    families: new Set(carried.map(({ family }) => family)).size,
    points: carried.reduce((sum, { kinds }) => sum + pointsOf(rules, kinds), 0),
    ceiling: ceilingFor(rules, post),
  };
}

/** Says whether one more child would fill the caseload: asked before the allocation, while it can still go to another. */
export function fullWith({ children, ceiling }: Pick<Load, 'children' | 'ceiling'>, more = 1): boolean {
  return children + more >= ceiling;
}

/** A caseload in a line: "9 children, 6 families, 31 points; full at 20". */
export function loadInWords({ children, families, points, ceiling }: Load): string {
  const child = children === 1 ? '1 child' : `${children} children`;
  const family = families === 1 ? '1 family' : `${families} families`;
  return `${child}, ${family}, ${counted(points, 'point')}; full at ${ceiling}`;
}

/** Lets somebody else of the staff cover, until a day that is not past and not too far. */
export function mayCover(
  absent: Id,
  cover: { readonly coveredBy: Id; readonly untilOn: Day },
  today: Day,
): Outcome<undefined> {
  if (cover.coveredBy === absent)
    return refused({ field: 'coveredBy', message: 'Choose somebody else to cover' });
  if (cover.untilOn < today)
    return refused({ field: 'untilOn', message: 'The last day of the absence must be today or later' });
  return cover.untilOn > addDays(today, LONGEST_COVER_DAYS)
    ? refused({
        field: 'untilOn',
        message: `Cover lasts at most ${LONGEST_COVER_DAYS} days. For longer, hand the children over`,
      })
    : done(undefined);
}
