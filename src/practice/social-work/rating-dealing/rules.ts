import type { Id } from '../../../language/id.ts';

/** By team, or evenly. Neither is chosen beforehand. */
export const WAYS = [
  { code: 'by team', label: 'To the manager of the child’s team' },
  { code: 'evenly', label: 'Evenly' },
] as const;

/** Which cases are dealt. */
export const WHICH = [
  { code: 'not dealt', label: 'Those that nobody has yet' },
  { code: 'not rated', label: 'All that are not rated, anew' },
] as const;

/** A case to deal: its family, its team, and who may not rate it. */
type ToDeal = {
  readonly id: Id;
  readonly family: Id;
  readonly teamId: Id | undefined;
  readonly mayNot: ReadonlySet<Id>;
};

/** A manager who takes part, with what they have already. */
type Hand = { readonly id: Id; readonly teams: readonly Id[]; readonly has: number };

/**
 * Deals cases to managers: who gets which. A family goes to one manager as long as one may rate all of it; of several the one with the
 * fewest. By team, a manager of the child's team comes first, and any other where none of them may. A case that none may rate is dealt to
 * nobody. The same cases and managers are always dealt the same way.
 */
export function deal(
  cases: readonly ToDeal[],
  managers: readonly Hand[],
  way: (typeof WAYS)[number]['code'],
): ReadonlyMap<Id, Id> {
  const has = new Map(managers.map(({ id, has: before }) => [id, before]));
  const dealt = new Map<Id, Id>();
  for (const part of partsOf(cases, managers)) {
    const able = ableFor(part, managers);
    const ofTeam = able.filter(({ teams }) => part.some(({ teamId }) => teamId && teams.includes(teamId)));
    const among = way === 'by team' && ofTeam.length > 0 ? ofTeam : able;
    const to = among.toSorted((one, other) => (has.get(one.id) ?? 0) - (has.get(other.id) ?? 0))[0]?.id;
    if (to === undefined) continue;
    for (const { id } of part) dealt.set(id, to);
    has.set(to, (has.get(to) ?? 0) + part.length);
  }
  return dealt;
}

/** Families, and single cases where none may rate the whole family; the largest first, so that what is small evens out the rest. */
function partsOf(cases: readonly ToDeal[], managers: readonly Hand[]): readonly (readonly ToDeal[])[] {
  const families = [...Map.groupBy(cases, ({ family }) => family).values()];
  return families
    .flatMap((family) => (ableFor(family, managers).length > 0 ? [family] : family.map((one) => [one])))
    .toSorted((one, other) => other.length - one.length);
}

function ableFor(part: readonly ToDeal[], managers: readonly Hand[]): readonly Hand[] {
  return managers.filter(({ id }) => part.every(({ mayNot }) => !mayNot.has(id)));
}
