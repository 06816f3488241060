import { join } from 'node:path';

/** Where backups of an embedded database stand: whole copies in `base`, the log between and after them in `wal`. */
export type BackupFolders = { readonly folder: string; readonly base: string; readonly wal: string };

/** The folders below a folder of backups. */
export function backupFolders(folder: string): BackupFolders {
  return { folder, base: join(folder, 'base'), wal: join(folder, 'wal') };
}

/**
 * What the server is told about its log. Nothing is archived until the folder `wal` is there, which the first backup makes: a log without
 * a copy to begin from is of no use, and would only grow. Each piece appears whole and flushed, or not at all; a piece that is there
 * already was archived before a crash. A minute without a full piece closes the one begun, so that no more than a minute can be lost.
 */
export function archiveSettings({ wal }: BackupFolders): Readonly<Record<string, string>> {
  const at = (suffix: string) => quoted(join(wal, `%f${suffix}`));
  const packed = `gzip -1 -c "%p" > ${at('.part')} && ${flush(at('.part'))} && mv ${at('.part')} ${at('.gz')}`;
  const plain = `cp "%p" ${at('.part')} && ${flush(at('.part'))} && mv ${at('.part')} ${at('')}`;
  const command =
    `if [ -d ${quoted(wal)} ] && [ ! -f ${at('.gz')} ] && [ ! -f ${at('')} ]; ` +
    `then if command -v gzip >/dev/null 2>&1; then ${packed}; else ${plain}; fi; fi`;
  return { archive_mode: 'on', archive_timeout: '60', archive_command: command };
}

/** How a server that is being restored finds the log: in the archive, or what was not archived yet, with the database it came from. */
export function restoreCommand({ wal }: BackupFolders, original: string | undefined): string {
  const at = (suffix: string) => quoted(join(wal, `%f${suffix}`));
  const live = original === undefined ? undefined : quoted(join(original, 'pg_wal', '%f'));
  return (
    `if [ -f ${at('.gz')} ]; then gzip -dc ${at('.gz')} > "%p"; elif [ -f ${at('')} ]; then cp ${at('')} "%p"; ` +
    (live === undefined ? '' : `elif [ -f ${live} ]; then cp ${live} "%p"; `) +
    'else exit 1; fi'
  );
}

/** One file flushed where `sync` can do that, or all of them. */
function flush(file: string): string {
  return `{ sync ${file} 2>/dev/null || sync; }`;
}

/** For the shell in single quotes; `%` only means something to PostgreSQL where it stands alone, and `%f` and `%p` are put in by it. */
function quoted(path: string): string {
  const escaped = path.replace(/%(?!f(?:\.\w+)?$)/g, '%%').replaceAll("'", String.raw`'\''`);
  return `'${escaped}'`;
}
