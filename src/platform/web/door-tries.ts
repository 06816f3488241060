import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { PublicContext } from './context.ts';

/** A door that anybody may try with a secret. */
export type Door = 'private link' | 'return code';

/** What a try came to: what the secret opened, or nothing; or when the next try is let in. */
export type Tried<Opened> =
  | { readonly opened: Opened | undefined; readonly again?: undefined }
  | { readonly opened?: undefined; readonly again: Date };

/** Tries of one secret from one source, and failures from one source altogether, in a quarter of an hour: as signing in counts. */
const SECRET_TRIES = 60;
const SOURCE_FAILURES = 60;
const MINUTE = 60_000;

/**
 * Opens a door with a secret, unless too many tries were made from there. What a secret opens makes no difference to how often it may
 * be tried, so that the limit tells nobody whether there is anything behind it.
 */
export async function tryDoor<Opened>(
  { db, newId, source }: PublicContext,
  door: Door,
  secret: string,
  open: () => Promise<Opened | undefined>,
): Promise<Tried<Opened>> {
  const [secretHash, sourceHash] = [hashOf(door, secret), hashOf(door, source)];
  const within = sql`door = ${door} and source_hash = ${sourceHash} and tried_at > now() - interval '15 minutes'`;
  const { rows } = await sql<{ again: Date | null }>`select interval '15 minutes' + greatest(
    (select tried_at from directory.door_try where ${within} and secret_hash = ${secretHash}
      order by tried_at desc offset ${SECRET_TRIES - 1} limit 1),
    (select tried_at from directory.door_try where ${within} and not opened
      order by tried_at desc offset ${SOURCE_FAILURES - 1} limit 1)) as again`.execute(db);
  const again = rows[0]?.again;
  if (again) return { again: new Date(Math.ceil(again.getTime() / MINUTE) * MINUTE) };
  const opened = await open();
  await db
    .insertInto('directory.door_try')
    .values({
      id: newId(),
      door,
      secret_hash: secretHash,
      source_hash: sourceHash,
      opened: opened !== undefined,
      tried_at: sql`now()`,
    })
    .execute();
  return { opened };
}

/** Forgets the tries that count no more. */
export async function forgetTries(pool: pg.Pool): Promise<void> {
  await pool.query("delete from directory.door_try where tried_at < now() - interval '15 minutes'");
}

/** Of its own, so that it is not what a table of links or drafts keeps of the same secret. */
function hashOf(door: Door, text: string): Buffer {
  return createHash('sha256').update(`try at ${door}: ${text}`).digest();
}
