import { type Kysely, sql } from 'kysely';
import type { Id } from '../../language/id.ts';
import type { Db } from '../database/db.ts';
import type { DB } from '../database/schema.ts';
import type { Mailer } from './mailer.ts';

/** What is to leave the house. It waits `holdSeconds` first: until then a decision can be undone and nobody was told. */
export type Outgoing = {
  readonly id: Id;
  readonly kind: 'mail' | 'text message' | 'letter' | 'notice';
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly contactId?: Id | undefined;
  readonly answerId?: Id | undefined;
  readonly holdSeconds: number;
};

/** Puts something in the outbox, in the transaction of what it tells. */
export async function putInOutbox(db: Db, outgoing: Outgoing): Promise<void> {
  const { contactId, answerId, holdSeconds, ...rest } = outgoing;
  await db
    .insertInto('outbox')
    .values({
      ...rest,
      contact_id: contactId ?? null,
      answer_id: answerId ?? null,
      leaves_at: inSeconds(holdSeconds),
    })
    .execute();
}

/** Takes back what has not left yet. Returns false when something already has. */
export async function takeBack(db: Db, answerId: Id, now: Date): Promise<boolean> {
  const waiting = await db
    .selectFrom('outbox')
    .select(['id', 'sent_at'])
    .where('answer_id', '=', answerId)
    .forUpdate()
    .execute();
  if (waiting.some((row) => row.sent_at !== null)) return false;
  await db
    .updateTable('outbox')
    .set({ cancelled_at: now })
    .where('answer_id', '=', answerId)
    .where('cancelled_at', 'is', null)
    .execute();
  return true;
}

/** Something left the house. Told in the same transaction that marks it sent. */
export type Sent = (db: Db, sent: { answerId: Id; at: Date }) => Promise<void>;

/**
 * Sends the oldest thing that may leave, and returns whether there was one. A row is locked while it is sent, so that two programs
 * never send it twice; one that fails waits longer each time. Letters and text messages are only marked here by people who posted them.
 */
export async function sendNext(db: Kysely<DB>, mailer: Mailer, now: Date, sent: Sent): Promise<boolean> {
  const next = await db
    .selectFrom('outbox')
    .select(['id', 'recipient', 'subject', 'body', 'language', 'answer_id', 'tries'])
    .where('kind', '=', 'mail')
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('leaves_at', '<=', inSeconds(0))
    .orderBy('leaves_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (next === undefined) return false;
  const fault = await mailer
    .send(next.id, { to: next.recipient, subject: next.subject, text: next.body, language: next.language })
    .then(
      () => undefined,
      (failed: unknown) => failed,
    );
  if (fault === undefined) {
    await db.updateTable('outbox').set({ sent_at: now }).where('id', '=', next.id).execute();
    if (next.answer_id !== null) await sent(db, { answerId: next.answer_id, at: now });
  } else {
    await db
      .updateTable('outbox')
      .set({
        tries: next.tries + 1,
        last_fault: faultName(fault),
        leaves_at: inSeconds(waitSeconds(next.tries)),
      })
      .where('id', '=', next.id)
      .execute();
  }
  return true;
}

const LONGEST_WAIT_MINUTES = 60;

function waitSeconds(tries: number): number {
  return Math.min(2 ** tries, LONGEST_WAIT_MINUTES) * 60;
}

/** By the machine's clock: waiting is real also where an island's "now" stands still. */
function inSeconds(seconds: number) {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${seconds})`;
}

/** The kind of fault alone: what a mail server says may quote the recipient. */
function faultName(fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return `${fault instanceof Error ? fault.name : 'fault'} ${code}`.trim();
}
