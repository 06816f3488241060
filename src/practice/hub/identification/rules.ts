import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Described } from '../../people/search/index.ts';
import type { ContactChild, FamilyMember } from '../contact/index.ts';

/** What is chosen instead of a candidate: the person is not on record yet. */
export const NOBODY_OF_THESE = 'nobody of these';

/** The candidates of the child and of each member of the family, as they were shown. */
export type Shown = { readonly child: readonly Id[]; readonly members: ReadonlyMap<Id, readonly Id[]> };

/** A choice that was offered, or the problem with it: only who was shown can be chosen. */
export function chosen(choice: string, shown: readonly Id[], field: string): Outcome<Id | undefined> {
  if (choice === NOBODY_OF_THESE) return done(undefined);
  const one = shown.find((id) => id === choice);
  return one === undefined
    ? refused({ field, message: 'Choose somebody from the list, or nobody of these' })
    : done(one);
}

/** Everything in which a list of candidates can differ. Order does not matter: somebody new on it does. */
export function fingerprintOf({ child, members }: Shown): string {
  const lists = [['child', child] as const, ...[...members].sort(([one], [other]) => (one < other ? -1 : 1))];
  return lists.map(([whose, ids]) => `${whose}:${[...ids].sort().join(',')}`).join(';');
}

/** A child as candidates are looked for: by the name that was said, others they go by, their birth, and the family's telephones. */
export function describedChild(child: ContactChild, family: readonly FamilyMember[]): Described {
  return {
    names: [nameOf(child.givenName, child.familyName), child.alsoKnownAs ?? ''].filter(Boolean),
    bornOn: child.bornOn,
    dueOn: child.dueOn,
    telephones: family.flatMap(({ telephone }) => telephone ?? []),
  };
}

/** A member of the family as candidates are looked for. */
export function describedMember(member: FamilyMember): Described {
  return {
    names: [member.name],
    bornOn: member.bornOn,
    telephones: member.telephone === undefined ? [] : [member.telephone],
  };
}

function nameOf(givenName: string | undefined, familyName: string | undefined): string {
  return [givenName, familyName].filter(Boolean).join(' ');
}
