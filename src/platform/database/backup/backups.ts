import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { makePrivateFolder, type Placement } from '../embedded/placement.ts';
import type { BackupFolders } from './archive.ts';
import { copyCluster, flushDisk, readThrough } from './cluster-copy.ts';
import { isBefore, isPiece, nextPiece, pieceOf } from './wal-names.ts';

/** A backup cannot be made, found or relied on; the message says why. */
export class NoBackup extends Error {}

const NOTE = 'backup.json';
const VERIFIED = 'verified.json';
const LONGEST_WAIT_FOR_THE_LOG = '10min';

const Noted = z.object({
  name: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  major: z.number(),
  firstPiece: z.string(),
  lastPiece: z.string(),
  pieceSize: z.number(),
  bytes: z.number(),
  directories: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});

/** A backup as its own note tells of it, and when it was last read through. */
export type Backup = z.infer<typeof Noted> & { readonly verifiedAt?: string };

/** Copies a running database, whole or not at all, and begins to archive its log if that has not begun. The client is the owner's. */
export async function createBackup(
  client: pg.Client,
  { dataDir, account }: Placement,
  folders: BackupFolders,
): Promise<Backup> {
  makeRoom(folders, account);
  await refuseUnarchived(client, folders);
  const asked =
    await client.query(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24-MI-SS') as now,
    current_setting('server_version_num')::int / 10000 as major, pg_size_bytes(current_setting('wal_segment_size'))::int as size`);
  const { now, major, size } = asked.rows[0];
  const name = `${now}Z`;
  const making = join(folders.base, `${name}.making`);
  rmSync(making, { recursive: true, force: true });
  try {
    const start = await askInstant(client, "pg_backup_start('continuum', true)");
    const contents = await copyCluster(dataDir, join(making, 'data'));
    const stop = await stopBackup(client, join(making, 'data'));
    const backup: Backup = {
      name,
      startedAt: start.at,
      finishedAt: stop.at,
      major,
      firstPiece: start.piece,
      lastPiece: stop.piece,
      pieceSize: size,
      bytes: contents.files.reduce((sum, file) => sum + file.size, 0),
      directories: [...contents.directories],
      files: [...contents.files, ...stop.files],
    };
    writeFileSync(join(making, NOTE), JSON.stringify(backup));
    await flushDisk(making);
    renameSync(making, join(folders.base, name));
    await flushDisk(folders.base);
    return backup;
  } catch (fault) {
    rmSync(making, { recursive: true, force: true });
    throw fault;
  }
}

/** As root the database runs under another account: it may pass through to the log, and cannot reach the copies. */
function makeRoom({ folder, base, wal }: BackupFolders, account: Placement['account']): void {
  mkdirSync(folder, { recursive: true, mode: account.steppedDown ? 0o711 : 0o700 });
  mkdirSync(base, { recursive: true, mode: 0o700 });
  if (!existsSync(wal)) makePrivateFolder(wal, account);
}

async function refuseUnarchived(client: pg.Client, { wal }: BackupFolders): Promise<void> {
  const found = await client.query(
    "select current_setting('archive_mode') as mode, current_setting('archive_command') as command",
  );
  const { mode, command } = found.rows[0];
  if (mode === 'on' && String(command).includes(wal.replaceAll('%', '%%'))) return;
  throw new NoBackup(
    `The running program does not archive its log to ${wal}. Stop it and start it again with the same BACKUP_DIR.`,
  );
}

type Instant = { readonly at: string; readonly piece: string };

async function askInstant(client: pg.Client, act: string): Promise<Instant> {
  const found = await client.query(
    `select pg_walfile_name(lsn) as piece, ${INSTANT} as at from (select ${act} as lsn offset 0) done`,
  );
  return found.rows[0];
}

const INSTANT = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Ends the backup, waits until its log is archived, and puts the server's own label into the copy: without it the copy is not one. */
async function stopBackup(client: pg.Client, copy: string): Promise<Instant & Pick<Backup, 'files'>> {
  await client.query(`set statement_timeout = '${LONGEST_WAIT_FOR_THE_LOG}'`);
  const found = await client.query(
    `select pg_walfile_name(lsn) as piece, ${INSTANT} as at, labelfile, spcmapfile from pg_backup_stop(true)`,
  );
  const { piece, at, labelfile, spcmapfile } = found.rows[0];
  const files = [
    { path: 'backup_label', text: String(labelfile) },
    ...(spcmapfile ? [{ path: 'tablespace_map', text: String(spcmapfile) }] : []),
  ].map(({ path, text }) => {
    writeFileSync(join(copy, path), text, { mode: 0o600, flush: true });
    return { path, size: text.length, sha256: createHash('sha256').update(text).digest('hex') };
  });
  return { piece, at, files };
}

/** Every whole backup, oldest first. */
export function listBackups({ base }: BackupFolders): readonly Backup[] {
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((name) => existsSync(join(base, name, NOTE)) && !name.endsWith('.making'))
    .sort()
    .map((name) => ({
      ...Noted.parse(JSON.parse(readFileSync(join(base, name, NOTE), 'utf8'))),
      ...verificationOf(join(base, name, VERIFIED)),
    }));
}

function verificationOf(file: string): { verifiedAt?: string } {
  return existsSync(file)
    ? z.object({ verifiedAt: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')))
    : {};
}

/** The folder of the copied files of a backup. */
export function dataOf({ base }: BackupFolders, { name }: Backup): string {
  return join(base, name, 'data');
}

/** The instant at which the last piece of the log was archived; nothing where none is. */
export function lastArchived({ wal }: BackupFolders): Date | undefined {
  const newest = piecesIn(wal).at(-1);
  return newest === undefined ? undefined : statSync(join(wal, newest)).mtime;
}

/**
 * Reads a backup through: every file is what was noted, and the log from its beginning on is there without a gap. Gives the number of pieces.
 * It is noted beside it that it was read. That it can be restored is only shown by restoring it.
 */
export async function verifyBackup(folders: BackupFolders, backup: Backup): Promise<number> {
  await readThrough(dataOf(folders, backup), backup);
  const there = new Set(piecesIn(folders.wal).map((file) => file.slice(0, 24)));
  const timeline = backup.firstPiece.slice(0, 8);
  const newest =
    [...there]
      .filter((piece) => piece.startsWith(timeline))
      .sort()
      .at(-1) ?? '';
  const last = isBefore(newest, backup.lastPiece) ? backup.lastPiece : newest;
  let pieces = 0;
  for (let piece = backup.firstPiece; piece <= last; piece = nextPiece(piece, backup.pieceSize)) {
    if (!there.has(piece))
      throw new NoBackup(`The log of backup ${backup.name} has a gap: ${piece} is missing.`);
    pieces += 1;
  }
  const verified = { verifiedAt: new Date().toISOString() };
  writeFileSync(join(folders.base, backup.name, VERIFIED), JSON.stringify(verified), { mode: 0o600 });
  return pieces;
}

/** Keeps the newest backups, removes those before, and the log that none of the kept ones needs. Gives the names of what went. */
export function pruneBackups(folders: BackupFolders, keep: number): readonly string[] {
  const all = listBackups(folders);
  const gone = all.slice(0, Math.max(0, all.length - keep));
  for (const { name } of gone) rmSync(join(folders.base, name), { recursive: true, force: true });
  const oldest = all[gone.length];
  if (oldest === undefined) return [];
  for (const file of readdirSync(folders.wal)) {
    const piece = pieceOf(file);
    if (piece !== undefined && isBefore(piece, oldest.firstPiece)) rmSync(join(folders.wal, file));
  }
  return gone.map(({ name }) => name);
}

function piecesIn(wal: string): string[] {
  return existsSync(wal) ? readdirSync(wal).filter(isPiece).sort() : [];
}
