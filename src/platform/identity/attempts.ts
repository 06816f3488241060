import type pg from 'pg';
import type { Id } from '../../language/id.ts';

/** By what somebody tried to show who they are. */
export type Means = 'password' | 'code' | 'recovery code' | 'passkey' | 'provider';

/** A try, as it is kept: under the name that was typed, known or not, and the network it came from. */
export type Try = { readonly attempt: Id; readonly name: string; readonly source: string };

/** Failures allowed for one name from one source, and from one source altogether, in a quarter of an hour. */
const NAME_FAILURES = 8;
const SOURCE_FAILURES = 60;

/**
 * Wrong codes allowed for one account in an hour, from wherever: a code is short, and whoever tries one knows the password already. At
 * this rate, with three codes good at a time, a guess succeeds once in some 1,900 years of 24-hour days.
 */
const CODE_FAILURES = 20;

/** Writes a try down, whatever came of it. */
export function keepAttempt(
  pool: pg.Pool,
  tried: Try & { readonly succeeded: boolean; readonly means: Means },
): Promise<unknown> {
  return pool.query(
    'insert into directory.sign_in_attempt (id, sign_in_name, source, succeeded, means, tried_at) values ($1, $2, $3, $4, $5, now())',
    [tried.attempt, tried.name, tried.source.slice(0, 100), tried.succeeded, tried.means],
  );
}

/**
 * Says whether there were too many failures, by whatever means. Guessing from one source is slowed for that source only, so that an
 * owner elsewhere can still sign in.
 */
export async function triedTooOften(pool: pg.Pool, { name, source }: Omit<Try, 'attempt'>): Promise<boolean> {
  const found = await pool.query(
    `select count(*) filter (where sign_in_name = $1) as of_name, count(*) as of_source from directory.sign_in_attempt
      where source = $2 and not succeeded and tried_at > now() - interval '15 minutes'`,
    [name, source.slice(0, 100)],
  );
  const row: Record<string, unknown> = found.rows[0] ?? {};
  return Number(row['of_name']) >= NAME_FAILURES || Number(row['of_source']) >= SOURCE_FAILURES;
}

/** The same for codes, which are short: counted for the account from every source. A passkey still opens. */
export async function codesTriedTooOften(pool: pg.Pool, tried: Omit<Try, 'attempt'>): Promise<boolean> {
  const found = await pool.query(
    `select count(*) as failures from directory.sign_in_attempt where sign_in_name = $1 and not succeeded
      and means in ('code', 'recovery code') and tried_at > now() - interval '1 hour'`,
    [tried.name],
  );
  return Number(found.rows[0]?.failures) >= CODE_FAILURES || triedTooOften(pool, tried);
}

/** How often signing in under a name failed since it last succeeded, within a day. */
export async function failuresBefore(pool: pg.Pool, name: string): Promise<number> {
  const found = await pool.query(
    `select count(*) as failures from directory.sign_in_attempt a where sign_in_name = $1 and not succeeded
      and tried_at > greatest(now() - interval '1 day', (select max(tried_at) from directory.sign_in_attempt
        where sign_in_name = $1 and succeeded))`,
    [name],
  );
  return Number(found.rows[0]?.failures ?? 0);
}
