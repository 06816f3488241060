import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { DataInUse } from '../platform/database/embedded/fault.ts';
import { placeData, socketFolder } from '../platform/database/embedded/placement.ts';
import type { PoolTarget } from '../platform/database/pool.ts';
import { reachDatabase, type Server } from './database.ts';

/** Where a command works beside the running program: the database must not be stopped under it. */
const JOINED = { embedded: true, lost: new Promise<string>(() => undefined), stop: async () => undefined };

/** Runs work on the database: the external one, the embedded one that a running program has, or the embedded one started for this. */
export async function withDatabase<Result>(
  config: Config,
  say: (line: string) => void,
  work: (server: Server) => Promise<Result>,
): Promise<Result> {
  const server = await reachOrJoin(config, say);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function reachOrJoin(config: Config, say: (line: string) => void): Promise<Server> {
  try {
    return await reachDatabase(config, say);
  } catch (fault) {
    if (!(fault instanceof DataInUse)) throw fault;
    return joined(config);
  }
}

/** The server that another program has started on the same data, over its socket. */
export function joined(config: Config): Server {
  const { dataDir, account } = placeData(resolve(join(config.dataDir, 'postgres')));
  const host = socketFolder(dataDir, account);
  const as = (user: string): PoolTarget => ({ host, port: 5432, user, database: 'continuum' });
  return {
    ...JOINED,
    owner: as('continuum_owner'),
    application: as('continuum_app'),
    generator: as('continuum_generator'),
  };
}
