import { dateFormat } from '../../../language/date-format.ts';
import { type Day, startOfDay } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { ANSWER_WAYS, type AnswerWay } from '../../../profile/code-sets/safe-contact.ts';
import type { Profile } from '../../../profile/profile.ts';
import type { LetterWords } from '../../people/letter-words/index.ts';
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
  /** Theirs. */
  readonly language: string;
  /** The language of the words: theirs, or English where we cannot write theirs. */
  readonly writtenIn: string;
  readonly words: string;
  readonly madeAt: Date;
  readonly toldAt: Date | undefined;
  readonly toldBy: Id | undefined;
};

/** The best first, where a person tells them. */
const BY_A_PERSON = ['letter', 'in person', 'telephone', 'text message', 'mail'] as const;

/** How one of the family is told, and whether the program does it: a mail that was said to be safe, in their language, with nothing to leave out. */
export type WayToTell = { readonly way: (typeof BY_A_PERSON)[number]; readonly goesByItself: boolean };

/** The way to tell somebody, or nothing where they said that nobody is to reach them. Who is not on record is told face to face. */
export function wayToTell(reach: Reach | undefined, isTheirs: boolean): WayToTell | undefined {
  if (reach === undefined) return { way: 'in person', goesByItself: false };
  const ways = safeWaysFor(reach, false);
  const isWritten = reach.isAsked && isTheirs && reach.notToSay === undefined;
  if (isWritten && ways.includes('mail')) return { way: 'mail', goesByItself: true };
  const way = BY_A_PERSON.find((one) => ways.includes(one));
  return way && { way, goesByItself: false };
}

/** What the family is told: that it ends, that they may come back, and how. No name of anybody, since others may read it. */
export function closingLetter(
  endsOn: Day,
  letters: LetterWords,
  { telephones: { hub, emergency }, calendar: { zone } }: Pick<Profile, 'telephones' | 'calendar'>,
): string {
  const { ended, stands, comeBack, danger } = letters.closing;
  const on = dateFormat(letters.locale, { dateStyle: 'long', timeZone: zone }).format(
    startOfDay(endsOn, zone),
  );
  return [
    letters.greeting,
    ended(on),
    stands,
    comeBack(hub.number, hub.answered),
    danger(emergency.number),
    letters.signature,
  ].join('\n\n');
}

/** How and whether somebody was told: "By email, on its way". */
export function toldInWords({ way, toldAt }: Pick<ClosingLetter, 'way' | 'toldAt'>): string {
  const by = labelOf(ANSWER_WAYS, way);
  if (toldAt !== undefined) return `${by}, told`;
  return way === 'mail' ? `${by}, not sent yet` : `${by}, not told yet`;
}
