import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { BackupFolders } from '../platform/database/backup/archive.ts';
import {
  type Backup,
  createBackup,
  lastArchived,
  listBackups,
  NoBackup,
  pruneBackups,
  verifyBackup,
} from '../platform/database/backup/backups.ts';
import { type Placement, placeData } from '../platform/database/embedded/placement.ts';
import { asOwner } from '../platform/database/migrate.ts';
import type { PoolTarget } from '../platform/database/pool.ts';
import { refuseWithoutRoom } from './backup-room.ts';
import type { Call, Say } from './call.ts';
import { backupFoldersOf } from './database.ts';
import { readOptions, WrongUse } from './options.ts';
import { withDatabase } from './with-database.ts';

/** Where the embedded database of this installation is, and its backups. */
export function backupsOf(config: Config): { placement: Placement; folders: BackupFolders } {
  if (config.databaseUrl !== undefined)
    throw new WrongUse(
      'Backups of a server named by DATABASE_URL are made with its own means: docs/backup.md',
    );
  const placement = placeData(join(config.dataDir, 'postgres'));
  return { placement, folders: backupFoldersOf(config, placement) };
}

/** Makes a backup of the running or the resting database, and removes the oldest beyond those that are kept. */
export async function backupCreate({ config, words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  await withDatabase(config, say, ({ owner }) => makeBackup(config, owner, say));
}

/** The same on a database that is reached already, and reads it through: what cannot be read is no backup. */
export async function makeBackup(config: Config, owner: PoolTarget | string, say: Say): Promise<Backup> {
  const { placement, folders } = backupsOf(config);
  const began = Date.now();
  const backup = await asOwner(owner, async (client) => {
    await refuseWithoutRoom(client, folders);
    return createBackup(client, placement, folders);
  });
  say(`${inWords(backup)}, made in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await verifyBackup(folders, backup);
  for (const name of pruneBackups(folders, config.backupKeep))
    say(`${name} was removed: ${config.backupKeep} are kept`);
  return backup;
}

/** Lists the backups, and the moments that can be gone back to. */
export async function backupList({ config, words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  const { folders } = backupsOf(config);
  const all = listBackups(folders);
  for (const backup of all) say(inWords(backup));
  const until = [all.at(-1)?.finishedAt ?? '', lastArchived(folders)?.toISOString() ?? ''].sort().at(-1);
  say(
    all.length === 0
      ? `There is no backup in ${folders.folder}.`
      : `Any moment from ${all[0]?.finishedAt} to ${until} can be restored, and later ones while the database’s own folder is there.`,
  );
}

/** Reads every backup through, or one. */
export async function backupVerify({ config, words, say }: Call): Promise<void> {
  const { name } = readOptions(words, z.strictObject({ name: z.string().optional() }));
  const { folders } = backupsOf(config);
  const asked = listBackups(folders).filter((backup) => name === undefined || backup.name === name);
  if (asked.length === 0) throw new NoBackup(`There is no such backup in ${folders.folder}.`);
  for (const backup of asked) {
    const pieces = await verifyBackup(folders, backup);
    say(
      `${backup.name} is whole: ${backup.files.length} files as they were copied, ${pieces} pieces of the log without a gap`,
    );
  }
}

function inWords({ name, finishedAt, bytes, files, verifiedAt }: Backup): string {
  const read = verifiedAt === undefined ? '' : `, read through at ${verifiedAt}`;
  return `${name}  whole at ${finishedAt}, ${(bytes / 1e6).toFixed(0)} MB in ${files.length} files${read}`;
}
