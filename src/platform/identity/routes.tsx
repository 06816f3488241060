import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import type { Authority } from '../web/context.ts';
import { equalSecrets, formToken } from '../web/guard.ts';
import { type House, newId } from '../web/house.ts';
import {
  asAccount,
  asWorker,
  bodyOf,
  demonstrationNotice,
  NotFromOurPage,
  queryOf,
  SESSION_COOKIE,
  sendDocument,
} from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import { type Visit, visit } from '../web/staff-visit.ts';
import { accountOfStaff, provesAgain, setPassword, signIn } from './accounts.ts';
import { PasswordPage, ProvePage, SignInPage } from './pages.tsx';
import { hashPassword, judgePassword } from './password.ts';
import { peopleToPick } from './people-to-pick.ts';
import { beginSession, endSession, proveSession } from './session.ts';

const PUBLIC = { config: { rule: 'public' } } as const;
const SIGNED_IN = { config: { rule: 'signed in' } } as const;

/**
 * Hangs signing in and out on the server. `demonstration` is the authority that may be entered by picking a person: set only on the
 * embedded database, and without it the address does not exist.
 */
export function identityRoutes(
  server: FastifyInstance,
  house: House,
  demonstration: Authority | undefined,
): void {
  server.get('/sign-in', PUBLIC, (request, reply) =>
    showSignIn(house, demonstration, request, reply, { problems: [] }),
  );
  server.post('/sign-in', PUBLIC, (request, reply) => receiveSignIn(house, demonstration, request, reply));
  if (demonstration !== undefined) {
    server.post('/sign-in/demonstration', PUBLIC, (request, reply) =>
      receivePick(house, demonstration, request, reply),
    );
  }
  server.post('/sign-out', SIGNED_IN, (request, reply) => signOut(house, request, reply));
  server.get('/prove', SIGNED_IN, (request, reply) => showProve(house, request, reply, []));
  server.post('/prove', SIGNED_IN, (request, reply) => receiveProof(house, request, reply));
  server.get('/own-account/password', SIGNED_IN, (request, reply) => showPassword(house, request, reply, []));
  server.post('/own-account/password', SIGNED_IN, (request, reply) => receivePassword(house, request, reply));
  server.get('/work', SIGNED_IN, (request, reply) => toFirstPlace(house, request, reply));
}

/** Guessing is slowed for a quarter of an hour, as `accounts.ts` counts. */
const WAIT_SECONDS = 900;
const TOO_MANY_TRIES =
  'There were too many tries from here. Wait a quarter of an hour, or ask whoever looks after accounts';
const SIGNED_OUT = 'You were signed out after 30 minutes. What you typed is kept as a draft.';

async function showSignIn(
  house: House,
  demonstration: Authority | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: { problems: readonly Problem[]; name?: string },
) {
  const asked = request.method === 'GET' ? queryOf(request) : bodyOf(request);
  const pick = demonstration && {
    banner: demonstrationNotice(demonstration),
    people: await peopleToPick(house, demonstration),
  };
  const page = (
    <SignInPage
      to={wayBack(asked)}
      {...shown}
      notice={asked['ended'] === 'yes' ? SIGNED_OUT : undefined}
      demonstration={pick}
    />
  );
  return sendDocument(house, request, withStatus(reply, shown.problems), page);
}

async function receiveSignIn(
  house: House,
  demonstration: Authority | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const raw = bodyOf(request);
  const name = textIn(raw, 'name');
  const password = textIn(raw, 'password');
  const account = await signIn(house.pool, {
    name,
    password,
    source: networkOf(request.ip),
    attempt: newId(),
  });
  if (typeof account !== 'string')
    return enter(house, { ...account, manner: 'password' }, wayBack(raw), reply);
  const message =
    account === 'too many tries'
      ? TOO_MANY_TRIES
      : 'The sign-in name and password do not belong together. Check both and try again';
  return showSignIn(house, demonstration, request, reply, { problems: [{ field: 'name', message }], name });
}

async function receivePick(
  house: House,
  demonstration: Authority,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const raw = bodyOf(request);
  const people = await peopleToPick(house, demonstration);
  const picked = people.find((person) => person.staffId === textIn(raw, 'staff'));
  const account = picked && (await accountOfStaff(house.pool, demonstration.schema, picked.staffId));
  if (account === undefined) {
    return showSignIn(house, demonstration, request, reply, {
      problems: [{ field: '', message: 'Pick one of the people on this page' }],
    });
  }
  return enter(house, { ...account, manner: 'demonstration' }, wayBack(raw), reply);
}

async function enter(house: House, who: Parameters<typeof beginSession>[1], to: string, reply: FastifyReply) {
  const token = await beginSession(house.pool, who);
  return reply
    .setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' })
    .redirect(to, 303);
}

async function signOut(house: House, request: FastifyRequest, reply: FastifyReply) {
  const token = request.cookies[SESSION_COOKIE];
  if (token !== undefined) {
    requireToken(bodyOf(request), token);
    await endSession(house.pool, token);
  }
  return reply
    .clearCookie(SESSION_COOKIE, { path: '/', secure: true })
    .header('clear-site-data', '"cache", "storage"')
    .redirect('/sign-in', 303);
}

async function showProve(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const to = wayBack(request.method === 'GET' ? queryOf(request) : bodyOf(request));
  const page = (
    <ProvePage
      to={to}
      problems={problems}
      token={formToken(asked.token)}
      demonstration={asked.session.manner === 'demonstration'}
    />
  );
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receiveProof(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const raw = bodyOf(request);
  requireToken(raw, asked.token);
  const problems = await problemsWithProof(house, asked, 'password');
  if (problems.length > 0) return showProve(house, request, reply, problems);
  await proveSession(house.pool, asked.token);
  return reply.redirect(wayBack(raw), 303);
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
      asks={manner === 'password' ? has : undefined}
    />
  );
  return sendDocument(house, request, withStatus(reply, problems), page);
}

async function receivePassword(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await asAccount(house, request, reply);
  if (asked === undefined) return reply;
  const raw = bodyOf(request);
  requireToken(raw, asked.token);
  const problems = await problemsWithProof(house, asked, 'current');
  if (problems.length > 0) return showPassword(house, request, reply, problems);
  const judged = judgePassword('password', textIn(raw, 'password'));
  if (!judged.ok) return showPassword(house, request, reply, judged.problems);
  if (asked.session.manner === 'password' && judged.value === textIn(raw, 'current'))
    return showPassword(house, request, reply, [
      { field: 'password', message: 'Enter a password other than the one you have now' },
    ]);
  await setPassword(house.pool, asked.session, await hashPassword(judged.value));
  const { passwordIsHandedOver } = asked.session;
  return reply.redirect(passwordIsHandedOver ? wayBack(raw) : '/own-account?password=changed', 303);
}

/** What is wrong with the password that was given again. In a demonstration there is none to give. */
async function problemsWithProof(
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

/** Leads to the first place that the viewer's roles open. */
async function toFirstPlace(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const place = await visit(
    asked,
    { permission: 'own account: change', proof: 'signed in' },
    async ({ viewer }) => house.places.find((entry) => viewer.permissions.has(entry.permission)),
  );
  return reply.redirect(place?.href ?? '/own-account', 303);
}

function withStatus(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  if (!problems.some(({ message }) => message === TOO_MANY_TRIES))
    return reply.code(problems.length > 0 ? 422 : 200);
  return reply.code(429).header('retry-after', String(WAIT_SECONDS));
}

function requireToken(raw: RawAnswers, sessionToken: string): void {
  if (!equalSecrets(textIn(raw, 'form-token'), formToken(sessionToken))) throw new NotFromOurPage();
}

function textIn(raw: RawAnswers, name: string): string {
  const text = raw[name];
  return typeof text === 'string' ? text : '';
}

/** Only ever a page of ours: a path, never another address. */
function wayBack(raw: RawAnswers): string {
  const to = textIn(raw, 'to');
  return /^\/(?![/\\])[\w\-./?=&%:]*$/.test(to) ? to : '/work';
}
