import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addSlices } from '../app.ts';
import type { Config } from '../config.ts';
import { identityRoutes } from '../platform/identity/routes.tsx';
import type { Authority } from '../platform/web/context.ts';
import { draftRoute } from '../platform/web/draft-route.ts';
import type { House } from '../platform/web/house.ts';
import { createServer, type RouteLine } from '../platform/web/server.ts';
import { createWeb } from '../platform/web/web.tsx';
import { ASSETS } from './database.ts';

const FIRST_PORT = 3000;
const LAST_PORT = 3099;

/** The server with every route of the product. Picking a person to sign in exists only where `demonstration` is given. */
export function buildServer(
  house: House,
  demonstration: Authority | undefined,
): Promise<{ server: FastifyInstance; routes: readonly RouteLine[] }> {
  return createServer(house, ASSETS, (server) => {
    identityRoutes(server, house, demonstration);
    draftRoute(server, house);
    addSlices(createWeb(server, house));
  });
}

/** Listens on the port asked for, or on 3000 or the next free one, and returns the address. */
export async function listen(
  server: FastifyInstance,
  config: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  const ports = config.port === undefined ? range(FIRST_PORT, LAST_PORT) : [config.port];
  for (const port of ports) {
    try {
      return await server.listen({ host: config.host, port });
    } catch (fault) {
      const taken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';
      if (!taken || port === ports.at(-1)) throw fault;
    }
  }
  throw new RangeError('no port to listen on');
}

/** Where mails of an installation without a mail server are put. */
export function mailFolder(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'mail');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
