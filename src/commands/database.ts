import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import { archiveSettings, type BackupFolders, backupFolders } from '../platform/database/backup/archive.ts';
import { startEmbedded } from '../platform/database/embedded/embedded.ts';
import type { Placement } from '../platform/database/embedded/placement.ts';
import { asOwner } from '../platform/database/migrate.ts';
import type { PoolTarget } from '../platform/database/pool.ts';

/** The database a command works on: reached as its owner, as the application, and as the generator of islands. */
export type Server = {
  readonly owner: PoolTarget | string;
  readonly application: PoolTarget | string;
  readonly generator: PoolTarget | string;
  readonly embedded: boolean;
  /** Resolves with the reason if the embedded server is lost; never for an external one. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

export const NAME = 'continuum';
export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');
export const ASSETS = join(import.meta.dirname, '..', '..', 'dist', 'assets');

/** Reaches the external server that the configuration names, or starts the embedded one. */
export async function reachDatabase(config: Config, log: (line: string) => void): Promise<Server> {
  if (config.databaseUrl !== undefined) {
    const url = config.databaseUrl;
    return {
      owner: url,
      application: url,
      generator: url,
      embedded: false,
      lost: new Promise(() => undefined),
      stop: async () => undefined,
    };
  }
  const server = await startEmbedded({
    dataDir: join(config.dataDir, 'postgres'),
    binaries: config.pgBin,
    settings: (placement) => archiveSettings(backupFoldersOf(config, placement)),
    log,
  });
  const owner = server.url(NAME, 'continuum_owner');
  await makeDatabase(server.url('postgres', 'continuum_owner'));
  return {
    owner,
    application: server.url(NAME, 'continuum_app'),
    generator: server.url(NAME, 'continuum_generator'),
    embedded: true,
    lost: server.lost,
    stop: () => server.stop(),
  };
}

/** Where the embedded database is, or would be, and its backups. */
export function backupFoldersOf(
  config: Pick<Config, 'backupDir'>,
  { dataDir }: Pick<Placement, 'dataDir'>,
): BackupFolders {
  return backupFolders(config.backupDir ?? join(dirname(dataDir), 'backups'));
}

async function makeDatabase(target: PoolTarget): Promise<void> {
  await asOwner(target, async (client) => {
    const there = await client.query('select from pg_database where datname = $1', [NAME]);
    if (there.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(NAME)}`);
  });
}
