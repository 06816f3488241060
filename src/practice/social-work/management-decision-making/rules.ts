import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, type Problem, refused } from '../../../language/outcome.ts';

/** One row of what must be done, as it was typed. */
export type TypedAction = {
  readonly what: string | undefined;
  readonly staffId: Id | undefined;
  readonly named: string | undefined;
  readonly dueOn: Day | undefined;
};

/** One thing that must be done: by a member of staff, or by somebody else by name. */
export type NewAction = {
  readonly what: string;
  readonly staffId: Id | undefined;
  readonly named: string | undefined;
  readonly dueOn: Day;
};

/** Reads what must be done; rows that were left blank are none. Nothing half said is passed over. */
export function actionsFrom(
  rows: readonly TypedAction[],
  decidedOn: Day,
  staff: readonly { readonly id: Id }[],
): { readonly actions: readonly NewAction[]; readonly problems: readonly Problem[] } {
  const placed = rows.flatMap((row, place) => (isBlank(row) ? [] : [{ row, at: `actions.${place}` }]));
  return {
    actions: placed.flatMap(({ row: { what, staffId, named, dueOn } }) =>
      what === undefined || dueOn === undefined ? [] : [{ what, staffId, named, dueOn }],
    ),
    problems: placed.flatMap(({ row, at }) => problemsOf(row, at, decidedOn, staff)),
  };
}

function isBlank({ what, staffId, named, dueOn }: TypedAction): boolean {
  return [what, staffId, named, dueOn].every((answer) => answer === undefined);
}

function problemsOf(
  { what, staffId, named, dueOn }: TypedAction,
  at: string,
  decidedOn: Day,
  staff: readonly { readonly id: Id }[],
): readonly Problem[] {
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [what === undefined, 'what', 'Say what must be done'],
    [staffId === undefined && named === undefined, 'staffId', 'Select who does it, or write who else'],
    [staffId !== undefined && named !== undefined, 'named', 'One person does it. Leave one of the two empty'],
    [staffId !== undefined && !staff.some(({ id }) => id === staffId), 'staffId', 'Select somebody from the list'],
    [dueOn === undefined, 'dueOn', 'Enter the day until which it is done'],
    [dueOn !== undefined && dueOn < decidedOn, 'dueOn', 'It cannot be due before it was decided. Change one of the two days'],
  ]; // biome-ignore format: a list reads as a list
  return wrong.flatMap(([is, field, message]) => (is ? [{ field: `${at}.${field}`, message }] : []));
}

/** Lets whoever works with the child say that something is done; and a manager alone that it is no longer needed, with the reason. */
export function maySay(
  { outcome, words }: { readonly outcome: string; readonly words: string | undefined },
  isManager: boolean,
): Outcome<undefined> {
  if (outcome === 'done') return done(undefined);
  if (!isManager)
    return refused({ field: '', message: 'Only a manager sets aside what was decided. Talk with them.' });
  return words === undefined
    ? refused({ field: 'words', message: 'Say why it is no longer needed' })
    : done(undefined);
}
