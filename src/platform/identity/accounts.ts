import type pg from 'pg';
import { type Id, id } from '../../language/id.ts';
import { keepAttempt, type Try, triedTooOften } from './attempts.ts';
import { passwordMatches } from './password.ts';

/** Who signs in, and where. */
export type Account = {
  readonly accountId: Id;
  readonly authority: string;
  readonly staffId: Id;
  readonly name: string;
  /** When the password was made and handed over, until its owner has set another. */
  readonly handedOverAt: Date | undefined;
};

const PLACED = `a.id, a.sign_in_name, a.password_hash, a.password_handed_over_at, p.authority, p.staff_id from directory.account a
   join directory.account_place p on p.account_id = a.id and p.ended_at is null`;

/**
 * The account of a name and password, or why there is none. Unknown name, wrong password and disabled account are told alike and take
 * as long.
 */
export async function signIn(
  pool: pg.Pool,
  given: Try & { password: string },
): Promise<Account | 'not matching' | 'too many tries'> {
  const name = nameAsKept(given.name);
  if (await triedTooOften(pool, { ...given, name })) return 'too many tries';
  const found = await pool.query(
    `select ${PLACED} where a.sign_in_name = $1 and a.disabled_at is null order by p.authority limit 1`,
    [name],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  const kept = row?.['password_hash'];
  const succeeded = await passwordMatches(typeof kept === 'string' ? kept : null, given.password);
  await keepAttempt(pool, { ...given, name, succeeded, means: 'password' });
  return row === undefined || !succeeded ? 'not matching' : accountFrom(row);
}

/** A sign-in name as it stands in the directory. */
export function nameAsKept(name: string): string {
  return name.trim().toLowerCase().slice(0, 254);
}

/** An account that is open today, by its number. */
export async function accountNumbered(pool: pg.Pool, accountId: Id): Promise<Account | undefined> {
  const found = await pool.query(
    `select ${PLACED} where a.id = $1 and a.disabled_at is null order by p.authority limit 1`,
    [accountId],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  return row && accountFrom(row);
}

/** An account that is open today in one authority. */
export async function accountIn(
  pool: pg.Pool,
  accountId: Id,
  authority: string,
): Promise<Account | undefined> {
  const found = await pool.query(
    `select ${PLACED} where a.id = $1 and p.authority = $2 and a.disabled_at is null`,
    [accountId, authority],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  return row && accountFrom(row);
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
  if (await triedTooOften(pool, { name, source: given.source })) return 'too many tries';
  const kept = row?.['password_hash'];
  const succeeded = await passwordMatches(typeof kept === 'string' ? kept : null, given.password);
  await keepAttempt(pool, { ...given, name, succeeded, means: 'password' });
  return succeeded ? 'proved' : 'not matching';
}

/** The account of a member of staff in a demonstration, where one signs in by picking a person. */
export async function accountOfStaff(
  pool: pg.Pool,
  authority: string,
  staffId: Id,
): Promise<Account | undefined> {
  const found = await pool.query(
    `select ${PLACED} where p.authority = $1 and p.staff_id = $2 and a.disabled_at is null`,
    [authority, staffId],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  return row && accountFrom(row);
}

function accountFrom(row: Record<string, unknown>): Account {
  const handedOverAt = row['password_handed_over_at'];
  return {
    accountId: id(String(row['id'])),
    authority: String(row['authority']),
    staffId: id(String(row['staff_id'])),
    name: String(row['sign_in_name']),
    handedOverAt: handedOverAt instanceof Date ? handedOverAt : undefined,
  };
}
