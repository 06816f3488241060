import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { putInOutbox, takeBack } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Contact } from '../contact/index.ts';
import { type DecidedChild, type Letter, letterTo } from '../letter/index.ts';
import { type Reader, referrerReader } from '../reader/index.ts';
import { type Answer, isDecided, type NewAnswer, REPLY_HELD_SECONDS } from './rules.ts';
import {
  answersOf,
  decidedChildren,
  holdContact,
  keepAnswer,
  keepTold,
  keepWithdrawn,
  settle,
  unsettle,
} from './store.ts';

/**
 * Answers whoever told us, as soon as every child is decided, where that can be done without a person: a mail by a safe way in a language
 * we can write, or the reason that nobody left a name. Everything else waits for a worker, and says so.
 */
export async function answerReferrer(context: Context, contact: Contact): Promise<void> {
  const { db } = context;
  const children = await decidedChildren(db, contact.id);
  if (!isDecided(children) || contact.referrer === undefined) return;
  if ((await answersOf(db, contact.id)).some((answer) => answer.audience === 'referrer')) return;
  const reader = await referrerReader(context, contact);
  if (reader === undefined) return;
  if (contact.referrer.kind === 'anonymous' && reader.ways.length === 0) {
    await send(context, contact, { reader, whyNot: 'no name given' });
    return;
  }
  const letter = letterFor(context, contact, reader, children);
  if (mayGoByItself(reader, letter))
    await send(context, contact, { reader, way: 'mail', words: letter.words });
}

/** A person looks first where something must not be said, or where we cannot write the language. */
function mayGoByItself({ ways, notToSay }: Reader, letter: Letter): boolean {
  return ways.includes('mail') && notToSay === undefined && letter.isTheirs;
}

/** The letter for a reader, in this place and at this time. */
export function letterFor(
  { profile, authority }: Pick<Context, 'profile' | 'authority'>,
  contact: Contact,
  reader: Reader,
  children: readonly DecidedChild[],
): Letter {
  const { telephones, calendar } = profile;
  return letterTo(reader, children, contact, {
    telephones,
    zone: calendar.zone,
    demonstration: authority.demonstration,
  });
}

/** Keeps an answer, puts a mail in the outbox, and settles the contact where this was the last thing missing. */
export async function send(
  context: Context,
  contact: Contact,
  answer: NewAnswer,
  { isTold = false }: { isTold?: boolean } = {},
): Promise<Id> {
  const { db, newId } = context;
  const letter = letterFor(context, contact, answer.reader, []);
  const { language } = letter;
  const toldNow = answer.way === 'private link' || (isTold && answer.way !== 'mail');
  const id = await keepAnswer(context, contact.id, answer, { language, isTold: toldNow });
  if (answer.way === 'mail' && answer.words !== undefined && answer.reader.email !== undefined) {
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: answer.reader.email,
      subject: letter.subject,
      body: answer.words,
      language,
      contactId: contact.id,
      answerId: id,
      holdSeconds: REPLY_HELD_SECONDS,
    });
  }
  await settle(db, contact.id);
  return id;
}

/** A worker rang, met or posted: they were told. */
export async function wasTold({ db, now }: Context, answer: Answer): Promise<boolean> {
  await holdContact(db, answer.contactId);
  const contactId = await keepTold(db, answer.id, now);
  if (contactId !== undefined) await settle(db, contactId);
  return contactId !== undefined;
}

/** A mail has left: whoever it went to was told at that instant. Called by the sender of the outbox, in its transaction. */
export async function answerWasSent(db: Db, sent: { answerId: Id; at: Date }): Promise<void> {
  const contactId = await keepTold(db, sent.answerId, sent.at);
  if (contactId !== undefined) await settle(db, contactId);
}

/**
 * Takes back every answer of a contact that nobody has heard yet, and says whether somebody has.
 *
 * The outbox is asked first and the contact held second, as the sender does: the other order would let the two wait for each other.
 */
export async function withdrawAnswers(context: Context, contactId: Id): Promise<{ isTold: boolean }> {
  const { db, now } = context;
  let isTold = false;
  for (const answer of await answersOf(db, contactId)) {
    if (!(await takeBack(db, answer.id, now))) isTold = true;
  }
  await holdContact(db, contactId);
  const answers = await answersOf(db, contactId);
  if (isTold || answers.some((answer) => answer.toldAt !== undefined)) return { isTold: true };
  await keepWithdrawn(
    context,
    answers.map((answer) => answer.id),
  );
  return { isTold: false };
}

/** Says that a contact waits for an answer again, once its decision is taken back. */
export function reopen(context: Context, contactId: Id): Promise<void> {
  return unsettle(context.db, contactId);
}
