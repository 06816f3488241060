import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type pg from 'pg';
import type { BackupFolders } from '../platform/database/backup/archive.ts';

/** A backup would leave too little room on its disk, which the records may share: a full disk stops everybody's work. */
export class NoRoomForBackup extends Error {
  override readonly name = 'NoRoomForBackup';
}

/** What is left free in any case. Bytes. */
const LEFT_FREE = 1_000_000_000;

/** What another backup needs and what is free where it would stand; in bytes. */
export async function roomForBackup(
  client: pg.Client,
  { folder }: Pick<BackupFolders, 'folder'>,
): Promise<{ readonly needed: number; readonly free: number }> {
  const found = await client.query('select sum(pg_database_size(oid))::float8 as bytes from pg_database');
  const { bavail, bsize } = statfsSync(nearest(folder));
  return { needed: found.rows[0].bytes + LEFT_FREE, free: bavail * bsize };
}

/** Refuses a backup for which there is too little room, before anything of it is written. */
export async function refuseWithoutRoom(client: pg.Client, folders: BackupFolders): Promise<void> {
  const { needed, free } = await roomForBackup(client, folders);
  if (free < needed)
    throw new NoRoomForBackup(`${tooLittle({ needed, free })}. Name another disk with BACKUP_DIR.`);
}

/** Too little room, in words. */
export function tooLittle({ needed, free }: { readonly needed: number; readonly free: number }): string {
  const inGigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  return `the next backup needs ${inGigabytes(needed)} and ${inGigabytes(free)} are free`;
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}
