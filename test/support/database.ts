import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { addAuthority } from '../../src/platform/authority/authorities.ts';
import { startEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { asOwner, migrate } from '../../src/platform/database/migrate.ts';
import { addStaff } from './staff.ts';

declare module 'vitest' {
  interface ProvidedContext {
    socket: string;
  }
}

export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');
export const TEMPLATE = 'template_island';
export const OWNER = 'continuum_owner';

/**
 * Starts one server for all test files (nothing durable) and makes the template that each file clones. TEST_PG_BIN names another
 * PostgreSQL than the packaged one: `npm test` runs what speaks SQL on the oldest that the machine has, too.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-test-'));
  const server = await startEmbedded({
    dataDir: folder,
    binaries: process.env['TEST_PG_BIN'],
    durable: false,
    log: () => undefined,
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
  project.provide('socket', owner.host);
  return async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}
