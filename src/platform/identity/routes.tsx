import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import type { Authority } from '../web/context.ts';
import { equalSecrets, formToken } from '../web/guard.ts';
import { type House, newId } from '../web/house.ts';
import {
  asWorker,
  bodyOf,
  demonstrationNotice,
  NotFromOurPage,
  queryOf,
  SESSION_COOKIE,
  sendDocument,
} from '../web/replies.tsx';
import { visit } from '../web/staff-visit.ts';
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
  return sendDocument(house, request, reply.code(shown.problems.length > 0 ? 422 : 200), page);
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
  const account = await signIn(house.pool, { name, password, source: request.ip, attempt: newId() });
  if (typeof account !== 'string')
    return enter(house, { ...account, manner: 'password' }, wayBack(raw), reply);
  const message =
    account === 'too many tries'
      ? 'There were too many tries from here. Wait a quarter of an hour, or ask whoever looks after accounts'
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
  return sendDocument(house, request, reply.code(problems.length > 0 ? 422 : 200), page);
}

async function receiveProof(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const raw = bodyOf(request);
  requireToken(raw, asked.token);
  const proved =
    asked.session.manner === 'demonstration' ||
    (await provesAgain(house.pool, asked.session.accountId, textIn(raw, 'password')));
  if (!proved)
    return showProve(house, request, reply, [
      { field: 'password', message: 'That is not your password. Try again' },
    ]);
  await proveSession(house.pool, asked.token);
  return reply.redirect(wayBack(raw), 303);
}

async function showPassword(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const page = (
    <PasswordPage
      problems={problems}
      token={formToken(asked.token)}
      asksCurrent={asked.session.manner === 'password'}
    />
  );
  return sendDocument(house, request, reply.code(problems.length > 0 ? 422 : 200), page);
}

async function receivePassword(house: House, request: FastifyRequest, reply: FastifyReply) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const raw = bodyOf(request);
  requireToken(raw, asked.token);
  const proved =
    asked.session.manner === 'demonstration' ||
    (await provesAgain(house.pool, asked.session.accountId, textIn(raw, 'current')));
  if (!proved)
    return showPassword(house, request, reply, [
      { field: 'current', message: 'That is not your password. Try again' },
    ]);
  const judged = judgePassword('password', textIn(raw, 'password'));
  if (!judged.ok) return showPassword(house, request, reply, judged.problems);
  await setPassword(house.pool, asked.session, await hashPassword(judged.value));
  return reply.redirect('/own-account?password=changed', 303);
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
