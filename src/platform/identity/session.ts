import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Id, id } from '../../language/id.ts';
import { formToken } from '../web/guard.ts';

const IDLE_MINUTES = 30;
const LONGEST_HOURS = 12;
const PROOF_MINUTES = 15;
/** Tokens of forms of the same session that stay good when its own token is changed. */
const EARLIER_TOKENS = 20;

/** How a session was begun. */
const MANNERS = ['password', 'demonstration', 'passkey', 'provider'] as const;
export type Manner = (typeof MANNERS)[number];

/** The second factor it was begun with. A passkey that knows its owner is both factors; the provider's word counts where it gives it. */
const FACTORS = ['none', 'code', 'recovery code', 'passkey', 'provider'] as const;
export type Factor = (typeof FACTORS)[number];

/** A session that lives: rows in the directory, so that it ends when we say so. The token is only in the browser; here is its hash. */
export type Session = {
  readonly id: Id;
  readonly tokenHash: Buffer;
  readonly accountId: Id;
  readonly authority: string;
  readonly staffId: Id;
  /** What its owner signs in as. */
  readonly name: string;
  readonly manner: Manner;
  readonly factor: Factor;
  readonly provedRecently: boolean;
  /** Signed in with a password that was made and handed over: until its owner has set another, nothing else opens. */
  readonly passwordIsHandedOver: boolean;
  /** Tokens of forms that were made before the session's own token was changed. */
  readonly earlierFormTokens: readonly string[];
};

/** Where sessions are looked up: whatever answers SQL. */
export type Directory = { query(text: string, values: unknown[]): Promise<pg.QueryResult> };

/** What is kept of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Enough of a session to tell it from others in the audit and the log, and not enough to use it. */
export function sessionName(hash: Buffer): string {
  return hash.toString('hex').slice(0, 16);
}

const newToken = () => randomBytes(32).toString('base64url');

/** Begins a session and returns its token: 256 random bits, new at every sign-in. */
export async function beginSession(
  pool: pg.Pool,
  who: { accountId: Id; authority: string; manner: Manner; factor?: Factor; device?: string },
): Promise<string> {
  const token = newToken();
  await pool.query(
    `insert into directory.session (token_hash, account_id, authority, manner, factor, device, began_at, seen_at, ends_at, proved_at)
     values ($1, $2, $3, $4, $5, $6, now(), now(), now() + make_interval(hours => $7), now())`,
    [
      tokenHash(token),
      who.accountId,
      who.authority,
      who.manner,
      who.factor ?? 'none',
      who.device ?? '',
      LONGEST_HOURS,
    ],
  );
  return token;
}

const FOUND = `select s.id, s.account_id, s.authority, p.staff_id, a.sign_in_name, s.manner, s.factor, s.earlier_form_tokens,
    s.proved_at > now() - make_interval(mins => ${PROOF_MINUTES}) as proved,
    s.manner = 'password' and a.password_handed_over_at is not null as handed_over,
    s.seen_at < now() - interval '1 minute' as stale,
    s.ends_at > now() and s.seen_at > now() - make_interval(mins => ${IDLE_MINUTES}) as live
   from directory.session s
   join directory.account a on a.id = s.account_id and a.disabled_at is null
   join directory.account_place p on p.account_id = s.account_id and p.authority = s.authority and p.ended_at is null
  where s.token_hash = $1 and s.ended_at is null`;

/**
 * The live session of a token, or nothing: ended, idle too long, of a disabled account, or never there. All look the same. It was used now,
 * unless a page asks by itself: one that nobody sits at must not keep a session.
 */
export async function sessionOf(
  directory: Directory,
  token: string,
  askedBy: 'somebody' | 'a page' = 'somebody',
): Promise<Session | undefined> {
  const row = await rowOf(directory, token);
  if (row?.['live'] !== true) return undefined;
  if (row['stale'] === true && askedBy === 'somebody')
    await directory.query('update directory.session set seen_at = now() where token_hash = $1', [
      tokenHash(token),
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
  return (await directory.query(`${FOUND} ${more}`, [tokenHash(token)])).rows[0];
}

function sessionFrom(row: Record<string, unknown>, token: string): Session {
  const earlier = row['earlier_form_tokens'];
  return {
    id: id(String(row['id'])),
    tokenHash: tokenHash(token),
    accountId: id(String(row['account_id'])),
    authority: String(row['authority']),
    staffId: id(String(row['staff_id'])),
    name: String(row['sign_in_name']),
    manner: MANNERS.find((one) => one === row['manner']) ?? 'password',
    factor: FACTORS.find((one) => one === row['factor']) ?? 'none',
    provedRecently: row['proved'] === true,
    passwordIsHandedOver: row['handed_over'] === true,
    earlierFormTokens: Array.isArray(earlier) ? earlier.map(String) : [],
  };
}

/** Ends one session: the token is dead from this instant. */
export async function endSession(pool: pg.Pool, token: string): Promise<void> {
  await pool.query(
    'update directory.session set ended_at = now() where token_hash = $1 and ended_at is null',
    [tokenHash(token)],
  );
}

/**
 * Notes that its owner has shown again who they are, and by which factor if it had none. The session gets another token, which is
 * returned, and the one it had is dead (ASVS 7.2.4). Nothing is returned where it had ended meanwhile.
 */
export async function proveSession(
  pool: pg.Pool,
  token: string,
  factor: Factor = 'none',
): Promise<string | undefined> {
  const next = newToken();
  const changed = await pool.query(
    `update directory.session set proved_at = now(), token_hash = $2,
        factor = case when factor = 'none' then $3 else factor end,
        earlier_form_tokens = (array_prepend($4, earlier_form_tokens))[1:${EARLIER_TOKENS}]
      where token_hash = $1 and ended_at is null`,
    [tokenHash(token), tokenHash(next), factor, formToken(token)],
  );
  return changed.rowCount === 1 ? next : undefined;
}
