import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '../embedded/account.ts';

/** One file of a copy. */
export type Copied = { readonly path: string; readonly size: number; readonly sha256: string };

/** What a copy consists of. */
export type Contents = { readonly directories: readonly string[]; readonly files: readonly Copied[] };

/** A file of a backup is not what it was when the backup was made. */
export class BackupDamaged extends Error {}

/** Belongs to a running server, or is made anew at its next start. Of `pg_wal` only the folder is kept: the log comes from the archive. */
const LEFT_OUT = /^(postmaster\.(pid|opts)|.*\/pgsql_tmp[^/]*|pgsql_tmp[^/]*|.*pg_internal\.init[^/]*)$/;
const EMPTIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
const AT_ONCE = 1 << 20;

/** Copies the files of a running database, between `pg_backup_start` and `pg_backup_stop`, and notes the SHA-256 of each. */
export async function copyCluster(from: string, to: string): Promise<Contents> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const directories: string[] = [];
  const files: Copied[] = [];
  for (const entry of await entriesOf(from)) {
    if (LEFT_OUT.test(entry.path)) continue;
    if (entry.directory) {
      mkdirSync(join(to, entry.path), { mode: 0o700 });
      directories.push(entry.path);
    } else if (!EMPTIED.test(entry.path)) {
      const copied = await copyFile(join(from, entry.path), join(to, entry.path));
      // A table may be dropped meanwhile: the log says so, and its file is not missed.
      if (copied !== undefined) files.push({ path: entry.path, ...copied });
    }
  }
  return { directories, files };
}

/** Puts a copy back as the files of an account, and refuses it at the first file that is not what was noted. */
export async function putBack(from: string, to: string, contents: Contents, account: Account): Promise<void> {
  const own = (path: string) => {
    if (account.steppedDown) chownSync(path, account.uid, account.gid);
  };
  mkdirSync(to, { mode: 0o700 });
  own(to);
  for (const directory of contents.directories) {
    mkdirSync(join(to, directory), { recursive: true, mode: 0o700 });
    own(join(to, directory));
  }
  for (const { path, sha256 } of contents.files) {
    const copied = await copyFile(join(from, path), join(to, path));
    if (copied?.sha256 !== sha256) throw damaged(path, copied === undefined);
    own(join(to, path));
  }
}

/** Reads every file of a copy and refuses it at the first that is not what was noted. */
export async function readThrough(from: string, contents: Contents): Promise<void> {
  for (const { path, sha256 } of contents.files) {
    const read = await copyFile(join(from, path), undefined);
    if (read?.sha256 !== sha256) throw damaged(path, read === undefined);
  }
}

function damaged(path: string, missing: boolean): BackupDamaged {
  return new BackupDamaged(`The file ${path} of the backup ${missing ? 'is missing' : 'was changed'}.`);
}

type Entry = { readonly path: string; readonly directory: boolean };

async function entriesOf(folder: string, below = ''): Promise<Entry[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(orNothing);
  const found: Entry[] = [];
  for (const entry of entries ?? []) {
    const path = join(below, entry.name);
    found.push({ path, directory: entry.isDirectory() });
    if (entry.isDirectory()) found.push(...(await entriesOf(folder, path)));
  }
  return found;
}

/** Copies one file, or with no target only reads it. Nothing if it is not there. */
async function copyFile(from: string, to: string | undefined): Promise<Omit<Copied, 'path'> | undefined> {
  const source = await open(from, 'r').catch(orNothing);
  if (source === undefined) return undefined;
  const target = to === undefined ? undefined : await open(to, 'wx', 0o600);
  try {
    return await pass(source, target);
  } finally {
    await source.close();
    await target?.close();
  }
}

async function pass(source: FileHandle, target: FileHandle | undefined): Promise<Omit<Copied, 'path'>> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(AT_ONCE);
  let size = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, AT_ONCE);
    if (bytesRead === 0) break;
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await target?.writeFile(part);
    size += bytesRead;
  }
  return { size, sha256: hash.digest('hex') };
}

function orNothing(fault: unknown): undefined {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
  throw fault;
}

/** Flushes everything on the disk of a folder at once: a database has thousands of small files, and one by one they took a minute. */
export async function flushDisk(folder: string): Promise<void> {
  await promisify(execFile)('/bin/sh', ['-c', 'sync -f "$1" 2>/dev/null || sync', 'sh', folder]);
}
