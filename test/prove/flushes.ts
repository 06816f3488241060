import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded/embedded.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import { refuseUnsafe } from '../../src/platform/database/safe-settings.ts';
import type { Proof } from './proof.ts';

const COMMITS = 200;
const OWNER = 'continuum_owner';
const SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Flushing is counted by the database itself, for the one connection that commits. Power itself cannot be taken away here. */
export const G2: Proof = {
  id: 'G2',
  goal: `Each of ${COMMITS} commits, one after the other, flushes the log before it is acknowledged, and the program refuses a database that would not: each setting switched off alone.`,
  seed: 'none: one commit after the other',
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'continuum-flushes-'));
    // As root the database runs under another account, which must be able to enter.
    chmodSync(folder, 0o755);
    const faults: string[] = [];
    try {
      const flushed = await withServer(folder, {}, (client) => flushesOf(client, 'on'));
      const hoped = await withServer(folder, {}, (client) => flushesOf(client, 'off'));
      say(`${flushed} flushes of ${COMMITS} commits, ${hoped} without waiting`);
      if (flushed < COMMITS) faults.push(`${COMMITS} commits, ${flushed} flushes`);
      if (hoped >= COMMITS) faults.push(`the control counted ${hoped} flushes`);
      await withServer(folder, {}, refuseUnsafe);
      for (const setting of SETTINGS) {
        const refused = await withServer(folder, { [setting]: 'off' }, (client) =>
          refuseUnsafe(client).then(() => '', (fault: Error) => fault.message),
        );
        say(`${setting} off: ${refused === '' ? 'taken' : 'refused'}`);
        if (!refused.includes(`${setting} is off`)) faults.push(`${setting} off was taken: ${refused}`);
      }
      return {
        attempts: COMMITS + SETTINGS.length,
        failures: faults.length,
        figures: {
          'Commits': COMMITS,
          'Flushes of the log by that connection': flushed,
          'Settings switched off, each alone, and refused': SETTINGS.length,
          'Control, without waiting for the flush: flushes': hoped,
        },
        faults,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
}; // biome-ignore format: an expression reads in one line

async function withServer<Result>(folder: string, settings: Readonly<Record<string, string>>, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const server = await startEmbedded({ dataDir: folder, settings: () => settings, log: () => undefined });
  try {
    return await asOwner(server.url('postgres', OWNER), work);
  } finally {
    await server.stop();
  }
} // biome-ignore format: a signature reads in one line

/** How often one connection flushed the log while it committed one row after the other. */
async function flushesOf(client: pg.Client, waits: 'on' | 'off'): Promise<number> {
  await client.query('create table if not exists flushed (n integer)');
  await client.query(`set synchronous_commit = ${waits}`);
  const before = await walFlushes(client);
  for (let n = 0; n < COMMITS; n += 1) await client.query('insert into flushed values ($1)', [n]);
  return (await walFlushes(client)) - before;
}

async function walFlushes(client: pg.Client): Promise<number> {
  await client.query('select pg_stat_force_next_flush()');
  await client.query('select 1');
  const { rows } = await client.query<{ fsyncs: string | null }>(
    "select sum(fsyncs) as fsyncs from pg_stat_get_backend_io(pg_backend_pid()) where object = 'wal'",
  );
  return Number(rows[0]?.fsyncs ?? 0);
}
