import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type Id, id } from '../../language/id.ts';

const MINUTES = 10;
/** Wrong answers after which a step is dead and the password is asked for again. */
const MOST_WRONG = 5;

/** What a step is for. Its token opens nothing else. */
export type Purpose =
  | 'second factor'
  | 'second factor by passkey'
  | 'sign in by passkey'
  | 'register passkey'
  | 'prove by passkey';

/** Somebody half way: what was shown so far and what is asked next, held on the server for one browser and for minutes. */
export type Step = {
  readonly accountId: Id | undefined;
  readonly held: Readonly<Record<string, string>>;
};

const HASH = (token: string) => createHash('sha256').update(`step ${token}`).digest();

/** Begins a step and returns its token, for a cookie of that browser alone. */
export async function beginStep(pool: pg.Pool, purpose: Purpose, { accountId, held }: Step): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into directory.sign_in_step (token_hash, purpose, account_id, held, ends_at)
     values ($1, $2, $3, $4, now() + make_interval(mins => ${MINUTES}))`,
    [HASH(token), purpose, accountId ?? null, JSON.stringify(held)],
  );
  return token;
}

/** The step of a token that can still be taken: not taken before, not too old, not guessed at too often. */
export async function stepOf(pool: pg.Pool, token: string, purpose: Purpose): Promise<Step | undefined> {
  const found = await pool.query(
    `select account_id, held from directory.sign_in_step where token_hash = $1 and purpose = $2
      and used_at is null and ends_at > now() and wrong < ${MOST_WRONG}`,
    [HASH(token), purpose],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  if (row === undefined) return undefined;
  return {
    accountId: row['account_id'] === null ? undefined : id(String(row['account_id'])),
    held: Object.fromEntries(Object.entries(row['held'] ?? {}).map(([name, value]) => [name, String(value)])),
  };
}

/** Counts a wrong answer, and says whether it was the last that is allowed. */
export async function countWrong(pool: pg.Pool, token: string): Promise<boolean> {
  const counted = await pool.query(
    'update directory.sign_in_step set wrong = wrong + 1 where token_hash = $1 returning wrong',
    [HASH(token)],
  );
  return Number(counted.rows[0]?.wrong) === MOST_WRONG;
}

/** Takes a step. Whoever sends the same a second time finds it taken, also at the same moment. */
export async function takeStep(pool: pg.Pool, token: string): Promise<boolean> {
  const taken = await pool.query(
    'update directory.sign_in_step set used_at = now() where token_hash = $1 and used_at is null and ends_at > now()',
    [HASH(token)],
  );
  return taken.rowCount === 1;
}

/** Forgets the steps that nobody can take any more. */
export async function forgetSteps(pool: pg.Pool): Promise<void> {
  await pool.query("delete from directory.sign_in_step where ends_at < now() - interval '1 hour'");
}
