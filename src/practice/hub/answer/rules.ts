import { addressIn } from '../../../language/address.ts';
import type { Id } from '../../../language/id.ts';
import { foldName } from '../../../language/name.ts';
import { done, type Outcome, type Problem, refused } from '../../../language/outcome.ts';
import { type CodeSet, isCode } from '../../../profile/code-sets/code-set.ts';
import {
  FAMILY_NOT_TOLD_REASONS,
  REFERRER_NOT_TOLD_REASONS,
} from '../../../profile/code-sets/reasons-not-told.ts';
import { ANSWER_WAYS, type AnswerWay } from '../../../profile/code-sets/safe-contact.ts';
import type { Contact } from '../contact/index.ts';
import type { DecidedChild } from '../letter/index.ts';
import type { Reader } from '../reader/index.ts';

/** Seconds a reply waits before it leaves: long enough to see a slip and press Undo, short enough that nobody waits for it. */
export const REPLY_HELD_SECONDS = 10;

/** What was told back, to whom, how and when; or why not. */
export type Answer = {
  readonly id: Id;
  readonly contactId: Id;
  readonly audience: 'referrer' | 'family';
  /** Of a family's answer: the adult or the child who is told; neither where the family as a whole is meant. */
  readonly familyMemberId: Id | undefined;
  readonly childId: Id | undefined;
  readonly way: AnswerWay | undefined;
  readonly language: string;
  readonly words: string | undefined;
  readonly whyNot: string | undefined;
  readonly madeBy: Id;
  readonly madeAt: Date;
  readonly toldAt: Date | undefined;
};

/** Decided: every child of the contact has a decision in force. */
export function isDecided(children: readonly Pick<DecidedChild, 'isInForce'>[]): boolean {
  return children.length > 0 && children.every((child) => child.isInForce);
}

/**
 * Answered, and since when: every child has a decision in force, and whoever told us was told or a reason why not stands here.
 *
 * What the family is told is owed as well, and shown until it is done, but it does not make a contact answered. No other file says
 * what answered means.
 */
export function answeredAt(
  children: readonly Pick<DecidedChild, 'isInForce'>[],
  answers: readonly Pick<Answer, 'audience' | 'whyNot' | 'madeAt' | 'toldAt'>[],
): Date | undefined {
  if (!isDecided(children)) return undefined;
  const settled = answers
    .filter((answer) => answer.audience === 'referrer')
    .flatMap((answer) => (answer.whyNot === undefined ? (answer.toldAt ?? []) : answer.madeAt));
  return settled.sort((one, other) => one.getTime() - other.getTime())[0];
}

/** What a worker wants to tell somebody, or why not. */
export type NewAnswer = {
  readonly reader: Reader;
  readonly way?: AnswerWay | undefined;
  readonly words?: string | undefined;
  readonly whyNot?: string | undefined;
};

/** Allows an answer only once all is decided, to each reader once, by a way that is safe, in words that give nobody away. */
export function mayAnswer(
  answer: NewAnswer,
  contact: Pick<Contact, 'referrer' | 'children' | 'familyMembers'>,
  children: readonly DecidedChild[],
  earlier: readonly Answer[],
): Outcome<NewAnswer> {
  if (!isDecided(children))
    return refused({ field: '', message: 'Nobody is told before every child has a decision.' });
  if (earlier.some((one) => isFor(one, answer.reader)))
    return refused({ field: 'to', message: 'They have an answer already. It stands below.' });
  const [first, ...more] = [...wayProblems(answer), ...wordsProblems(answer, contact)];
  return first === undefined ? done(answer) : refused(first, ...more);
}

function isFor(answer: Answer, { audience, familyMemberId, childId }: Reader): boolean {
  if (answer.audience !== audience) return false;
  return answer.familyMemberId === familyMemberId && answer.childId === childId;
}

function wayProblems({ reader, way, whyNot, words }: NewAnswer): readonly Problem[] {
  if (way === undefined) return reasonProblems(reader, whyNot);
  if (whyNot !== undefined)
    return [{ field: 'whyNot', message: 'Select a way or a reason why not, and leave the other empty' }];
  if (!reader.ways.includes(way))
    return [{ field: 'way', message: 'That way is not safe for them. Select one that is offered' }];
  return words === undefined ? [{ field: 'words', message: 'Say what they are told' }] : [];
}

function reasonProblems({ audience }: Reader, whyNot: string | undefined): readonly Problem[] {
  if (whyNot === undefined) return [{ field: 'way', message: 'Select how they are told, or why not' }];
  return isCode(reasonsFor(audience), whyNot)
    ? []
    : [{ field: 'whyNot', message: 'Select a reason from the list' }];
}

/** The reasons for which somebody is not told: one list for whoever told us, another for the family. */
export function reasonsFor(audience: Answer['audience']): CodeSet {
  return audience === 'referrer' ? REFERRER_NOT_TOLD_REASONS : FAMILY_NOT_TOLD_REASONS;
}

function wordsProblems(
  { reader, words }: NewAnswer,
  contact: Parameters<typeof mayAnswer>[1],
): readonly Problem[] {
  if (words === undefined) return [];
  const address = addressIn(words);
  if (address !== undefined)
    return [
      { field: 'words', message: `“${address}” reads like an address. Take it out: no answer holds one` },
    ];
  if (reader.audience === 'referrer' || !namesReferrer(words, contact)) return [];
  return [{ field: 'words', message: 'These words would show the family who told us. Take the name out' }];
}

/** Parts of a name shorter than this are also words of the language. */
const SHORTEST_NAME = 4;

/**
 * Says whether words for a family would show who told us: by name, agency, telephone or address of mail. Names that belong to the
 * family as well do not count, and neither does a referrer who is of the family or let us name them.
 */
export function namesReferrer(
  words: string,
  { referrer, children, familyMembers }: Pick<Contact, 'referrer' | 'children' | 'familyMembers'>,
): boolean {
  if (referrer === undefined || referrer.mayBeNamed === true) return false;
  if (referrer.kind === 'family' || referrer.kind === 'child') return false;
  const own = [
    ...children.flatMap((child) => [child.givenName, child.familyName]),
    ...familyMembers.map((one) => one.name),
  ];
  const familyWords = new Set(own.flatMap((name) => foldName(name ?? '').split(' ')));
  const nameWords = foldName(referrer.name ?? '').split(' ');
  const telling = [
    ...nameWords.filter((word) => word.length >= SHORTEST_NAME && !familyWords.has(word)),
    foldName(referrer.agencyNamed ?? ''),
    foldName(referrer.email ?? ''),
  ].filter((text) => text !== '');
  const said = ` ${foldName(words)} `;
  const digits = referrer.telephone?.replaceAll(/\D/g, '') ?? '';
  return (
    telling.some((text) => said.includes(` ${text} `)) ||
    (digits !== '' && words.replaceAll(/\D/g, '').includes(digits))
  );
}

/** What a worker writes down after the call, the visit, the post: only once, and never for a mail, which says so itself. */
export function mayBeTold(answer: Answer): Outcome<undefined> {
  if (answer.whyNot !== undefined)
    return refused({ field: '', message: 'It is written down why they are not told.' });
  if (answer.toldAt !== undefined)
    return refused({ field: '', message: 'It is written down that they were told.' });
  if (answer.way === 'mail')
    return refused({ field: '', message: 'A mail is told when it leaves, by itself.' });
  return done(undefined);
}

/** Says whether a text, from the database, is a way of answering. */
export function isWay(text: string): text is AnswerWay {
  return isCode(ANSWER_WAYS, text);
}
