import type pg from 'pg';
import { type Id, id } from '../../language/id.ts';
import { passwordMatches } from './password.ts';

/** Who signs in, and where. */
export type Account = { readonly accountId: Id; readonly authority: string; readonly staffId: Id };

/** Failures allowed for one name from one source, and from one source altogether, in a quarter of an hour. */
const NAME_FAILURES = 8;
const SOURCE_FAILURES = 60;

/**
 * The account of a name and password, or why there is none. Unknown name, wrong password and disabled account are told alike and take
 * as long. Guessing from one source is slowed for that source only, so that an owner elsewhere can still sign in.
 */
export async function signIn(
  pool: pg.Pool,
  given: { name: string; password: string; source: string; attempt: Id },
): Promise<Account | 'not matching' | 'too many tries'> {
  const name = given.name.trim().toLowerCase().slice(0, 254);
  if (await triedTooOften(pool, name, given.source)) return 'too many tries';
  const found = await pool.query(
    `select a.id, a.password_hash, p.authority, p.staff_id from directory.account a
       join directory.account_place p on p.account_id = a.id
      where a.sign_in_name = $1 and a.disabled_at is null order by p.authority limit 1`,
    [name],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  const kept = row?.['password_hash'];
  const matches = await passwordMatches(typeof kept === 'string' ? kept : null, given.password);
  await keepAttempt(pool, { ...given, name, matches });
  if (row === undefined || !matches) return 'not matching';
  return {
    accountId: id(String(row['id'])),
    authority: String(row['authority']),
    staffId: id(String(row['staff_id'])),
  };
}

/**
 * Says whether a password is that of an account: for proving again who one is. Guesses count as those at signing in do, so that a
 * browser left open is no way round the limit.
 */
export async function provesAgain(
  pool: pg.Pool,
  given: { accountId: Id; password: string; source: string; attempt: Id },
): Promise<'proved' | 'not matching' | 'too many tries'> {
  const found = await pool.query(
    'select sign_in_name, password_hash from directory.account where id = $1 and disabled_at is null',
    [given.accountId],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  const name = String(row?.['sign_in_name'] ?? '');
  if (await triedTooOften(pool, name, given.source)) return 'too many tries';
  const kept = row?.['password_hash'];
  const matches = await passwordMatches(typeof kept === 'string' ? kept : null, given.password);
  await keepAttempt(pool, { ...given, name, matches });
  return matches ? 'proved' : 'not matching';
}

/** Sets the password of an account and ends every other session of it: whoever knew the old one, or handed it over, is out. */
export async function setPassword(
  pool: pg.Pool,
  session: { accountId: Id; tokenHash: Buffer },
  hash: string,
): Promise<void> {
  await pool.query(
    `with changed as (update directory.account set password_hash = $2, password_handed_over_at = null where id = $1)
     update directory.session set ended_at = now() where account_id = $1 and token_hash <> $3 and ended_at is null`,
    [session.accountId, hash, session.tokenHash],
  );
}

/** The account of a member of staff in a demonstration, where one signs in by picking a person. */
export async function accountOfStaff(
  pool: pg.Pool,
  authority: string,
  staffId: Id,
): Promise<Account | undefined> {
  const found = await pool.query(
    `select p.account_id from directory.account_place p join directory.account a on a.id = p.account_id and a.disabled_at is null
      where p.authority = $1 and p.staff_id = $2`,
    [authority, staffId],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  return row && { accountId: id(String(row['account_id'])), authority, staffId };
}

function keepAttempt(
  pool: pg.Pool,
  tried: { name: string; source: string; attempt: Id; matches: boolean },
): Promise<unknown> {
  return pool.query(
    'insert into directory.sign_in_attempt (id, sign_in_name, source, succeeded, tried_at) values ($1, $2, $3, $4, now())',
    [tried.attempt, tried.name, tried.source.slice(0, 100), tried.matches],
  );
}

async function triedTooOften(pool: pg.Pool, name: string, source: string): Promise<boolean> {
  const found = await pool.query(
    `select count(*) filter (where sign_in_name = $1) as of_name, count(*) as of_source from directory.sign_in_attempt
      where source = $2 and not succeeded and tried_at > now() - interval '15 minutes'`,
    [name, source.slice(0, 100)],
  );
  const row: Record<string, unknown> = found.rows[0] ?? {};
  return Number(row['of_name']) >= NAME_FAILURES || Number(row['of_source']) >= SOURCE_FAILURES;
}
