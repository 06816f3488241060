import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { OWNER } from '../embedded/cluster.ts';
import { type EmbeddedServer, startEmbedded } from '../embedded/embedded.ts';
import { placeData } from '../embedded/placement.ts';
import { archiveSettings, backupFolders } from './archive.ts';
import { createBackup, listBackups, pruneBackups, verifyBackup } from './backups.ts';
import { backupFor, restore } from './restoring.ts';
import { lookThrough } from './soundness.ts';
import { isBefore, nextPiece } from './wal-names.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** In memory where there is room: nothing here is about power cuts. */
function newFolder(name = ''): string {
  const folder = mkdtempSync(
    join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `continuum-backup-${name}`),
  );
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('The log that is archived', () => {
  const archive = (folder: string, piece: string) => {
    const { archive_command: command } = archiveSettings(backupFolders(folder));
    const text = (command ?? '').replace(
      /%([%fp])/g,
      (_, what) => ({ '%': '%', f: 'PIECE', p: piece })[String(what)] ?? '',
    );
    execFileSync('/bin/sh', ['-c', text]);
  };

  it('goes nowhere, and well, until a backup has made its folder; then each piece is there once and whole', () => {
    const folder = join(newFolder(), "it's 5%f of a folder");
    const piece = join(newFolder(), 'piece');
    writeFileSync(piece, 'the log');
    archive(folder, piece);
    expect(existsSync(folder)).toBe(false);
    mkdirSync(backupFolders(folder).wal, { recursive: true });
    archive(folder, piece);
    const kept = join(backupFolders(folder).wal, 'PIECE.gz');
    expect(String(execFileSync('gzip', ['-dc', kept]))).toBe('the log');
    utimesSync(kept, 0, 0);
    archive(folder, piece);
    expect(readdirSync(backupFolders(folder).wal)).toEqual(['PIECE.gz']);
  });

  it('is counted as the server counts it', () => {
    const size = 16 * 1024 ** 2;
    expect(nextPiece('000000010000000000000004', size)).toBe('000000010000000000000005');
    expect(nextPiece('0000000100000000000000FF', size)).toBe('000000010000000100000000');
    expect(isBefore('000000020000000000000004', '000000010000000000000005')).toBe(true);
  });
});

describe('A backup', () => {
  it('brings everything back as it was at a moment before a mass delete, and nothing of later', {
    timeout: 120_000,
  }, async () => {
    const folder = newFolder();
    const folders = backupFolders(join(folder, 'backups'));
    const server = await started(join(folder, 'postgres'), () => archiveSettings(folders));
    const rows = (on: EmbeddedServer, sql: string) =>
      asked(on, (client) => client.query(sql)).then((found) => found.rows);
    await rows(server, 'create table note (n integer primary key)');
    await rows(server, 'insert into note select generate_series(1, 1000)');
    const placement = placeData(join(folder, 'postgres'));
    const backup = await asked(server, (client) => createBackup(client, placement, folders));
    expect(listBackups(folders)[0]?.verifiedAt).toBeUndefined();
    expect(await verifyBackup(folders, backup)).toBeGreaterThan(0);
    expect(Date.parse(listBackups(folders)[0]?.verifiedAt ?? '')).toBeGreaterThan(
      Date.parse(backup.finishedAt),
    );
    await rows(server, 'insert into note select generate_series(1001, 1500)');
    const [{ before }] = await rows(server, 'select to_json(clock_timestamp()) as before');
    await rows(server, 'delete from note; insert into note values (9999)');
    const into = join(newFolder('into-'), 'postgres');
    const restored = await restore({
      folders,
      to: before,
      into,
      original: server.dataDir,
      binaries: undefined,
      log: () => {},
    });
    undo.push(() => restored.server.stop());
    expect(await rows(restored.server, 'select count(*)::int as count, max(n) as most from note')).toEqual([
      { count: 1500, most: 1500 },
    ]);
    expect(await rows(restored.server, 'select pg_is_in_recovery() as follows')).toEqual([
      { follows: false },
    ]);
    expect(await asked(restored.server, lookThrough)).toMatchObject({
      indexesTried: true,
      faults: [],
      indexes: 1,
    });
    await expect(
      restore({ folders, to: before, into, original: undefined, binaries: undefined, log: () => {} }),
    ).rejects.toThrow('holds something already');
    expect(() => backupFor(folders, '2020-01-01T00:00:00Z')).toThrow('nothing before can be restored');

    const file = join(folders.base, backup.name, 'data', 'PG_VERSION');
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    await expect(verifyBackup(folders, backup)).rejects.toThrow('PG_VERSION of the backup was changed');
    const [old] = readdirSync(folders.wal).filter((name) => name.includes(backup.firstPiece));
    await asked(server, (client) => createBackup(client, placement, folders));
    expect(pruneBackups(folders, 1)).toEqual([backup.name]);
    expect(listBackups(folders)).toHaveLength(1);
    expect(readdirSync(folders.wal)).not.toContain(old);
  });
});

async function started(
  dataDir: string,
  settings: () => Readonly<Record<string, string>>,
): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, settings, log: () => {} });
  undo.push(() => server.stop());
  return server;
}

async function asked<Result>(
  server: EmbeddedServer,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(server.url('postgres', OWNER));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
