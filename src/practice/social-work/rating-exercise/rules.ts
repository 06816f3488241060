import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';
import type { CaseColour } from '../../../profile/code-sets/case-ratings.ts';

/** An exercise: when its cases were frozen, by whom, and when it ended. */
export type Exercise = Subject & {
  readonly title: string;
  readonly frozenAt: Date;
  readonly frozenBy: Id;
  readonly closedAt: Date | undefined;
  readonly closedBy: Id | undefined;
  readonly closedNote: string | undefined;
};

/** A case as it was frozen, whom it is dealt to, and how it was last rated in the exercise. */
export type FrozenCase = {
  readonly id: Id;
  readonly exerciseId: Id;
  readonly personId: Id;
  readonly openedOn: Day;
  readonly kinds: readonly string[];
  readonly workerId: Id | undefined;
  readonly coWorkerIds: readonly Id[];
  readonly teamId: Id | undefined;
  /** The same for brothers and sisters. */
  readonly family: Id;
  readonly dealtTo: Id | undefined;
  readonly table: { readonly at: Date; readonly by: Id; readonly question: string } | undefined;
  readonly rated:
    | { readonly harm: CaseColour; readonly breakdown: CaseColour; readonly at: Date }
    | undefined;
  /** Something is open for the child now. */
  readonly isOpen: boolean;
};

/** How far a manager is, or, without one, the cases that nobody has yet. */
export type Counted = {
  readonly dealtTo: Id | undefined;
  readonly cases: number;
  readonly rated: number;
  readonly ended: number;
  readonly onTable: number;
};

/** What the list of cases can be narrowed to, each with its words. */
export const STATES = [
  { code: 'mine', label: 'Yours' },
  { code: 'not dealt', label: 'Nobody has them yet' },
  { code: 'ended', label: 'Ended meanwhile' },
  { code: 'all', label: 'All in your sight' },
] as const;

/** Whether a case waits to be rated: it was not, and it is still open. */
export function isToRate({ rated, isOpen }: Pick<FrozenCase, 'rated' | 'isOpen'>): boolean {
  return rated === undefined && isOpen;
}

/** Whether a case lies on the table: put there, open, and not rated since. */
export function isOnTable({ table, rated, isOpen }: Pick<FrozenCase, 'table' | 'rated' | 'isOpen'>): boolean {
  return table !== undefined && isOpen && (rated === undefined || rated.at < table.at);
}

/** The cases of a list in which somebody looks. */
export function casesIn(state: string, cases: readonly FrozenCase[], viewer: Id): readonly FrozenCase[] {
  if (state === 'mine') return cases.filter(({ dealtTo }) => dealtTo === viewer);
  if (state === 'not dealt') return cases.filter((one) => one.dealtTo === undefined && isToRate(one));
  if (state === 'ended') return cases.filter(({ isOpen, rated }) => !isOpen && rated === undefined);
  return cases;
}

/**
 * The next case that waits for somebody, of those dealt to them and not on the table: a brother or sister of the one they come from, or
 * else the first behind it, and from the beginning again.
 */
export function nextToRate(cases: readonly FrozenCase[], viewer: Id, from?: Id): FrozenCase | undefined {
  const at = cases.findIndex(({ id }) => id === from);
  const waiting = [...cases.slice(at + 1), ...cases.slice(0, at + 1)].filter(
    (one) => one.dealtTo === viewer && isToRate(one) && !isOnTable(one) && one.id !== from,
  );
  return waiting.find(({ family }) => family === cases[at]?.family) ?? waiting[0];
}

/** Adds counts up. */
export function totalOf(counted: readonly Counted[]): Omit<Counted, 'dealtTo'> {
  const sum = (name: 'cases' | 'rated' | 'ended' | 'onTable') =>
    counted.reduce((total, one) => total + one[name], 0);
  return { cases: sum('cases'), rated: sum('rated'), ended: sum('ended'), onTable: sum('onTable') };
}
