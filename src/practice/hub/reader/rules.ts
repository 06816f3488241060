import type { Id } from '../../../language/id.ts';
import type { AnswerWay } from '../../../profile/code-sets/safe-contact.ts';
import { safeWaysFor } from '../../people/reach/index.ts';
import { type Contact, childNamed } from '../contact/index.ts';

/** Somebody who is owed an answer, and how they may safely be given it. */
export type Reader = {
  readonly audience: 'referrer' | 'family';
  readonly familyMemberId?: Id | undefined;
  readonly childId?: Id | undefined;
  /** The value of the control that names them: `referrer`, `family`, or the id of the adult or child. */
  readonly key: string;
  readonly called: string;
  /** What they may know: the outcome, only that it was looked at, or everything about themselves. */
  readonly voice: 'professional' | 'public' | 'family';
  readonly language: string;
  /** Only the ways that are safe and that we can go. */
  readonly ways: readonly AnswerWay[];
  readonly times: string | undefined;
  readonly notToSay: string | undefined;
  readonly telephone: string | undefined;
  readonly email: string | undefined;
};

/** How a person on record may be reached: `safe_contact` as it stands now. */
export type SafeContact = {
  readonly ways: readonly string[];
  readonly times: string | undefined;
  readonly language: string;
  readonly notToSay: string | undefined;
};

/** Whoever told us, as a reader of our answer; undefined for a worker who may not know who it was. */
export function referrerAsReader(contact: Pick<Contact, 'referrer'>, hasLink: boolean): Reader | undefined {
  const { referrer } = contact;
  if (referrer === undefined) return undefined;
  const isFamily = referrer.kind === 'family' || referrer.kind === 'child';
  const isProfessional = referrer.kind === 'professional';
  const voice = isProfessional ? 'professional' : 'public';
  const safe = safeWaysFor({ ...referrer, safeWays: referrer.safeWays ?? [] }, isProfessional);
  // Nobody can be met who gave no name.
  const ways = referrer.kind === 'anonymous' ? safe.filter((way) => way !== 'in person') : safe;
  return {
    audience: 'referrer',
    key: 'referrer',
    called: referrer.name ?? 'Whoever told us',
    voice: isFamily ? 'family' : voice,
    language: referrer.language ?? 'en',
    ways: hasLink ? [...ways, 'private link'] : ways,
    times: referrer.safeTimes,
    notToSay: referrer.notToSay,
    telephone: referrer.telephone,
    email: referrer.email,
  };
}

/** The family as readers: each adult who was named, each child who is known, and the family as a whole, for a reason why not. */
export function familyAsReaders(
  contact: Pick<Contact, 'children' | 'familyMembers'>,
  safeContacts: ReadonlyMap<Id, SafeContact>,
): readonly Reader[] {
  const adults = contact.familyMembers.map(
    (member): Reader => ({
      ...OF_FAMILY,
      familyMemberId: member.id,
      key: member.id,
      called: `${member.name}, ${member.relation.toLowerCase()}`,
      language: member.language ?? 'en',
      ways: safeWaysFor({ ...member, safeWays: member.safeWays ?? [] }, false),
      times: member.safeTimes,
      notToSay: member.notToSay,
      telephone: member.telephone,
    }),
  );
  const children = contact.children.flatMap((child): Reader[] => {
    if (child.personId === undefined || child.dueOn !== undefined) return [];
    const safe = safeContacts.get(child.personId);
    const reader = { ...OF_FAMILY, childId: child.id, key: child.id, called: childNamed(child) };
    return [
      {
        ...reader,
        language: safe?.language ?? child.languages?.[0] ?? 'en',
        ways: safeWaysFor({ safeWays: safe?.ways ?? [] }, false),
        times: safe?.times,
        notToSay: safe?.notToSay,
      },
    ];
  });
  return [
    ...adults,
    ...children,
    { ...OF_FAMILY, key: 'family', called: 'The family', language: 'en', ways: [] },
  ];
}

const OF_FAMILY = {
  audience: 'family',
  voice: 'family',
  telephone: undefined,
  email: undefined,
  times: undefined,
  notToSay: undefined,
} as const;
