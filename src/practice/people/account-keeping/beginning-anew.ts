import { sql } from 'kysely';
import { withdrawInvitations } from '../../../platform/identity/invitations.ts';
import { endSessions } from '../../../platform/identity/sessions.ts';
import type { Context } from '../../../platform/web/context.ts';
import { accountOf, type Member, tellMember } from '../administration/index.ts';
import { sendInvitation } from './store.ts';

/**
 * Lets somebody begin their second step anew, as two people have agreed: codes, passkeys and recovery codes are taken away, and
 * every session is ended, everywhere. Until they set up another they can do nothing else. `withPassword` sends a
 * link for a new password besides. False where there is no account.
 */
export async function beginAnew(context: Context, member: Member, withPassword: boolean): Promise<boolean> {
  const { db, authority } = context;
  const account = await accountOf(context, member.id);
  if (account === undefined) return false;
  const { accountId } = account;
  await withdrawInvitations(db, accountId);
  for (const table of ['directory.one_time_code', 'directory.passkey', 'directory.recovery_code'] as const)
    await db.deleteFrom(table).where('account_id', '=', accountId).execute();
  await endSessions(db, authority.schema, accountId, 'all');
  await sql`update directory.session set ended_at = now() where account_id = ${accountId} and ended_at is null`.execute(
    db,
  );
  await tellMember(
    context,
    member,
    'Two people agreed that your second step was lost. It was taken away, and every session was ended. At your next sign-in you set up another.',
  );
  if (withPassword) await sendInvitation(context, account);
  return true;
}
