import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '../embedded/embedded.ts';
import { DatabaseCannotStart } from '../embedded/fault.ts';
import { makeFolders, placeData } from '../embedded/placement.ts';
import { type BackupFolders, restoreCommand } from './archive.ts';
import { type Backup, dataOf, listBackups, NoBackup } from './backups.ts';
import { flushDisk, putBack } from './cluster-copy.ts';

/** What is restored, to when, and into which folder. */
export type Restoring = {
  readonly folders: BackupFolders;
  /** An instant with its zone, or `latest`: everything that was kept. */
  readonly to: string;
  readonly into: string;
  /** The database that the backup was made of, if it is still there: its log may hold what was not archived yet. */
  readonly original: string | undefined;
  readonly binaries: string | undefined;
  log(line: string): void;
};

/** A restored database that runs, and the instant of the last transaction in it, as PostgreSQL said it. */
export type Restored = {
  readonly server: EmbeddedServer;
  readonly backup: Backup;
  readonly last: string | undefined;
};

const TOO_EARLY = 'recovery ended before configured recovery target was reached';

/** Restores into a folder that holds nothing yet, and leaves the server running. */
export async function restore(asked: Restoring): Promise<Restored> {
  const backup = backupFor(asked.folders, asked.to);
  const dataDir = await copyBack(asked, backup);
  let last: string | undefined;
  const start = (to: string) =>
    startEmbedded({
      dataDir: asked.into,
      binaries: asked.binaries,
      settings: () => recoverySettings(asked, to),
      log: asked.log,
      hear: (line) => {
        last = /last completed transaction was at log time (.*)$/.exec(line)?.[1] ?? last;
      },
    });
  try {
    return { server: await start(asked.to), backup, last };
  } catch (fault) {
    if (!(fault instanceof DatabaseCannotStart) || !fault.message.includes(TOO_EARLY)) throw fault;
    asked.log(`Nothing was kept that came after ${asked.to}: everything that was kept is restored.`);
    rmSync(join(dataDir, 'postmaster.pid'), { force: true });
    return { server: await start('latest'), backup, last };
  }
}

/** The newest backup that was whole at the instant. */
export function backupFor(folders: BackupFolders, to: string): Backup {
  const all = listBackups(folders);
  const before = all.filter(({ finishedAt }) => to === 'latest' || Date.parse(finishedAt) <= Date.parse(to));
  const newest = before.at(-1);
  if (newest !== undefined) return newest;
  throw new NoBackup(
    all.length === 0
      ? `There is no backup in ${folders.folder}.`
      : `The oldest backup was whole at ${all[0]?.finishedAt}: nothing before can be restored.`,
  );
}

async function copyBack({ folders, into }: Restoring, backup: Backup): Promise<string> {
  const placement = placeData(into);
  const { dataDir, account } = placement;
  if (placement.alreadyThere || (existsSync(dataDir) && readdirSync(dataDir).length > 0))
    throw new NoBackup(`The folder ${dataDir} holds something already. Restore into an empty one.`);
  makeFolders(dirname(dataDir), account);
  const making = `${dataDir}.making-${process.pid}`;
  try {
    await putBack(dataOf(folders, backup), making, backup, account);
    const signal = join(making, 'recovery.signal');
    writeFileSync(signal, '', { mode: 0o600, flush: true });
    if (account.steppedDown) await chown(signal, account.uid, account.gid);
    await flushDisk(making);
    renameSync(making, dataDir);
    await flushDisk(dirname(dataDir));
  } catch (fault) {
    rmSync(making, { recursive: true, force: true });
    throw fault;
  }
  return dataDir;
}

/** Nothing is archived while it recovers: what is tried out must leave no trace in the archive it comes from. */
function recoverySettings({ folders, original }: Restoring, to: string): Readonly<Record<string, string>> {
  return {
    archive_mode: 'off',
    restore_command: restoreCommand(folders, original),
    recovery_target_action: 'promote',
    ...(to === 'latest' ? {} : { recovery_target_time: forServer(to) }),
  };
}

/** At its start the server knows no names of zones, `Z` among them. */
function forServer(instant: string): string {
  return instant.replace('T', ' ').replace(/Z$/, '+00');
}
