import { sql } from 'kysely';
import { type Id, id } from '../../language/id.ts';
import type { Db } from '../database/db.ts';

/** A session that lives, as its owner knows it again: nothing here opens anything. */
export type LiveSession = {
  readonly id: Id;
  readonly accountId: Id;
  readonly device: string;
  readonly manner: string;
  readonly factor: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
};

const LIVE = sql<boolean>`ended_at is null and ends_at > now() and seen_at > now() - interval '30 minutes'`;

/** The sessions of accounts that live now in an authority, the latest seen first. */
export async function liveSessions(
  db: Db,
  authority: string,
  accountId: Id,
): Promise<readonly LiveSession[]> {
  const rows = await db
    .selectFrom('directory.session')
    .select(['id', 'account_id', 'device', 'manner', 'factor', 'began_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('authority', '=', authority)
    .where(LIVE)
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: id(row.id),
    accountId: id(row.account_id),
    device: row.device,
    manner: row.manner,
    factor: row.factor,
    beganAt: row.began_at,
    seenAt: row.seen_at,
  }));
}

/** Which sessions of an account to end: one, or all but one, or all. */
export type Which = { readonly only: Id } | { readonly except: Id } | 'all';

/** Ends sessions of an account in an authority, and returns how many. Whatever they ask from then on is refused. */
export async function endSessions(db: Db, authority: string, accountId: Id, which: Which): Promise<number> {
  const ended = await sql`update directory.session set ended_at = now()
    where account_id = ${accountId} and authority = ${authority} and ended_at is null and ${among(which)}`.execute(
    db,
  );
  return Number(ended.numAffectedRows ?? 0);
}

function among(which: Which) {
  if (which === 'all') return sql`true`;
  return 'only' in which ? sql`id = ${which.only}` : sql`id <> ${which.except}`;
}
