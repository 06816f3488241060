import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { foldName } from '../../../language/name.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES, type Language } from '../../../profile/code-sets/languages.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import {
  PARENTAL_RESPONSIBILITY,
  type ParentalResponsibility,
  RELATIONSHIPS,
  type Relationship,
} from '../../../profile/code-sets/relationships.ts';
import { SAFE_WAYS, type SafeWay } from '../../../profile/code-sets/safe-contact.ts';
import { SEXES } from '../../../profile/code-sets/sexes.ts';
import type { NewAddress, NewName, NewPerson, NewSafeContact } from '../../people/person/index.ts';
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

/** The person that a child of a contact becomes: what was said, and nothing that was not. An age in words makes no date of birth. */
export function personFromChild(child: ContactChild): NewPerson {
  const provenance = 'referrer';
  const { givenName, familyName, alsoKnownAs } = child;
  const used: readonly NewName[] =
    givenName === undefined && familyName === undefined
      ? []
      : [{ kind: 'used', givenName, familyName, provenance }];
  const others: readonly NewName[] =
    alsoKnownAs === undefined ? [] : [{ kind: 'also known as', ...halvesOf(alsoKnownAs), provenance }];
  return {
    names: [...used, ...others],
    bornOn: child.bornOn,
    dueOn: child.dueOn,
    sex: child.sex !== undefined && isCode(SEXES, child.sex) ? child.sex : undefined,
    languages: (child.languages ?? []).filter((language) => isCode(LANGUAGES, language)),
    provenance,
  };
}

/** The address that was said of a child. */
export function addressFromChild(child: ContactChild, guarded: boolean): NewAddress | undefined {
  if (child.address === undefined) return undefined;
  const { parish } = child;
  return {
    lines: child.address,
    parish: parish !== undefined && isCode(PARISHES, parish) ? parish : undefined,
    guarded,
    provenance: 'referrer',
  };
}

/** The person that a member of the family becomes. */
export function personFromMember(member: FamilyMember): NewPerson {
  const { language } = member;
  return {
    names: [{ kind: 'used', ...halvesOf(member.name), provenance: 'referrer' }],
    bornOn: member.bornOn,
    languages: language !== undefined && isCode(LANGUAGES, language) ? [language] : [],
    provenance: 'referrer',
  };
}

/** How it is safe to reach a member of the family, where that was said. */
export function safeContactFromMember(member: FamilyMember, today: Day): NewSafeContact | undefined {
  const ways = (member.safeWays ?? []).filter((way): way is SafeWay => isCode(SAFE_WAYS, way));
  if (ways.length === 0 && member.notToSay === undefined) return undefined;
  return {
    ways,
    times: member.safeTimes,
    language: languageOf(member.language),
    notToSay: member.notToSay,
    fromOn: today,
    provenance: 'referrer',
  };
}

function languageOf(language: string | undefined): Language {
  return language !== undefined && isCode(LANGUAGES, language) ? language : 'en';
}

/** The last word of a name is taken for the family name; the worker sees it before it is kept. */
function halvesOf(name: string): { givenName: string; familyName?: string } {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last === undefined
    ? { givenName: name.trim().slice(0, 100) }
    : { givenName: words.slice(0, -1).join(' ').slice(0, 100), familyName: last.slice(0, 100) };
}

/** Words that people use for a relation, beside the labels of the profile. */
const SAID_AS: Readonly<Record<string, Relationship>> = {
  mum: 'mother',
  mummy: 'mother',
  mae: 'mother',
  dad: 'father',
  daddy: 'father',
  pai: 'father',
  nan: 'grandparent',
  gran: 'grandparent',
  grandmother: 'grandparent',
  grandfather: 'grandparent',
  brother: 'brother or sister',
  sister: 'brother or sister',
  sibling: 'brother or sister',
  'half brother': 'half-brother or half-sister',
  'half sister': 'half-brother or half-sister',
  stepfather: 'step-parent',
  stepmother: 'step-parent',
  stepdad: 'step-parent',
  stepmum: 'step-parent',
  aunt: 'aunt or uncle',
  auntie: 'aunt or uncle',
  uncle: 'aunt or uncle',
  carer: 'guardian',
};

/** The relationship that words mean, where they mean one; a proposal that the worker sees and can change. */
export function relationshipSaid(words: string): Relationship | undefined {
  const folded = foldName(words);
  const row = RELATIONSHIPS.codes.find(({ code, label }) =>
    [foldName(code), foldName(label)].includes(folded),
  );
  return row?.code ?? (Object.hasOwn(SAID_AS, folded) ? SAID_AS[folded] : undefined);
}

/** What was said of parental responsibility, as a code. */
export function responsibilitySaid(said: string | undefined): ParentalResponsibility {
  return said !== undefined && isCode(PARENTAL_RESPONSIBILITY, said) ? said : 'not known';
}
