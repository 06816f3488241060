import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { openHouse } from '../../src/commands/open-house.ts';
import { buildServer } from '../../src/commands/serve.ts';
import { type Id, id } from '../../src/language/id.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import type { PoolTarget } from '../../src/platform/database/pool.ts';
import { beginSession } from '../../src/platform/identity/session.ts';
import type { Surroundings } from '../../src/platform/web/context.ts';
import { formToken } from '../../src/platform/web/guard.ts';
import { type House, withSurroundings } from '../../src/platform/web/house.ts';
import type { RouteLine } from '../../src/platform/web/server.ts';
import { cloneTemplate, OWNER } from './database.ts';

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Somebody signed in, with the two things a browser does. */
export type Worker = {
  readonly staffId: Id;
  /** What the browser of this worker keeps in its cookie: another one once its owner has proved again who they are. */
  readonly token: string;
  get(path: string): Promise<LightMyRequestResponse>;
  /** Looks for somebody in the find box, and gives the page of who was found. */
  find(typed: string): Promise<LightMyRequestResponse>;
  /** Sends a form; the token and a new key go with it unless they are given. */
  post(path: string, answers?: Typed): Promise<LightMyRequestResponse>;
};

/** A database of its own, cloned from the template, with the whole product served over it in this process. */
export type World = {
  readonly house: House;
  readonly server: FastifyInstance;
  readonly routes: readonly RouteLine[];
  readonly owner: PoolTarget;
  /** The database's own name. */
  readonly database: string;
  /** Rows as the owner sees them, past every wall. */
  rows<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  as(key: string): Promise<Worker>;
  /** Nobody signed in. */
  readonly anyone: Pick<Worker, 'get' | 'post'>;
  /** Runs work as the program itself, wide and without a viewer, for making facts. */
  within<Result>(work: (surroundings: Surroundings) => Promise<Result>): Promise<Result>;
  /** Ends every connection to the database and leaves it there, so that it can be cloned. */
  leave(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a world whose now stands still, on the afternoon of Saturday 21 November 2026: for tests whose days are written out. */
export function openStillWorld(): Promise<World> {
  return openWorld(undefined, '2026-11-21T14:02:00Z');
}

/**
 * Opens a world, of its own or as a copy of a database that was left; with `asOf` its now stands still there. Close it when the file is done.
 */
export async function openWorld(of?: string, asOf?: string): Promise<World> {
  const clone = await cloneTemplate(inject('socket'), of);
  const owner = clone.target(OWNER);
  if (asOf !== undefined)
    await asOwner(owner, (made) => made.query('update directory.authority set as_of = $1', [asOf]));
  const house = await openHouse(
    { trustedProxyHops: 0, logLevel: 'error' },
    { owner, application: clone.target('continuum_app') },
    () => undefined,
  );
  const demonstration = house.authorities[0];
  const { server, routes } = await buildServer(house, demonstration);
  const client = new pg.Client({ ...owner, pipeline: true });
  await client.connect();
  await client.query('set search_path = island, extensions');
  const world: World = {
    house,
    server,
    routes,
    owner,
    database: clone.database,
    rows: async (sql, values = []) => (await client.query(planned(sql, values))).rows,
    as: (key) => signedIn(world, key),
    anyone: {
      get: (path) => server.inject({ url: path }),
      post: (path, answers = {}) => send(server, path, answers),
    },
    within: (work) => {
      if (demonstration === undefined) throw new Error('the template has an authority');
      return withSurroundings(
        house,
        demonstration,
        { request: randomUUID(), query: {}, wide: true, fieldClasses: ['reporter', 'guarded address'] },
        work,
      );
    },
    async leave() {
      await server.close();
      await house.database.close();
      await client.end();
    },
    async close() {
      await world.leave();
      await clone.drop();
    },
  };
  return world;
}

/** What is asked with values is planned once: some tests ask the same thing after each of thousands of requests. */
function planned(text: string, values: readonly unknown[]): pg.QueryConfig {
  const config = { text, values: [...values] };
  return values.length === 0
    ? config
    : { ...config, name: createHash('sha256').update(text).digest('base64url') };
}

async function signedIn(world: World, key: string): Promise<Worker> {
  const [account] = await world.rows<{ account_id: string; staff_id: string }>(
    `select p.account_id, p.staff_id from directory.account a join directory.account_place p on p.account_id = a.id where a.sign_in_name = $1`,
    [`${key}@island.example`],
  );
  if (account === undefined) throw new Error(`there is no ${key} among the staff of the tests`);
  const token = await beginSession(world.house.pool, {
    accountId: id(account.account_id),
    authority: 'island',
    manner: 'password',
    factor: 'code',
  });
  return workerWith(world.server, id(account.staff_id), token);
}

/** A browser that keeps the cookie it is given, and no page before. */
export function workerWith(server: FastifyInstance, staffId: Id, begun: string): Worker {
  let token = begun;
  const kept = (answer: LightMyRequestResponse) => {
    token = tokenIn(answer) ?? token;
    return answer;
  };
  const cookie = () => `__Host-continuum=${token}`;
  const get = async (path: string) => kept(await server.inject({ url: path, headers: { cookie: cookie() } }));
  return {
    staffId,
    get token() {
      return token;
    },
    get,
    find: async (typed) => {
      const sent = await send(server, '/searches', { 'form-token': formToken(token), q: typed }, cookie());
      return sent.statusCode === 303 ? get(String(sent.headers.location)) : sent;
    },
    post: async (path, answers = {}) => {
      const own = {
        'form-token': formToken(token),
        'submission-key': randomBytes(16).toString('base64url'),
      };
      return kept(await send(server, path, { ...own, ...answers }, cookie()));
    },
  };
}

/** The session that an answer gives to the browser. */
export function tokenIn(answer: LightMyRequestResponse): string | undefined {
  return answer.cookies.find(({ name, value }) => name === '__Host-continuum' && value !== '')?.value;
}

function send(server: FastifyInstance, path: string, answers: Typed, cookie?: string) {
  const body = Object.entries(answers).flatMap(([name, texts]) =>
    [texts].flat().map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`),
  );
  return server.inject({
    method: 'POST',
    url: path,
    payload: body.join('&'),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
    },
  });
}
