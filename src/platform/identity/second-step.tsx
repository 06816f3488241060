import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import { type House, newId } from '../web/house.ts';
import { bodyOf, sendDocument } from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import { type Account, accountNumbered } from './accounts.ts';
import { ourPath, TOO_MANY_TRIES, textIn, withStatus } from './answers.ts';
import { codesTriedTooOften, keepAttempt } from './attempts.ts';
import { enter, STEP_COOKIE } from './entering.ts';
import { factorsOf, takeCode, takeRecoveryCode } from './factors.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import { SecondStepPage, type Ways } from './second-step-page.tsx';
import type { Factor, Manner } from './session.ts';
import { countWrong, stepOf, takeStep } from './steps.ts';

const PUBLIC = { config: { rule: 'public' } } as const;

/** Hangs the second step of signing in on its addresses. Without a first step they lead back to the beginning. */
export function secondStepRoutes(server: FastifyInstance, house: House): void {
  server.get('/sign-in/second', PUBLIC, (request, reply) => showSecond(house, request, reply, []));
  server.post('/sign-in/second', PUBLIC, (request, reply) => receiveSecond(house, request, reply));
  server.post('/sign-in/second/given-up', PUBLIC, (request, reply) => giveUp(house, request, reply));
}

/** Somebody whose password, or whose organisation, has been heard, and whose second factor has not. */
export type HalfIn = {
  readonly token: string;
  readonly account: Account;
  readonly manner: Manner;
  readonly to: string;
};

/** Whose second step this browser is at, if it is at one and the account is still open. */
export async function halfIn(house: House, request: FastifyRequest): Promise<HalfIn | undefined> {
  const token = request.cookies[STEP_COOKIE] ?? '';
  const step = token === '' ? undefined : await stepOf(house.pool, token, 'second factor');
  const account = step?.accountId && (await accountNumbered(house.pool, step.accountId));
  if (step === undefined || account === undefined) return undefined;
  const manner = step.held['manner'] === 'provider' ? 'provider' : 'password';
  return { token, account, manner, to: ourPath(step.held['to'] ?? '') };
}

/** Where somebody begins who is at no second step, or no longer. */
export function toBeginning(request: FastifyRequest, reply: FastifyReply) {
  if (request.cookies[STEP_COOKIE] !== undefined)
    void reply.clearCookie(STEP_COOKIE, { path: '/', secure: true });
  return reply.redirect('/sign-in/over', 303);
}

/** Shows the second step with the ways that this account has. */
export async function showSecond(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const half = await halfIn(house, request);
  if (half === undefined) return toBeginning(request, reply);
  const ways = await onOwnSignIn(house, request, half.account, async ({ db }): Promise<{ result: Ways }> => {
    const { codesSince, passkeys, recoveryCodesLeft } = await factorsOf(db, half.account.accountId);
    return {
      result: {
        codes: codesSince !== undefined,
        passkeys: passkeys.length > 0,
        recovery: recoveryCodesLeft > 0,
      },
    };
  });
  const page = <SecondStepPage ways={ways} problems={problems} />;
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receiveSecond(house: House, request: FastifyRequest, reply: FastifyReply) {
  const half = await halfIn(house, request);
  if (half === undefined) return toBeginning(request, reply);
  const raw = bodyOf(request);
  const given = { code: textIn(raw, 'code'), recovery: textIn(raw, 'recovery') };
  const means = given.recovery === '' ? 'code' : 'recovery code';
  const tried = { attempt: newId(), name: half.account.name, source: networkOf(request.ip) };
  const field = means === 'code' ? 'code' : 'recovery';
  if (await codesTriedTooOften(house.pool, tried))
    return showSecond(house, request, reply, [{ field, message: TOO_MANY_TRIES }]);
  const succeeded = await takeSecond(house, request, half, given);
  await keepAttempt(house.pool, { ...tried, succeeded, means });
  if (succeeded) return completed(house, request, reply, half, means);
  if (await countWrong(house.pool, half.token)) {
    await tellOfWrong(house, request, half.account);
    return toBeginning(request, reply);
  }
  const message =
    means === 'code'
      ? 'That code does not fit. Wait for the next one, and check that the telephone’s clock is right'
      : 'That recovery code does not fit, or was used before';
  return showSecond(house, request, reply, [{ field, message }]);
}

function takeSecond(
  house: House,
  request: FastifyRequest,
  { account }: HalfIn,
  given: { code: string; recovery: string },
): Promise<boolean> {
  return onOwnSignIn(house, request, account, async (surroundings) => {
    const { db } = surroundings;
    if (given.recovery === '')
      return { result: await takeCode(db, account.accountId, given.code, new Date()) };
    const taken = await takeRecoveryCode(db, account.accountId, given.recovery);
    if (!taken) return { result: false };
    const { recoveryCodesLeft } = await factorsOf(db, account.accountId);
    await tellOwner(
      surroundings,
      account,
      `You were signed in with a recovery code. ${recoveryCodesLeft} are left.`,
    );
    return { act: 'recovery code used', result: true };
  });
}

/** Ends the step and begins the session. Of two answers to one step at once, one comes in. */
export async function completed(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  half: HalfIn,
  factor: Factor,
) {
  if (!(await takeStep(house.pool, half.token))) return toBeginning(request, reply);
  return enter(house, request, reply, half.account, { manner: half.manner, factor, to: half.to });
}

function tellOfWrong(house: House, request: FastifyRequest, account: Account): Promise<void> {
  return onOwnSignIn(house, request, account, async (surroundings) => {
    await tellOwner(
      surroundings,
      account,
      'Somebody gave your password and then the wrong code, several times. They did not get in. Change your password.',
    );
    return { act: 'wrong codes after the password', result: undefined };
  });
}

async function giveUp(house: House, request: FastifyRequest, reply: FastifyReply) {
  const token = request.cookies[STEP_COOKIE];
  if (token !== undefined) await takeStep(house.pool, token);
  return reply.clearCookie(STEP_COOKIE, { path: '/', secure: true }).redirect('/sign-in', 303);
}
