import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { id } from '../../language/id.ts';
import type { Problem } from '../../language/outcome.ts';
import { nameOf } from '../web/faults.tsx';
import { originOf } from '../web/guard.ts';
import { type House, newId } from '../web/house.ts';
import { queryOf } from '../web/replies.tsx';
import { networkOf } from '../web/source.ts';
import { type Account, accountNumbered, nameAsKept } from './accounts.ts';
import { ourPath, wayBack } from './answers.ts';
import { keepAttempt } from './attempts.ts';
import { afterFirstFactor, COOKIE } from './entering.ts';
import { onOwnSignIn, tellOwner } from './own-acts.ts';
import type { Journey, Provider, Stated } from './provider.ts';

const PUBLIC = { config: { rule: 'public' } } as const;
const RETURN = '/sign-in/provider/return';
const JOURNEY_COOKIE = '__Host-continuum-provider';
const MINUTES = 10;

const UNREACHABLE = 'Your organisation’s sign-in cannot be reached just now. Try again, or use a password';
const NOT_BELIEVED =
  'Your organisation’s sign-in did not say who you are in a way that we can trust. Begin again from here';
const NOT_KNOWN =
  'Your organisation knows you, but there is no account for you here. Ask whoever looks after accounts';

/** Shows the page for signing in with what is wrong. */
export type Shows = (request: FastifyRequest, reply: FastifyReply, problems: readonly Problem[]) => unknown;

/** Hangs signing in through the organisation's provider on its addresses. Without a provider they do not exist. */
export function providerRoutes(
  server: FastifyInstance,
  house: House,
  provider: Provider,
  shows: Shows,
): void {
  server.get('/sign-in/provider', PUBLIC, (request, reply) => begin(house, provider, shows, request, reply));
  server.get(RETURN, PUBLIC, (request, reply) => end(house, provider, shows, request, reply));
}

/** Only from a page of ours, or typed: another site must not sign anybody in unasked (ASVS 7.6.2). */
async function begin(
  house: House,
  provider: Provider,
  shows: Shows,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return reply.redirect('/sign-in', 303);
  const begun = await provider
    .begin(`${originOf(house, request)}${RETURN}`, wayBack(queryOf(request)))
    .catch(told(house, request, 'provider cannot be reached'));
  if (begun === undefined) return shows(request, reply, [{ field: '', message: UNREACHABLE }]);
  const kept = Buffer.from(JSON.stringify(begun.journey)).toString('base64url');
  return reply
    .setCookie(JOURNEY_COOKIE, kept, { ...COOKIE, maxAge: MINUTES * 60 })
    .redirect(begun.url.href, 303);
}

/** Tells the log, for whoever looks after the program: a provider that is down, or set up wrongly, is nothing that a person can mend. */
function told(house: House, request: FastifyRequest, event: string) {
  return (fault: unknown): undefined => {
    house.log.warn({ event, request: request.id, fault: nameOf(fault) });
  };
}

async function end(
  house: House,
  provider: Provider,
  shows: Shows,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const journey = journeyIn(request.cookies[JOURNEY_COOKIE]);
  if (journey !== undefined) void reply.clearCookie(JOURNEY_COOKIE, { path: '/', secure: true });
  const returned = new URL(`${originOf(house, request)}${request.url}`);
  const who =
    journey && (await provider.end(returned, journey).catch(told(house, request, 'provider not believed')));
  const account = who && (await accountOf(house, request, who));
  await keepAttempt(house.pool, {
    attempt: newId(),
    name: nameAsKept(who?.name ?? ''),
    source: networkOf(request.ip),
    succeeded: account !== undefined,
    means: 'provider',
  });
  if (journey === undefined || who === undefined)
    return shows(request, reply, [{ field: '', message: NOT_BELIEVED }]);
  if (account === undefined) return shows(request, reply, [{ field: '', message: NOT_KNOWN }]);
  const factor = who.severalFactors ? 'provider' : 'none';
  const to = ourPath(journey.to);
  return afterFirstFactor(house, request, reply, account, { manner: 'provider', factor, to });
}

/**
 * The account here of somebody there. Found by the provider's own number for them; the first time by the stated claim, and kept under that
 * number from then on, so that whoever is given the same name later is not taken for them. No account is ever made.
 */
async function accountOf(
  house: House,
  request: FastifyRequest,
  { issuer, subject, name }: Stated,
): Promise<Account | undefined> {
  const found = await house.pool.query(
    `select a.id, l.subject from directory.account a
      left join directory.account_at_provider l on l.account_id = a.id and l.issuer = $1
      where l.subject = $2 or (a.sign_in_name = $3 and not exists (
        select from directory.account_at_provider o where o.issuer = $1 and o.subject = $2))
      limit 1`,
    [issuer, subject, nameAsKept(name)],
  );
  const row: Record<string, unknown> | undefined = found.rows[0];
  if (row === undefined || (row['subject'] !== null && row['subject'] !== subject)) return undefined;
  const account = await accountNumbered(house.pool, id(String(row['id'])));
  if (account === undefined || row['subject'] === subject) return account;
  const isKept = await onOwnSignIn(house, request, account, async (surroundings) => {
    const kept = await sql`insert into directory.account_at_provider (issuer, subject, account_id)
      values (${issuer}, ${subject}, ${account.accountId}) on conflict do nothing`.execute(surroundings.db);
    if (kept.numAffectedRows !== 1n) return { result: false };
    await tellOwner(surroundings, account, 'You signed in through your organisation for the first time.');
    return { act: 'known to the provider', result: true };
  });
  return isKept ? account : undefined;
}

function journeyIn(kept: string | undefined): Journey | undefined {
  if (kept === undefined || kept.length > 4000) return undefined;
  try {
    const read: Record<string, unknown> = JSON.parse(Buffer.from(kept, 'base64url').toString());
    const text = (name: string) => (typeof read[name] === 'string' ? read[name] : '');
    const journey = {
      state: text('state'),
      nonce: text('nonce'),
      verifier: text('verifier'),
      to: text('to'),
    };
    return journey.state && journey.nonce && journey.verifier ? journey : undefined;
  } catch {
    return undefined;
  }
}
