import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { type Id, id } from '../../language/id.ts';
import type { Db } from '../database/db.ts';

const TOKEN_BYTES = 32;

/** What an invitation is for: the first password of an account, or another where it was forgotten. Neither touches a second factor. */
export type InvitationPurpose = 'first sign-in' | 'new password';

/** An invitation that can still be used. */
export type OpenInvitation = { readonly purpose: string; readonly endsAt: Date };

type NewInvitation = {
  readonly id: Id;
  readonly accountId: Id;
  readonly authority: string;
  readonly purpose: InvitationPurpose;
  readonly madeBy: Id;
  readonly days: number;
  readonly random: (count: number) => Uint8Array;
};

/**
 * Makes an invitation and returns its token, for the mail and nothing else: 256 random bits, of which the hash is kept. Any other that is
 * open for the account is withdrawn.
 */
export async function makeInvitation(db: Db, invitation: NewInvitation): Promise<string> {
  const { accountId, authority, purpose, madeBy, days } = invitation;
  const token = Buffer.from(invitation.random(TOKEN_BYTES)).toString('base64url');
  await withdrawInvitations(db, accountId);
  await sql`insert into directory.invitation (id, token_hash, account_id, authority, purpose, made_by, ends_at)
    values (${invitation.id}, ${hashOf(token)}, ${accountId}, ${authority}, ${purpose}, ${madeBy}, now() + make_interval(days => ${days}))`.execute(
    db,
  );
  return token;
}

/** Takes back what is open for an account: from now on the link is dead. The account's line is held, so that two at once are one after the other. */
export async function withdrawInvitations(db: Db, accountId: Id): Promise<void> {
  await db.selectFrom('directory.account').select('id').where('id', '=', accountId).forUpdate().execute();
  await sql`update directory.invitation set withdrawn_at = now()
    where account_id = ${accountId} and used_at is null and withdrawn_at is null`.execute(db);
}

/** The invitation of an account that can still be used. */
export async function openInvitation(db: Db, accountId: Id): Promise<OpenInvitation | undefined> {
  const row = await db
    .selectFrom('directory.invitation')
    .select(['purpose', 'ends_at'])
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row && { purpose: row.purpose, endsAt: row.ends_at };
}

/** Whose invitation a token is, and where; nothing where it was used, withdrawn or is over, or never was: all look the same. */
export async function invited(
  pool: pg.Pool,
  token: string,
): Promise<{ readonly accountId: Id; readonly authority: string } | undefined> {
  const found = await pool.query(
    `select i.account_id, i.authority from directory.invitation i
      join directory.account a on a.id = i.account_id and a.disabled_at is null
      join directory.account_place p on p.account_id = i.account_id and p.authority = i.authority and p.ended_at is null
      where i.token_hash = $1 and i.used_at is null and i.withdrawn_at is null and i.ends_at > now()`,
    [hashOf(token)],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  return row && { accountId: id(String(row['account_id'])), authority: String(row['authority']) };
}

/** Uses an invitation. Of two who use one at once, one succeeds. */
export async function takeInvitation(db: Db, token: string): Promise<boolean> {
  const taken = await sql`update directory.invitation set used_at = now()
    where token_hash = ${hashOf(token)} and used_at is null and withdrawn_at is null and ends_at > now()`.execute(
    db,
  );
  return taken.numAffectedRows === 1n;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(`invitation ${token}`).digest();
}
