import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Problem } from '../../language/outcome.ts';
import type { House } from '../web/house.ts';
import { bodyOf, paramsOf, sendDocument } from '../web/replies.tsx';
import { type Account, accountIn } from './accounts.ts';
import { textIn, withStatus } from './answers.ts';
import { afterFirstFactor } from './entering.ts';
import { InvitationOverPage, InvitationPage } from './invitation-pages.tsx';
import { invited, takeInvitation } from './invitations.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import { hashPassword, judgePassword } from './password.ts';

const PUBLIC = { config: { rule: 'public' } } as const;

/**
 * Hangs invitations on their address: whoever was sent one sets a password of their own, which nobody else has seen. What comes next is
 * what comes after any password: the second factor of the account where it has one, and else setting one up.
 */
export function invitationRoutes(server: FastifyInstance, house: House): void {
  server.get('/invitations/:token', PUBLIC, (request, reply) => show(house, request, reply, []));
  server.post('/invitations/:token', PUBLIC, (request, reply) => receive(house, request, reply));
}

async function accountInvited(house: House, request: FastifyRequest): Promise<Account | undefined> {
  const found = await invited(house.pool, tokenOf(request));
  return found && accountIn(house.pool, found.accountId, found.authority);
}

async function show(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const account = await accountInvited(house, request);
  if (account === undefined) return sendDocument(house, request, reply.code(404), <InvitationOverPage />);
  const page = <InvitationPage name={account.name} to={request.url} problems={problems} />;
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receive(house: House, request: FastifyRequest, reply: FastifyReply) {
  const account = await accountInvited(house, request);
  if (account === undefined) return show(house, request, reply, []);
  const judged = judgePassword('password', textIn(bodyOf(request), 'password'), account.name);
  if (!judged.ok) return show(house, request, reply, judged.problems);
  const taken = await setPassword(house, request, account, await hashPassword(judged.value));
  if (!taken) return show(house, request, reply, []);
  const entering = { manner: 'password', factor: 'none', to: '/work' } as const;
  return afterFirstFactor(house, request, reply, { ...account, handedOverAt: undefined }, entering);
}

/** Sets the password, uses the invitation up and ends every session there was, in one transaction. The second factor stays as it is. */
function setPassword(
  house: House,
  request: FastifyRequest,
  account: Account,
  hash: string,
): Promise<boolean> {
  return onOwnSignIn(house, request, account, async (surroundings) => {
    const { db } = surroundings;
    if (!(await takeInvitation(db, tokenOf(request)))) return { result: false };
    await sql`update directory.account set password_hash = ${hash}, password_handed_over_at = null
      where id = ${account.accountId}`.execute(db);
    await sql`update directory.session set ended_at = now()
      where account_id = ${account.accountId} and ended_at is null`.execute(db);
    await tellOwner(
      surroundings,
      account,
      'A password was set with the invitation that was sent to you, and every session was ended.',
    );
    return { act: 'password set by invitation', result: true };
  });
}

function tokenOf(request: FastifyRequest): string {
  return paramsOf(request)['token'] ?? '';
}
