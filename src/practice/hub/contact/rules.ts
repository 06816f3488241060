import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Channel, Concern } from '../../../profile/code-sets/channels.ts';
import type { FamilyPermission } from '../../../profile/code-sets/family-permission.ts';

/** A child as whoever told us named them, before anybody compared them with persons on record. */
export type NewChild = {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly alsoKnownAs?: string | undefined;
  readonly bornOn?: Day | undefined;
  /** For an unborn child: the day it is expected. */
  readonly dueOn?: Day | undefined;
  /** The age in the words that were used, where no date is known. */
  readonly ageSaid?: string | undefined;
  readonly sex?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly school?: string | undefined;
  readonly generalPractice?: string | undefined;
  readonly address?: string | undefined;
  readonly parish?: string | undefined;
  /** Set where the person is known for certain already: a worker chose them from the candidates. */
  readonly personId?: Id | undefined;
};

/** Who told us. A field class of its own: read only by roles that may know the reporter. */
export type NewReferrer = {
  readonly kind: 'child' | 'family' | 'public' | 'professional' | 'anonymous';
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly agencyId?: Id | undefined;
  readonly agencyNamed?: string | undefined;
  readonly staffId?: Id | undefined;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
  readonly relationToChild?: string | undefined;
  /** Whether the family may be told who it was; undefined where it was not asked. */
  readonly mayBeNamed?: boolean | undefined;
  readonly language?: string | undefined;
  readonly safeWays?: readonly string[] | undefined;
  readonly safeTimes?: string | undefined;
  readonly notToSay?: string | undefined;
};

/** Somebody of the household or the family, as whoever told us named them. */
export type NewFamilyMember = {
  readonly name: string;
  readonly relation: string;
  readonly bornOn?: Day | undefined;
  readonly parentalResponsibility?: string | undefined;
  readonly inHome?: boolean | undefined;
  readonly telephone?: string | undefined;
  readonly language?: string | undefined;
  readonly safeWays?: readonly string[] | undefined;
  readonly safeTimes?: string | undefined;
  readonly notToSay?: string | undefined;
  readonly riskToStaff?: string | undefined;
};

/** One answer of a request that has no column of its own: what it is about, the question as it was asked, and the answer word for word. */
export type Said = {
  readonly about: string;
  readonly question: string;
  readonly words: string;
  /** Set where the answer tells of whoever told us. */
  readonly fieldClass?: 'reporter' | undefined;
};

/** An approach to the hub, as it is taken in from any channel. One row a child; none where advice is asked without naming one. */
export type NewContact = {
  readonly channel: Channel;
  /** A code of CONTACT_SOURCES. */
  readonly source: string;
  readonly about: Concern;
  readonly happenedOn?: Day | undefined;
  /** When we were told: for a letter or a batch file earlier than when it is recorded. */
  readonly toldAt: Date;
  /** What was said, word for word. */
  readonly words: string;
  readonly wordsLanguage?: string | undefined;
  readonly childWords?: string | undefined;
  readonly goingWell?: string | undefined;
  readonly tried?: string | undefined;
  readonly helpWanted?: string | undefined;
  readonly immediateDanger?: boolean | undefined;
  /** The level of need in the referrer's judgement, kept beside ours for ever. */
  readonly referrerLevel?: number | undefined;
  /** Statements of the continuum of need that the referrer ticked, by their codes. */
  readonly statements?: readonly string[] | undefined;
  readonly permission?: FamilyPermission | undefined;
  readonly permissionWords?: string | undefined;
  readonly familyKnows?: boolean | undefined;
  /** The number under which the police know an incident: contacts about one incident are linked by it. */
  readonly incident?: string | undefined;
  /** One line for lists, in a worker's words. */
  readonly summary?: string | undefined;
  readonly referrer: NewReferrer;
  readonly children: readonly NewChild[];
  readonly familyMembers: readonly NewFamilyMember[];
  /** What was said beyond all this, in the order in which it was asked. */
  readonly said?: readonly Said[] | undefined;
};

/** A child of a contact on record. */
export type ContactChild = Omit<NewChild, 'personId'> & {
  readonly id: Id;
  readonly position: number;
  readonly personId: Id | undefined;
  /** A child of the contact lives at a guarded address that this viewer may not read: address, parish, school and practice are not here. */
  readonly placeWithheld: boolean;
};

/** Who told us, on record. */
export type Referrer = NewReferrer;

/** A member of the family, on record. */
export type FamilyMember = NewFamilyMember & { readonly id: Id };

/** A contact on record, as far as this viewer may read it. */
export type Contact = Omit<NewContact, 'children' | 'familyMembers' | 'referrer' | 'said'> & {
  readonly id: Id;
  readonly reference: string;
  readonly toldOn: Day;
  readonly recordedAt: Date;
  readonly answeredAt: Date | undefined;
  readonly children: readonly ContactChild[];
  readonly familyMembers: readonly FamilyMember[];
  /** Undefined for a viewer who may not know the reporter. */
  readonly referrer: Referrer | undefined;
  /** The persons on record among its children. */
  readonly persons: readonly Id[];
};

/** What naming a child of a contact needs. */
export type ChildName = Pick<ContactChild, 'givenName' | 'familyName' | 'dueOn' | 'ageSaid'>;

/** How a child of a contact is called: their name as given, or what else was said of them. */
export function childNamed(child: ChildName): string {
  if (child.givenName === undefined && child.familyName !== undefined && child.dueOn !== undefined)
    return `Baby ${child.familyName}`;
  const name = [child.givenName, child.familyName].filter(Boolean).join(' ');
  if (name !== '') return name;
  if (child.dueOn !== undefined) return 'Unborn child';
  return child.ageSaid === undefined ? 'A child not named' : `A child, ${child.ageSaid}`;
}

const NUMBERS = ['', '', '', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** How the children of a contact are called together: "Otto and Wren Sandpiper", "Three Cormorant children". */
export function childrenNamed(children: readonly ChildName[]): string {
  const [first, second] = children;
  if (first === undefined) return 'No child named';
  if (second === undefined) return childNamed(first);
  const family = familyOfAll(children);
  if (children.length > 2) {
    return family === undefined
      ? `${childNamed(first)} and ${children.length - 1} others`
      : `${NUMBERS[children.length] ?? children.length} ${family} children`;
  }
  return family === undefined
    ? `${childNamed(first)} and ${childNamed(second)}`
    : `${first.givenName ?? 'A child'} and ${second.givenName ?? 'a child'} ${family}`;
}

function familyOfAll(children: readonly ChildName[]): string | undefined {
  const families = new Set(children.map((child) => child.familyName));
  return families.size === 1 ? children[0]?.familyName : undefined;
}

/** Longest line of a list that is made of the words themselves, in characters. */
const LIST_LINE = 120;

/** What a list shows of a contact: the worker's line, or the beginning of the words themselves. */
export function lineOf(contact: Pick<Contact, 'summary' | 'words'>): string {
  if (contact.summary) return contact.summary;
  const line = contact.words.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LIST_LINE ? line : `${line.slice(0, line.lastIndexOf(' ', LIST_LINE))} …`;
}
