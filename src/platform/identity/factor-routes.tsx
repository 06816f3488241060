import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { formToken } from '../web/guard.ts';
import { type House, newId } from '../web/house.ts';
import { asWorker, bodyOf, queryOf, SESSION_COOKIE, sendDocument } from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import type { Visit } from '../web/staff-visit.ts';
import { requireToken, TOO_MANY_TRIES, textIn, wayBack, withStatus } from './answers.ts';
import { codesTriedTooOften, keepAttempt } from './attempts.ts';
import { COOKIE } from './entering.ts';
import { ChooseFactorPage, CodesPage, RecoveryCodesPage } from './factor-pages.tsx';
import { beginCodes, confirmCodes, factorsOf, makeRecoveryCodes, waitingSecret } from './factors.ts';
import { addressForApp, SECRET_BYTES, secretToType } from './one-time-code.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import { type Factor, proveSession } from './session.ts';

const SIGNED_IN = { config: { rule: 'signed in' } } as const;

/** Somebody signed in, with the token of their session. */
export type Signed = Visit & { readonly token: string };

/**
 * Hangs the setting up of second factors on its addresses: open also before anything else is, and only to whoever has shown within a
 * quarter of an hour who they are.
 */
export function factorRoutes(server: FastifyInstance, house: House): void {
  server.get('/own-account/second-factor', SIGNED_IN, (request, reply) =>
    showChoice(house, request, reply, []),
  );
  server.post('/own-account/code/new', SIGNED_IN, (request, reply) => receiveNewCodes(house, request, reply));
  server.get('/own-account/code', SIGNED_IN, (request, reply) => showCodes(house, request, reply, []));
  server.post('/own-account/code', SIGNED_IN, (request, reply) => receiveFirstCode(house, request, reply));
  server.post('/own-account/recovery-codes', SIGNED_IN, (request, reply) =>
    receiveRecoveryCodes(house, request, reply),
  );
}

/** Whoever is signed in and has shown again who they are; otherwise the browser is led there, and nothing is returned. */
export async function proved(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ asked: Signed; raw: RawAnswers } | undefined> {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return undefined;
  const raw = request.method === 'GET' ? queryOf(request) : bodyOf(request);
  if (request.method !== 'GET') requireToken(raw, asked);
  if (asked.session.provedRecently) return { asked, raw };
  await reply.redirect('/prove?to=/own-account/sign-in', 303);
  return undefined;
}

/** Shows how a second factor can be set up. */
export async function showChoice(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const to = wayBack(request.method === 'GET' ? queryOf(request) : bodyOf(request));
  const { manner, factor } = asked.session;
  const isFirst = factor === 'none' && manner !== 'demonstration';
  const page = (
    <ChooseFactorPage token={formToken(asked.token)} to={to} problems={problems} isFirst={isFirst} />
  );
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receiveNewCodes(house: House, request: FastifyRequest, reply: FastifyReply) {
  const signed = await proved(house, request, reply);
  if (signed === undefined) return reply;
  const { session } = signed.asked;
  await onOwnSignIn(house, request, session, async ({ db }) => {
    await beginCodes(db, session.accountId, randomBytes(SECRET_BYTES));
    return { act: 'codes begun', result: undefined };
  });
  return reply.redirect(`/own-account/code?to=${encodeURIComponent(wayBack(signed.raw))}`, 303);
}

async function showCodes(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  if (!asked.session.provedRecently) return reply.redirect('/prove?to=/own-account/code', 303);
  const { session } = asked;
  const to = wayBack(request.method === 'GET' ? queryOf(request) : bodyOf(request));
  const secret = await onOwnSignIn(house, request, session, async ({ db }) => ({
    result: await waitingSecret(db, session.accountId),
  }));
  if (secret === undefined) return reply.redirect('/own-account/second-factor', 303);
  const page = (
    <CodesPage
      token={formToken(asked.token)}
      to={to}
      problems={problems}
      key32={secretToType(secret)}
      address={addressForApp(secret, session.name, 'Continuum')}
    />
  );
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receiveFirstCode(house: House, request: FastifyRequest, reply: FastifyReply) {
  const signed = await proved(house, request, reply);
  if (signed === undefined) return reply;
  const { asked, raw } = signed;
  const { session } = asked;
  const tried = { attempt: newId(), name: session.name, source: networkOf(request.ip) };
  if (await codesTriedTooOften(house.pool, tried))
    return showCodes(house, request, reply, [{ field: 'code', message: TOO_MANY_TRIES }]);
  const codes = await onOwnSignIn(house, request, session, async (surroundings) => {
    const { db } = surroundings;
    const isFirst = await confirmCodes(db, session.accountId, textIn(raw, 'code'), new Date());
    if (!isFirst) return { result: undefined };
    await tellOwner(surroundings, session, 'One-time codes were set up as your second step.');
    const { recoveryCodesLeft } = await factorsOf(db, session.accountId);
    const made = recoveryCodesLeft > 0 ? [] : await makeRecoveryCodes(db, session.accountId);
    return { act: 'codes set up', result: made };
  });
  await keepAttempt(house.pool, { ...tried, succeeded: codes !== undefined, means: 'code' });
  if (codes === undefined) {
    const message =
      'That code does not fit. Wait for the next one, and check that the telephone’s clock is right';
    return showCodes(house, request, reply, [{ field: 'code', message }]);
  }
  await renewed(house, reply, asked, 'code');
  return afterSetUp(house, request, reply, codes, wayBack(raw));
}

/** Gives the session another token, now that more is known of its owner. */
export async function renewed(
  house: House,
  reply: FastifyReply,
  { token }: Signed,
  factor: Factor,
): Promise<void> {
  const next = await proveSession(house.pool, token, factor);
  if (next !== undefined) void reply.setCookie(SESSION_COOKIE, next, COOKIE);
}

/** Shows the recovery codes that came with the first factor, or goes on where there were some already. */
export function afterSetUp(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  codes: readonly string[],
  to: string,
) {
  if (codes.length === 0) return reply.redirect(to, 303);
  return sendDocument(house, request, reply, <RecoveryCodesPage codes={codes} to={to} />);
}

async function receiveRecoveryCodes(house: House, request: FastifyRequest, reply: FastifyReply) {
  const signed = await proved(house, request, reply);
  if (signed === undefined) return reply;
  const { session } = signed.asked;
  const codes = await onOwnSignIn(house, request, session, async (surroundings) => {
    await tellOwner(surroundings, session, 'New recovery codes were made. Those you had open nothing now.');
    return {
      act: 'recovery codes made',
      result: await makeRecoveryCodes(surroundings.db, session.accountId),
    };
  });
  return afterSetUp(house, request, reply, codes, '/own-account/sign-in');
}
