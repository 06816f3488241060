import { createHash, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { type Id, id } from '../../language/id.ts';
import type { Db } from '../database/db.ts';
import { SECRET_BYTES, stepOfCode } from './one-time-code.ts';

/** A passkey as its owner knows it. */
export type Passkey = {
  readonly id: Id;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | undefined;
};

/** By what an account can show a second time who it is. */
export type Factors = {
  readonly codesSince: Date | undefined;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
};

/** Letters and digits that are not mistaken for each other when they are read out or written down. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;
const GROUPS = 6;
/** A secret that was shown and not confirmed is good for an hour. */
const WAITING_MINUTES = 60;

/** The second factors of an account. */
export async function factorsOf(db: Db, accountId: Id): Promise<Factors> {
  const [codes, passkeys, left] = await Promise.all([
    db
      .selectFrom('directory.one_time_code')
      .select('confirmed_at')
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
    db
      .selectFrom('directory.passkey')
      .select(['id', 'name', 'made_at', 'used_at'])
      .where('account_id', '=', accountId)
      .orderBy('made_at')
      .execute(),
    db
      .selectFrom('directory.recovery_code')
      .select((count) => count.fn.countAll<string>().as('left'))
      .where('account_id', '=', accountId)
      .where('used_at', 'is', null)
      .executeTakeFirst(),
  ]);
  return {
    codesSince: codes?.confirmed_at ?? undefined,
    passkeys: passkeys.map((row) => ({
      id: id(row.id),
      name: row.name,
      madeAt: row.made_at,
      usedAt: row.used_at ?? undefined,
    })),
    recoveryCodesLeft: Number(left?.left ?? 0),
  };
}

/** Says whether there is any. Recovery codes alone are none: they stand in for one that was lost. */
export function hasFactor({ codesSince, passkeys }: Factors): boolean {
  return codesSince !== undefined || passkeys.length > 0;
}

/**
 * Takes a one-time code, or says that it is none of this account. The step it belongs to is written down in the same statement that
 * asks for it, so that of two who send one code at once one gets in.
 */
export async function takeCode(db: Db, accountId: Id, given: string, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom('directory.one_time_code')
    .select(['secret', 'last_step'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row?.secret) return false;
  const last = row.last_step === null ? undefined : Number(row.last_step);
  const step = stepOfCode(row.secret, given, at, last);
  if (step === undefined) return false;
  const taken = await sql`update directory.one_time_code set last_step = ${step}
    where account_id = ${accountId} and coalesce(last_step, 0) < ${step} and secret = ${row.secret}`.execute(
    db,
  );
  return taken.numAffectedRows === 1n;
}

/** Takes a recovery code, each once. */
export async function takeRecoveryCode(db: Db, accountId: Id, given: string): Promise<boolean> {
  const taken = await sql`update directory.recovery_code set used_at = now()
    where account_id = ${accountId} and code_hash = ${hashOf(given)} and used_at is null`.execute(db);
  return taken.numAffectedRows === 1n;
}

/** Puts a new secret beside the one in use, if there is one: that goes on until a code of the new one was given. */
export async function beginCodes(db: Db, accountId: Id, secret: Uint8Array): Promise<void> {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a secret of another length');
  const waiting = Buffer.from(secret);
  await sql`insert into directory.one_time_code (account_id, waiting, waiting_since) values (${accountId}, ${waiting}, now())
    on conflict (account_id) do update set waiting = excluded.waiting, waiting_since = excluded.waiting_since`.execute(
    db,
  );
}

/** The secret that waits for its first code. */
export async function waitingSecret(db: Db, accountId: Id): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('directory.one_time_code')
    .select('waiting')
    .where('account_id', '=', accountId)
    .where('waiting_since', '>', sql<Date>`now() - make_interval(mins => ${sql.lit(WAITING_MINUTES)})`)
    .executeTakeFirst();
  return row?.waiting ?? undefined;
}

/** Puts the waiting secret into force with its first code, which acts no second time. */
export async function confirmCodes(db: Db, accountId: Id, given: string, at: Date): Promise<boolean> {
  const secret = await waitingSecret(db, accountId);
  const step = secret && stepOfCode(secret, given, at, undefined);
  if (secret === undefined || step === undefined) return false;
  const confirmed = await sql`update directory.one_time_code
    set secret = waiting, confirmed_at = now(), last_step = ${step}, waiting = null, waiting_since = null
    where account_id = ${accountId} and waiting = ${secret}`.execute(db);
  return confirmed.numAffectedRows === 1n;
}

/** Makes new recovery codes in place of all there were, and returns them: the only time that they can be read. */
export async function makeRecoveryCodes(db: Db, accountId: Id): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await db.deleteFrom('directory.recovery_code').where('account_id', '=', accountId).execute();
  await db
    .insertInto('directory.recovery_code')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashOf(code) })))
    .execute();
  return codes;
}

/**
 * Takes a factor away, but never the last one. The account's line is held meanwhile, so that of two who take one away each at once the
 * second finds that it is the last.
 */
export async function removeFactor(
  db: Db,
  accountId: Id,
  factor: { readonly passkey: Id } | 'codes',
): Promise<'removed' | 'the last' | 'not there'> {
  await db.selectFrom('directory.account').select('id').where('id', '=', accountId).forUpdate().execute();
  const { codesSince, passkeys } = await factorsOf(db, accountId);
  const isThere =
    factor === 'codes' ? codesSince !== undefined : passkeys.some((one) => one.id === factor.passkey);
  if (!isThere) return 'not there';
  if (passkeys.length + (codesSince === undefined ? 0 : 1) === 1) return 'the last';
  await (factor === 'codes'
    ? db.deleteFrom('directory.one_time_code').where('account_id', '=', accountId).execute()
    : db.deleteFrom('directory.passkey').where('id', '=', factor.passkey).execute());
  return 'removed';
}

/** Six groups of four signs, 118 random bits: enough for a plain hash. */
function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As people copy it: capitals and blanks make no difference. */
function hashOf(code: string): Buffer {
  const signs = code.toLowerCase().replaceAll(/[\s-]/g, '');
  return createHash('sha256').update(`recovery ${signs}`).digest();
}
