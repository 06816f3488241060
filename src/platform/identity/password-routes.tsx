import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Problem } from '../../language/outcome.ts';
import { formToken } from '../web/guard.ts';
import type { House } from '../web/house.ts';
import { asAccount, bodyOf, queryOf, sendDocument } from '../web/replies.tsx';
import { requireToken, textIn, wayBack, withStatus } from './answers.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import { PasswordPage } from './pages.tsx';
import { hashPassword, judgePassword } from './password.ts';
import { problemsWithPassword } from './proof-routes.tsx';
import type { Session } from './session.ts';

const SIGNED_IN = { config: { rule: 'signed in' } } as const;

/** Hangs the changing of one's own password on its address. Nobody changes, or chooses, anybody else's. */
export function passwordRoutes(server: FastifyInstance, house: House): void {
  server.get('/own-account/password', SIGNED_IN, (request, reply) => showPassword(house, request, reply, []));
  server.post('/own-account/password', SIGNED_IN, (request, reply) => receivePassword(house, request, reply));
}

async function showPassword(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const asked = await asAccount(house, request, reply);
  if (asked === undefined) return reply;
  const { manner, passwordIsHandedOver } = asked.session;
  const has = passwordIsHandedOver ? 'the one you were given' : 'the one you have';
  const page = (
    <PasswordPage
      to={wayBack(request.method === 'GET' ? queryOf(request) : bodyOf(request))}
      problems={problems}
      token={formToken(asked.token)}
      asks={manner === 'demonstration' ? undefined : has}
    />
  );
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receivePassword(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await asAccount(house, request, reply);
  if (asked === undefined) return reply;
  const raw = bodyOf(request);
  requireToken(raw, asked);
  const problems = await problemsWithPassword(house, asked, 'current');
  if (problems.length > 0) return showPassword(house, request, reply, problems);
  const judged = judgePassword('password', textIn(raw, 'password'), asked.session.name);
  if (!judged.ok) return showPassword(house, request, reply, judged.problems);
  if (asked.session.manner !== 'demonstration' && judged.value === textIn(raw, 'current'))
    return showPassword(house, request, reply, [
      { field: 'password', message: 'Enter a password other than the one you have now' },
    ]);
  await setPassword(house, request, asked.session, await hashPassword(judged.value));
  const { passwordIsHandedOver } = asked.session;
  return reply.redirect(passwordIsHandedOver ? wayBack(raw) : '/own-account?password=changed', 303);
}

/**
 * Sets the password of an account and ends every other session of it: whoever knew the old one, or handed it over, is out. The second
 * factor stays as it is.
 */
function setPassword(house: House, request: FastifyRequest, session: Session, hash: string): Promise<void> {
  return onOwnSignIn(house, request, session, async (surroundings) => {
    const { db } = surroundings;
    await sql`update directory.account set password_hash = ${hash}, password_handed_over_at = null
      where id = ${session.accountId}`.execute(db);
    await sql`update directory.session set ended_at = now()
      where account_id = ${session.accountId} and id <> ${session.id} and ended_at is null`.execute(db);
    await tellOwner(surroundings, session, 'Your password was changed, and every other session was ended.');
    return { act: 'password changed', result: undefined };
  });
}
