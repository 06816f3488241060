import type { Day } from '../../../language/day.ts';
import { foldName } from '../../../language/name.ts';
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
import type { ContactChild, FamilyMember } from '../contact/index.ts';

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
