import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { NotFound } from '../access/decision.ts';
import { viewerOn } from '../access/viewer.ts';
import { lacksSecondFactor } from '../identity/second-factor.ts';
import { type Session, sessionOf } from '../identity/session.ts';
import { keyHash } from '../submission.ts';
import type { Authority, PublicContext } from './context.ts';
import { originOf } from './guard.ts';
import { type House, withSurroundings } from './house.ts';
import { queryOf, SESSION_COOKIE } from './replies.tsx';
import { networkOf } from './source.ts';

declare module 'node:http' {
  interface IncomingMessage {
    /** The first part of the address, where it named an authority: written down before there is a request of the framework's. */
    authorityPath?: string;
  }
}

/** Finds whose public pages are asked for: by host, by the first part of the address, or because there is only one. */
export function publicAuthority(
  house: House,
  request: FastifyRequest,
): { authority: Authority; base: string } {
  const byPath = house.authorities.find(
    (one) => one.path !== undefined && one.path === request.raw.authorityPath,
  );
  if (byPath !== undefined) return { authority: byPath, base: `/${byPath.path}` };
  const host = request.headers.host?.replace(/:\d+$/, '');
  const byHost = house.authorities.find((one) => one.host !== undefined && one.host === host);
  const only = house.authorities.length === 1 ? house.authorities[0] : undefined;
  const authority = byHost ?? only;
  if (authority === undefined) throw new NotFound();
  return { authority, base: '' };
}

/** Runs work for a public page in one transaction, in which only the draft and submission of the given key can be seen. */
export async function publicVisit<Result>(
  house: House,
  request: FastifyRequest,
  key: string | undefined,
  work: (context: PublicContext) => Promise<Result>,
): Promise<Result> {
  const { authority, base } = publicAuthority(house, request);
  const asked = {
    request: request.id,
    query: queryOf(request),
    provenance: 'referrer' as const,
    key: key === undefined ? undefined : keyHash(key),
  };
  const origin = originOf(house, request);
  // Before the transaction: a request that holds one connection and waits for another can wait for ever.
  const session = await sessionIn(house, request, authority);
  return withSurroundings(house, authority, asked, (surroundings) => {
    const { db, profile, today } = surroundings;
    return work({
      ...surroundings,
      base,
      origin,
      source: networkOf(request.ip),
      signedIn: async () => {
        const viewer = session && (await viewerOn(db, profile, session.staffId, today));
        return viewer && !lacksSecondFactor({ profile, today }, viewer.roles, session) ? viewer : undefined;
      },
    });
  });
}

async function sessionIn(
  house: House,
  request: FastifyRequest,
  authority: Authority,
): Promise<Session | undefined> {
  const token = request.cookies[SESSION_COOKIE];
  const session = token === undefined ? undefined : await sessionOf(house.directory, token);
  return session?.authority === authority.schema && !session.passwordIsHandedOver ? session : undefined;
}

/** Says on whose word the facts of this transaction stand from here on; until then it is a referrer's. */
export async function onTheWordOf(
  { db }: PublicContext,
  who: 'child' | 'family' | 'referrer',
): Promise<void> {
  await sql`set local app.provenance = ${sql.lit(who)}`.execute(db);
}
