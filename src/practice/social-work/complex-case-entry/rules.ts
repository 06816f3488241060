import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, type Problem, refused } from '../../../language/outcome.ts';
import { dayOfLife } from '../../people/person/index.ts';
import type { ComplexCase } from '../complex-case/index.ts';

/** An agency that takes part: one on record, or one by name. */
export type NewAgency = {
  readonly agencyId: Id | undefined;
  readonly named: string | undefined;
  readonly who: string | undefined;
};

/** Said to the second of two who did the same at the same moment. */
export const QUICKER = 'Somebody else was quicker. Open the page again to see how it stands now.';

/** Lets a child come on the register where they are not on it, and not before they left it last. */
export function mayEnter(
  cases: readonly Pick<ComplexCase, 'enteredOn' | 'leftOn'>[],
  on: Day,
): Outcome<undefined> {
  const open = cases.find(({ leftOn }) => leftOn === undefined);
  if (open !== undefined)
    return refused({
      field: '',
      message: `They are on the register already, since ${dayOfLife(open.enteredOn)}.`,
    });
  const later = cases.find(({ leftOn }) => leftOn !== undefined && leftOn > on);
  return later?.leftOn === undefined
    ? done(undefined)
    : refused({
        field: 'enteredOn',
        message: `The day must be on or after ${dayOfLife(later.leftOn)}, when they left the register`,
      });
}

/** Reads which agencies take part; rows that were left blank are none. Nothing half said is passed over. */
export function agenciesFrom(
  rows: readonly NewAgency[],
  known: readonly { readonly id: Id }[],
): { readonly agencies: readonly NewAgency[]; readonly problems: readonly Problem[] } {
  const placed = rows.map((row, place) => ({ row, at: `agencies.${place}` }));
  const part = placed.filter(({ row }) => Object.values(row).some((answer) => answer !== undefined));
  return {
    agencies: part.map(({ row }) => row),
    problems: part.flatMap(({ row, at }) =>
      agencyProblems(row, known).map((problem) => ({ ...problem, field: `${at}.${problem.field}` })),
    ),
  };
}

/** What is wrong with one agency, each at its field. */
export function agencyProblems(
  { agencyId, named }: NewAgency,
  known: readonly { readonly id: Id }[],
): readonly Problem[] {
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [agencyId === undefined && named === undefined, 'agencyId', 'Select an agency, or write which other'],
    [agencyId !== undefined && named !== undefined, 'named', 'It is one of the two. Leave the other empty'],
    [agencyId !== undefined && !known.some(({ id }) => id === agencyId), 'agencyId', 'Select an agency from the list'],
  ]; // biome-ignore format: a list reads as a list
  return wrong.flatMap(([is, field, message]) => (is ? [{ field, message }] : []));
}
