import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import { formToken } from '../web/guard.ts';
import { type House, newId } from '../web/house.ts';
import { asWorker, bodyOf, queryOf, sendDocument } from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import type { Visit } from '../web/staff-visit.ts';
import { provesAgain } from './accounts.ts';
import { requireToken, TOO_MANY_TRIES, textIn, wayBack, withStatus } from './answers.ts';
import { codesTriedTooOften, keepAttempt } from './attempts.ts';
import { renewed, type Signed } from './factor-routes.tsx';
import { factorsOf, takeCode } from './factors.ts';
import { onOwnSignIn } from './own-acts.ts';
import { ProvePage, type WaysToProve } from './prove-page.tsx';

const SIGNED_IN = { config: { rule: 'signed in' } } as const;

/** Hangs the showing again of who one is on its address: by password, by code or by passkey, whichever is at hand. */
export function proofRoutes(server: FastifyInstance, house: House): void {
  server.get('/prove', SIGNED_IN, (request, reply) => showProve(house, request, reply, []));
  server.post('/prove', SIGNED_IN, (request, reply) => receiveProof(house, request, reply));
}

/** Shows the ways in which this account can show again whose it is. */
export async function showProve(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const to = wayBack(request.method === 'GET' ? queryOf(request) : bodyOf(request));
  const ways = await waysOf(house, asked);
  const page = <ProvePage to={to} problems={problems} token={formToken(asked.token)} ways={ways} />;
  return sendDocument(house, request, withStatus(reply, problems), page);
}

function waysOf(house: House, { session, request }: Signed): Promise<WaysToProve> {
  return onOwnSignIn(house, request, session, async ({ db }): Promise<{ result: WaysToProve }> => {
    const [{ codesSince, passkeys }, account] = await Promise.all([
      factorsOf(db, session.accountId),
      db
        .selectFrom('directory.account')
        .select('password_hash')
        .where('id', '=', session.accountId)
        .executeTakeFirst(),
    ]);
    return {
      result: {
        demonstration: session.manner === 'demonstration',
        password: account?.password_hash !== null,
        codes: codesSince !== undefined,
        passkeys: passkeys.length > 0,
      },
    };
  });
}

async function receiveProof(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await signedFor(house, request, reply);
  if (asked === undefined) return reply;
  const raw = bodyOf(request);
  const isCode = textIn(raw, 'code') !== '';
  const problems = await (isCode
    ? problemsWithCode(house, asked)
    : problemsWithPassword(house, asked, 'password'));
  if (problems.length > 0) return showProve(house, request, reply, problems);
  await renewed(house, reply, asked, isCode ? 'code' : 'none');
  return reply.redirect(wayBack(raw), 303);
}

/** Whoever is signed in and sent a form of this session. */
export async function signedFor(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Signed | undefined> {
  const asked = await asWorker(house, request, reply);
  if (asked !== undefined) requireToken(bodyOf(request), asked);
  return asked;
}

/** What is wrong with the password that was given again. In a demonstration there is none to give. */
export async function problemsWithPassword(
  house: House,
  { session, request }: Visit,
  field: string,
): Promise<Problem[]> {
  if (session.manner === 'demonstration') return [];
  const proof = await provesAgain(house.pool, {
    accountId: session.accountId,
    password: textIn(bodyOf(request), field),
    source: networkOf(request.ip),
    attempt: newId(),
  });
  if (proof === 'proved') return [];
  const message = proof === 'too many tries' ? TOO_MANY_TRIES : 'That is not your password. Try again';
  return [{ field, message }];
}

async function problemsWithCode(house: House, { session, request }: Visit): Promise<Problem[]> {
  const tried = { attempt: newId(), name: session.name, source: networkOf(request.ip) };
  if (await codesTriedTooOften(house.pool, tried)) return [{ field: 'code', message: TOO_MANY_TRIES }];
  const code = textIn(bodyOf(request), 'code');
  const succeeded = await onOwnSignIn(house, request, session, async ({ db }) => ({
    result: await takeCode(db, session.accountId, code, new Date()),
  }));
  await keepAttempt(house.pool, { ...tried, succeeded, means: 'code' });
  return succeeded ? [] : [{ field: 'code', message: 'That code does not fit. Wait for the next one' }];
}
