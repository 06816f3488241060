import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import type { Authority } from '../web/context.ts';
import { type House, newId } from '../web/house.ts';
import {
  asWorker,
  bodyOf,
  demonstrationNotice,
  isTokenOf,
  NotFromOurPage,
  queryOf,
  SESSION_COOKIE,
  sendDocument,
} from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import { visit } from '../web/staff-visit.ts';
import { accountOfStaff, nameAsKept, signIn } from './accounts.ts';
import { TOO_MANY_TRIES, textIn, wayBack, withStatus } from './answers.ts';
import { afterFirstFactor, enter, failuresSoFar, isHandedOverTooLong, tellOfFailures } from './entering.ts';
import { factorRoutes } from './factor-routes.tsx';
import { invitationRoutes } from './invitation-routes.tsx';
import { SignInPage } from './pages.tsx';
import { passkeyRoutes } from './passkey-routes.tsx';
import { passwordRoutes } from './password-routes.tsx';
import { peopleToPick } from './people-to-pick.ts';
import { proofRoutes } from './proof-routes.tsx';
import { providerRoutes } from './provider-routes.tsx';
import { secondStepRoutes } from './second-step.tsx';
import { endSession, sessionOf } from './session.ts';

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
  server.get('/sign-in/over', PUBLIC, (request, reply) =>
    showSignIn(house, demonstration, request, reply, { problems: [] }),
  );
  server.post('/sign-in', PUBLIC, (request, reply) => receiveSignIn(house, demonstration, request, reply));
  if (demonstration !== undefined) {
    server.post('/sign-in/demonstration', PUBLIC, (request, reply) =>
      receivePick(house, demonstration, request, reply),
    );
  }
  server.post('/sign-out', SIGNED_IN, (request, reply) => signOut(house, request, reply));
  secondStepRoutes(server, house);
  proofRoutes(server, house);
  passwordRoutes(server, house);
  factorRoutes(server, house);
  invitationRoutes(server, house);
  const shows = (request: FastifyRequest, reply: FastifyReply, problems: readonly Problem[]) =>
    showSignIn(house, demonstration, request, reply, { problems });
  passkeyRoutes(server, house, shows);
  if (house.provider !== undefined) providerRoutes(server, house, house.provider, shows);
  server.get('/work', SIGNED_IN, (request, reply) => toFirstPlace(house, request, reply));
}

const SIGNED_OUT = 'You were signed out after 30 minutes. What you typed is kept as a draft.';
const STEP_OVER = 'That took too long, or was wrong too often. Sign in again from the beginning.';

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
      notice={noticeIn(request, asked)}
      provider={house.provider !== undefined}
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
  const before = await failuresSoFar(house, nameAsKept(name));
  const account = await signIn(house.pool, {
    name,
    password,
    source: networkOf(request.ip),
    attempt: newId(),
  });
  const isIn = typeof account !== 'string' && !(await isHandedOverTooLong(house, request, account));
  if (isIn) {
    await tellOfFailures(house, request, account, before);
    const entering = { manner: 'password', factor: 'none', to: wayBack(raw) } as const;
    return afterFirstFactor(house, request, reply, account, entering);
  }
  const message =
    account === 'too many tries'
      ? TOO_MANY_TRIES
      : 'The sign-in name and password do not belong together. Check both and try again';
  return showSignIn(house, demonstration, request, reply, { problems: [{ field: 'name', message }], name });
}

/** What somebody is told who did not come here by themselves. */
function noticeIn(request: FastifyRequest, asked: RawAnswers): string | undefined {
  if (asked['ended'] === 'yes') return SIGNED_OUT;
  return request.routeOptions.url === '/sign-in/over' ? STEP_OVER : undefined;
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
  return enter(house, request, reply, account, { manner: 'demonstration', factor: 'none', to: wayBack(raw) });
}

async function signOut(house: House, request: FastifyRequest, reply: FastifyReply) {
  const token = request.cookies[SESSION_COOKIE];
  if (token !== undefined) {
    const session = await sessionOf(house.directory, token);
    if (!isTokenOf(token, bodyOf(request)['form-token'], session ?? { earlierFormTokens: [] }))
      throw new NotFromOurPage();
    await endSession(house.pool, token);
  }
  return reply
    .clearCookie(SESSION_COOKIE, { path: '/', secure: true })
    .header('clear-site-data', '"cache", "storage"')
    .redirect('/sign-in', 303);
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
