import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { addAuthority } from '../../src/platform/authority/authorities.ts';
import { startEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { asOwner, migrate } from '../../src/platform/database/migrate.ts';
import type { PoolTarget } from '../../src/platform/database/pool.ts';
import { addStaff } from './staff.ts';

declare module 'vitest' {
  interface ProvidedContext {
    socket: string;
  }
}

export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');
const TEMPLATE = 'template_island';
export const OWNER = 'continuum_owner';
/** What two workers of the tests may fill at once, generously. Bytes. */
const ROOM = 3 * 1024 ** 3;
/** As `/tmp` is: another user, as whom a database may run, can enter. */
const EVERYBODYS = 0o1777;

/**
 * Starts one server for all test files (nothing durable) and makes the template that each file clones. TEST_PG_BIN names another
 * PostgreSQL than the packaged one: `npm test` runs what speaks SQL on the oldest that the machine has, too.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const fast = fastFolder();
  const folder = mkdtempSync(join(fast, 'continuum-test-'));
  const temporary = mkdtempSync(join(fast, 'continuum-temporary-'));
  chmodSync(temporary, EVERYBODYS);
  // Each browser writes a profile of hundreds of small files, too.
  process.env['TMPDIR'] = temporary;
  const server = await startEmbedded({
    dataDir: folder,
    binaries: process.env['TEST_PG_BIN'],
    durable: false,
    log: () => undefined,
    hear: heardIn(process.env['TEST_PG_LOG']),
  });
  const owner = server.url(TEMPLATE, OWNER);
  await asOwner(server.url('postgres', OWNER), (client) => client.query(`create database ${TEMPLATE}`));
  await migrate(owner, MIGRATIONS);
  await addAuthority(
    owner,
    { schema: 'island', title: 'Test island', profile: 'jersey', demonstration: true },
    MIGRATIONS,
  );
  await asOwner(owner, addStaff);
  // Nobody may be connected to what is copied, or the copy is refused: neither a test nor the server's own cleaning.
  await asOwner(server.url('postgres', OWNER), (client) =>
    client.query(`alter database ${TEMPLATE} with allow_connections false`),
  );
  project.provide('socket', owner.host);
  return async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    rmSync(temporary, { recursive: true, force: true });
  };
}

/** What the server says goes into a file where one is named: the proof G24 looks into it for what was typed. */
function heardIn(file: string | undefined): (line: string) => void {
  return file === undefined ? () => undefined : (line) => appendFileSync(file, `${line}\n`);
}

/** Each clone writes some thirteen hundred small files: a second of work on a disk, a twentieth of it in memory, where there is room. */
function fastFolder(): string {
  const inMemory = '/dev/shm';
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > ROOM ? inMemory : tmpdir();
}

/** A database of its own, cloned from the template. */
export type Clone = {
  readonly database: string;
  target(user: string): PoolTarget;
  drop(): Promise<void>;
};

/** Clones the template, or another database that nobody is connected to, on the server at a socket. Drop it when the file is done. */
export async function cloneTemplate(host: string, template = TEMPLATE): Promise<Clone> {
  const database = `island_${randomBytes(6).toString('hex')}`;
  const target = (user: string, name = database): PoolTarget => ({ host, port: 5432, user, database: name });
  const asAdmin = (sql: string) => asOwner(target(OWNER, 'postgres'), (client) => client.query(sql));
  await asAdmin(`create database ${database} template ${template} strategy file_copy`);
  return {
    database,
    target,
    drop: async () => {
      await asAdmin(`drop database ${database} with (force)`);
    },
  };
}
