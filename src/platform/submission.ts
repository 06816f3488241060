import { createHash } from 'node:crypto';
import type { Db } from './database/db.ts';
import type { RawAnswers } from './forms/raw-answers.ts';

/** What a submission was answered with: kept, so that a repeat gets the same words for ever. */
export type Reply = Readonly<Record<string, string>>;

/** The key of a submission was used before, with other answers. */
export class KeyUsedForOtherAnswers extends Error {}

/** What stands between a key and what the database keeps of it: the key itself is never stored. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/**
 * Does something once for a key, however often and however concurrently it is sent, also after a restart.
 *
 * The key row is the first statement: a repeat waits there until the first has committed, and then reads its reply. The same key
 * with other answers throws KeyUsedForOtherAnswers. Where the work is refused the caller must roll back, so that the key stays free.
 */
export async function once(
  db: Db,
  submission: { key: string; form: string; formVersion: number; answers: RawAnswers },
  work: () => Promise<Reply>,
): Promise<{ reply: Reply; repeated: boolean }> {
  const key = keyHash(submission.key);
  const body = bodyHash(submission.answers);
  const first = await db
    .insertInto('submission')
    .values({
      key_hash: key,
      form: submission.form,
      form_version: submission.formVersion,
      body_hash: body,
      answers: JSON.stringify(storable(submission.answers) ? submission.answers : {}),
    })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returning('key_hash')
    .executeTakeFirst();
  if (first === undefined) return { reply: await earlierReply(db, key, body), repeated: true };
  const reply = await work();
  await db
    .updateTable('submission')
    .set({ reply: JSON.stringify(reply) })
    .where('key_hash', '=', key)
    .execute();
  return { reply, repeated: false };
}

async function earlierReply(db: Db, key: string, body: string): Promise<Reply> {
  const earlier = await db
    .selectFrom('submission')
    .select(['body_hash', 'reply'])
    .where('key_hash', '=', key)
    .executeTakeFirst();
  if (earlier === undefined || earlier.body_hash !== body) throw new KeyUsedForOtherAnswers();
  return replyFrom(earlier.reply);
}

/**
 * JSON of the database holds neither NUL nor half of a character pair. No form accepts them either, so the work refuses such answers and
 * this row goes with it; it must only not fail before they are refused in words.
 */
function storable(answers: RawAnswers): boolean {
  return Object.entries(answers)
    .flat(2)
    .every((text) => text.isWellFormed() && !text.includes('\0'));
}

function bodyHash(answers: RawAnswers): string {
  const sorted = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** A reply as `once` wrote it: names and texts. */
function replyFrom(kept: unknown): Reply {
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}
