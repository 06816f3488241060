import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import { originOf, strictHeaders } from '../web/guard.ts';
import { type House, newId } from '../web/house.ts';
import { bodyOf } from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import { type Account, accountNumbered } from './accounts.ts';
import { TOO_MANY_TRIES, textIn, wayBack } from './answers.ts';
import { keepAttempt, triedTooOften } from './attempts.ts';
import { COOKIE, enter } from './entering.ts';
import { afterSetUp, proved, renewed, type Signed, showChoice } from './factor-routes.tsx';
import { factorsOf, makeRecoveryCodes } from './factors.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import { keepPasskey, optionsToMake, optionsToUse, type Site, takePasskey } from './passkeys.ts';
import { showProve, signedFor } from './proof-routes.tsx';
import { completed, halfIn, showSecond, toBeginning } from './second-step.tsx';
import { beginStep, countWrong, type Purpose, type Step, stepOf, takeStep } from './steps.ts';

const PUBLIC = { config: { rule: 'public' } } as const;
const SIGNED_IN = { config: { rule: 'signed in' } } as const;
const NOT_SIGNED = 'That passkey does not fit this account. Use another way, or try again';
/** Of what a passkey is asked to sign: beside the cookie of a step, so that both can be under way. */
const CHALLENGE_COOKIE = '__Host-continuum-challenge';
const LONGEST_NAME = 60;

type Shows = (problems: readonly Problem[]) => unknown;

/** Hangs the making and the using of passkeys on their addresses. A challenge is of one browser, for one purpose, and taken once. */
export function passkeyRoutes(server: FastifyInstance, house: House, showSignIn: SignInShown): void {
  server.post('/sign-in/passkey/options', PUBLIC, (request, reply) => askFirst(house, request, reply));
  server.post('/sign-in/passkey', PUBLIC, (request, reply) =>
    receiveFirst(house, request, reply, showSignIn),
  );
  server.post('/sign-in/second/passkey/options', PUBLIC, (request, reply) =>
    askSecond(house, request, reply),
  );
  server.post('/sign-in/second/passkey', PUBLIC, (request, reply) => receiveSecond(house, request, reply));
  server.post('/prove/passkey/options', SIGNED_IN, (request, reply) => askProof(house, request, reply));
  server.post('/prove/passkey', SIGNED_IN, (request, reply) => receiveProof(house, request, reply));
  server.post('/own-account/passkeys/options', SIGNED_IN, (request, reply) => askNew(house, request, reply));
  server.post('/own-account/passkeys', SIGNED_IN, (request, reply) => receiveNew(house, request, reply));
}

/** Shows the page for signing in with what is wrong. */
export type SignInShown = (
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) => unknown;

/** How the browser knows us. A passkey is made for this name and answers to no other. */
function siteOf(house: House, request: FastifyRequest): Site {
  const origin = originOf(house, request);
  return { name: new URL(origin).hostname, origin };
}

/** Sends what is to be signed, and keeps the challenge on the server for the browser that holds the cookie. */
async function sendOptions(
  house: House,
  reply: FastifyReply,
  purpose: Purpose,
  options: { readonly challenge: string },
  accountId: Step['accountId'],
) {
  const held = { challenge: options.challenge };
  const token = await beginStep(house.pool, purpose, { accountId, held });
  strictHeaders(reply, '');
  return reply.setCookie(CHALLENGE_COOKIE, token, COOKIE).send(options);
}

/** The challenge that this browser was given for a purpose. It is taken with this, whatever comes of it. */
async function challengeOf(
  house: House,
  request: FastifyRequest,
  purpose: Purpose,
): Promise<{ challenge: string; accountId: Step['accountId'] } | undefined> {
  const token = request.cookies[CHALLENGE_COOKIE] ?? '';
  const step = token === '' ? undefined : await stepOf(house.pool, token, purpose);
  if (step === undefined || !(await takeStep(house.pool, token))) return undefined;
  return { challenge: step.held['challenge'] ?? '', accountId: step.accountId };
}

/** In the transaction of whoever's authority can be served: nobody is known yet. */
function unknownOwner(house: House) {
  const [first] = house.authorities;
  if (first === undefined) throw new Error('no authority is served');
  const nobody = '00000000-0000-0000-0000-000000000000' as Account['accountId'];
  return { accountId: nobody, staffId: nobody, authority: first.schema, name: '' };
}

async function askFirst(house: House, request: FastifyRequest, reply: FastifyReply) {
  const options = await onOwnSignIn(house, request, unknownOwner(house), async ({ db }) => ({
    result: await optionsToUse(db, siteOf(house, request), undefined),
  }));
  return sendOptions(house, reply, 'sign in by passkey', options, undefined);
}

async function receiveFirst(house: House, request: FastifyRequest, reply: FastifyReply, shows: SignInShown) {
  const raw = bodyOf(request);
  const source = networkOf(request.ip);
  const refuse = (message: string) => shows(request, reply, [{ field: 'passkey', message }]);
  if (await triedTooOften(house.pool, { name: '', source })) return refuse(TOO_MANY_TRIES);
  const asked = await challengeOf(house, request, 'sign in by passkey');
  const taken =
    asked &&
    (await onOwnSignIn(house, request, unknownOwner(house), async ({ db }) => ({
      result: await takePasskey(db, {
        site: siteOf(house, request),
        challenge: asked.challenge,
        response: textIn(raw, 'response'),
        expected: undefined,
      }),
    })));
  const account = taken && (await accountNumbered(house.pool, taken.accountId));
  await keepAttempt(house.pool, {
    attempt: newId(),
    name: account?.name ?? '',
    source,
    succeeded: account !== undefined,
    means: 'passkey',
  });
  if (account === undefined) return refuse(NOT_SIGNED);
  return enter(house, request, reply, account, { manner: 'passkey', factor: 'passkey', to: wayBack(raw) });
}

async function askSecond(house: House, request: FastifyRequest, reply: FastifyReply) {
  const half = await halfIn(house, request);
  if (half === undefined) return reply.code(422).send({});
  const { accountId } = half.account;
  const options = await onOwnSignIn(house, request, half.account, async ({ db }) => ({
    result: await optionsToUse(db, siteOf(house, request), accountId),
  }));
  return sendOptions(house, reply, 'second factor by passkey', options, accountId);
}

async function receiveSecond(house: House, request: FastifyRequest, reply: FastifyReply) {
  const half = await halfIn(house, request);
  if (half === undefined) return toBeginning(request, reply);
  if (await isPasskeyOf(house, request, half.account, 'second factor by passkey'))
    return completed(house, request, reply, half, 'passkey');
  if (await countWrong(house.pool, half.token)) return toBeginning(request, reply);
  return showSecond(house, request, reply, [{ field: 'passkey', message: NOT_SIGNED }]);
}

async function askProof(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await signedFor(house, request, reply);
  if (asked === undefined) return reply;
  const { session } = asked;
  const options = await onOwnSignIn(house, request, session, async ({ db }) => ({
    result: await optionsToUse(db, siteOf(house, request), session.accountId),
  }));
  return sendOptions(house, reply, 'prove by passkey', options, session.accountId);
}

async function receiveProof(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await signedFor(house, request, reply);
  if (asked === undefined) return reply;
  if (!(await isPasskeyOf(house, request, asked.session, 'prove by passkey')))
    return showProve(house, request, reply, [{ field: 'passkey', message: NOT_SIGNED }]);
  await renewed(house, reply, asked, 'passkey');
  return reply.redirect(wayBack(bodyOf(request)), 303);
}

/** Whether what was sent is signed by a passkey of this account, for the challenge that was given for this purpose. */
async function isPasskeyOf(
  house: House,
  request: FastifyRequest,
  owner: Account | Signed['session'],
  purpose: Purpose,
): Promise<boolean> {
  const tried = { attempt: newId(), name: owner.name, source: networkOf(request.ip) };
  const asked = await challengeOf(house, request, purpose);
  const isOurs = asked?.accountId === owner.accountId && !(await triedTooOften(house.pool, tried));
  const succeeded =
    isOurs &&
    (await onOwnSignIn(house, request, owner, async ({ db }) => {
      const taken = await takePasskey(db, {
        site: siteOf(house, request),
        challenge: asked.challenge,
        response: textIn(bodyOf(request), 'response'),
        expected: owner.accountId,
      });
      return { result: taken !== undefined };
    }));
  await keepAttempt(house.pool, { ...tried, succeeded, means: 'passkey' });
  return succeeded;
}

async function askNew(house: House, request: FastifyRequest, reply: FastifyReply) {
  const signed = await proved(house, request, reply);
  if (signed === undefined) return reply;
  const { session } = signed.asked;
  const options = await onOwnSignIn(house, request, session, async ({ db }) => ({
    result: await optionsToMake(db, siteOf(house, request), session),
  }));
  return sendOptions(house, reply, 'register passkey', options, session.accountId);
}

async function receiveNew(house: House, request: FastifyRequest, reply: FastifyReply) {
  const signed = await proved(house, request, reply);
  if (signed === undefined) return reply;
  const { asked, raw } = signed;
  const show: Shows = (problems) => showChoice(house, request, reply, problems);
  const name = textIn(raw, 'passkey-name').trim();
  if (name === '' || name.length > LONGEST_NAME)
    return show([
      { field: 'passkey-name', message: `Enter what you call it, in at most ${LONGEST_NAME} characters` },
    ]);
  const codes = await keptWithCodes(house, request, asked, { name, response: textIn(raw, 'response') });
  if (codes === undefined)
    return show([{ field: 'passkey', message: 'No passkey was made. Try again, or use codes from an app' }]);
  await renewed(house, reply, asked, 'passkey');
  return afterSetUp(house, request, reply, codes, wayBack(raw));
}

/** Keeps the new passkey, and makes recovery codes where there were none. */
async function keptWithCodes(
  house: House,
  request: FastifyRequest,
  { session }: Signed,
  given: { name: string; response: string },
): Promise<readonly string[] | undefined> {
  const { accountId } = session;
  const asked = await challengeOf(house, request, 'register passkey');
  if (asked === undefined || asked.accountId !== accountId) return undefined;
  const { challenge } = asked;
  return onOwnSignIn(house, request, session, async (surroundings) => {
    const { db, newId: fresh } = surroundings;
    const site = siteOf(house, request);
    const kept = await keepPasskey(db, { ...given, site, challenge, accountId, newId: fresh() });
    if (kept !== 'kept') return { result: undefined };
    await tellOwner(surroundings, session, `A passkey was added: ${given.name}.`);
    const { recoveryCodesLeft } = await factorsOf(db, accountId);
    const codes = recoveryCodesLeft > 0 ? [] : await makeRecoveryCodes(db, accountId);
    return { act: 'passkey added', result: codes };
  });
}
