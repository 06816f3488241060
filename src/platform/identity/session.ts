import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Id, id } from '../../language/id.ts';

/** Signed out after so long without a page, and at the latest after a working day. */
const IDLE_MINUTES = 30;
const LONGEST_HOURS = 12;
const PROOF_MINUTES = 15;

/** A session that lives: rows in the directory, so that it ends when we say so. The token is only in the browser; here is its hash. */
export type Session = {
  readonly tokenHash: Buffer;
  readonly accountId: Id;
  readonly authority: string;
  readonly staffId: Id;
  readonly manner: 'password' | 'demonstration';
  readonly provedRecently: boolean;
  /** Signed in with a password that was made and handed over: until its owner has set another, nothing else opens. */
  readonly passwordIsHandedOver: boolean;
};

/** Where sessions are looked up: whatever answers SQL. */
export type Directory = { query(text: string, values: unknown[]): Promise<pg.QueryResult> };

const HASH = (token: string) => createHash('sha256').update(token).digest();

/** Begins a session and returns its token: 256 random bits, new at every sign-in. */
export async function beginSession(
  pool: pg.Pool,
  who: { accountId: Id; authority: string; manner: Session['manner'] },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into directory.session (token_hash, account_id, authority, manner, began_at, seen_at, ends_at, proved_at)
     values ($1, $2, $3, $4, now(), now(), now() + make_interval(hours => $5), now())`,
    [HASH(token), who.accountId, who.authority, who.manner, LONGEST_HOURS],
  );
  return token;
}

const FOUND = `select s.account_id, s.authority, p.staff_id, s.manner,
    s.proved_at > now() - make_interval(mins => ${PROOF_MINUTES}) as proved,
    s.manner = 'password' and a.password_handed_over_at is not null as handed_over,
    s.seen_at < now() - interval '1 minute' as stale,
    s.ends_at > now() and s.seen_at > now() - make_interval(mins => ${IDLE_MINUTES}) as live
   from directory.session s
   join directory.account a on a.id = s.account_id and a.disabled_at is null
   join directory.account_place p on p.account_id = s.account_id and p.authority = s.authority
  where s.token_hash = $1 and s.ended_at is null`;

/** The live session of a token, or nothing: ended, idle too long, of a disabled account, or never there. All look the same. */
export async function sessionOf(directory: Directory, token: string): Promise<Session | undefined> {
  const row = await rowOf(directory, token);
  if (row?.['live'] !== true) return undefined;
  if (row['stale'] === true)
    await directory.query('update directory.session set seen_at = now() where token_hash = $1', [
      HASH(token),
    ]);
  return sessionFrom(row, token);
}

/**
 * A session that ran out by itself within the last day and was not signed out. It opens nothing; it only says whose words came too late,
 * so that they can be kept as a draft of that person.
 */
export async function ranOutSession(directory: Directory, token: string): Promise<Session | undefined> {
  const row = await rowOf(directory, token, "and s.seen_at > now() - interval '1 day'");
  // Whoever had not yet chosen a password of their own had no page to type on.
  if (row === undefined || row['handed_over'] === true) return undefined;
  return { ...sessionFrom(row, token), provedRecently: false };
}

async function rowOf(
  directory: Directory,
  token: string,
  more = '',
): Promise<Record<string, unknown> | undefined> {
  return (await directory.query(`${FOUND} ${more}`, [HASH(token)])).rows[0];
}

function sessionFrom(row: Record<string, unknown>, token: string): Session {
  return {
    tokenHash: HASH(token),
    accountId: id(String(row['account_id'])),
    authority: String(row['authority']),
    staffId: id(String(row['staff_id'])),
    manner: row['manner'] === 'password' ? 'password' : 'demonstration',
    provedRecently: row['proved'] === true,
    passwordIsHandedOver: row['handed_over'] === true,
  };
}

/** Ends one session: the token is dead from this instant. */
export async function endSession(pool: pg.Pool, token: string): Promise<void> {
  await pool.query(
    'update directory.session set ended_at = now() where token_hash = $1 and ended_at is null',
    [HASH(token)],
  );
}

/** Notes that the password was given again. */
export async function proveSession(pool: pg.Pool, token: string): Promise<void> {
  await pool.query(
    'update directory.session set proved_at = now() where token_hash = $1 and ended_at is null',
    [HASH(token)],
  );
}
