import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { ANSWER_WAYS, type AnswerWay } from '../../../profile/code-sets/safe-contact.ts';
import type { Telephones } from '../../../profile/telephones.ts';
import { type Reach, safeWaysFor } from '../../people/reach/index.ts';

/** One of the family who is told: somebody on record, or a name. */
export type ToTell = { readonly readerId: Id | undefined; readonly named: string | undefined };

/** What one of the family is told, by which way, and when they were. */
export type ClosingLetter = ToTell & {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly closingId: Id;
  readonly way: AnswerWay;
  readonly language: string;
  readonly words: string;
  readonly madeAt: Date;
  readonly toldAt: Date | undefined;
  readonly toldBy: Id | undefined;
};

/** The language in which these letters are written. */
export const OWN_LANGUAGE = 'en';

/** The best first, where a person tells them. */
const BY_A_PERSON = ['letter', 'in person', 'telephone', 'text message', 'mail'] as const;

/** How one of the family is told, and whether the program does it: a mail that was said to be safe, in English, with nothing to leave out. */
export type WayToTell = { readonly way: (typeof BY_A_PERSON)[number]; readonly goesByItself: boolean };

/** The way to tell somebody, or nothing where they said that nobody is to reach them. Who is not on record is told face to face. */
export function wayToTell(reach: Reach | undefined): WayToTell | undefined {
  if (reach === undefined) return { way: 'in person', goesByItself: false };
  const ways = safeWaysFor(reach, false);
  const isWritten = reach.isAsked && reach.language === OWN_LANGUAGE && reach.notToSay === undefined;
  if (isWritten && ways.includes('mail')) return { way: 'mail', goesByItself: true };
  const way = BY_A_PERSON.find((one) => ways.includes(one));
  return way && { way, goesByItself: false };
}

/** What the family is told: that it ends, that they may come back, and how. No name of anybody, since others may read it. */
export function closingLetter(endsOn: Day, telephones: Telephones): string {
  const { hub } = telephones;
  return [
    'Hello',
    `We have worked with your family. We talked with you about ending this, and it ends on ${dayInFull(endsOn)}.`,
    'What you told us stands in the record, also where you did not agree.',
    `You can come back whenever you want to. You need no reason. Ring us on ${hub.number} (${hub.answered}), or choose “Ask for help” on our page.`,
    'If a child is in danger, call 999.',
    hub.title,
  ].join('\n\n');
}

/** How and whether somebody was told: "By email, on its way". */
export function toldInWords({ way, toldAt }: Pick<ClosingLetter, 'way' | 'toldAt'>): string {
  const by = labelOf(ANSWER_WAYS, way);
  if (toldAt !== undefined) return `${by}, told`;
  return way === 'mail' ? `${by}, not sent yet` : `${by}, not told yet`;
}
