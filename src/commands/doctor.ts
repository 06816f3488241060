import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { lastAnchor } from '../platform/audit/anchors.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import { listBackups } from '../platform/database/backup/backups.ts';
import { asOwner } from '../platform/database/migrate.ts';
import { refuseUnsafe, UnsafeDatabase } from '../platform/database/safe-settings.ts';
import { telltaleSettings } from '../platform/database/silent-log.ts';
import type { Authority } from '../platform/web/context.ts';
import { checkProfile } from '../profile/check-profile.ts';
import { backupsOf } from './backup.ts';
import { roomForBackup, tooLittle } from './backup-room.ts';
import type { Call } from './call.ts';
import { MIGRATIONS } from './database.ts';
import { keyFileOf } from './heads.ts';
import { readOptions } from './options.ts';
import { pendingMigrations } from './pending-migrations.ts';
import { withDatabase } from './with-database.ts';

/** One thing looked at: whether it is well, and what was seen, in one line. */
export type Finding = { readonly well: boolean; readonly what: string; readonly seen: string };

/** Something needs somebody's attention; the lines above say what. */
export class NotWell extends Error {}

const LEAST_FREE_BYTES = 1_000_000_000;
const LONGEST_UNSEALED_SECONDS = 5;
const LONGEST_INSIDE_SECONDS = 120;
const LONGEST_WITHOUT_BACKUP_HOURS = 26;
const LONGEST_OVERDUE_SECONDS = 600;
const LARGEST_CLOCK_GAP_SECONDS = 2;

/** Looks at an installation and says what it sees, one line a thing. Changes nothing. Ends with a fault if anything is not well. */
export async function doctor({ config, words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  const findings = await withDatabase(config, say, ({ owner }) =>
    asOwner(owner, (client) => examine(client, config)),
  );
  findings.push(disk(config.dataDir), sourceBeside(PROGRAM, config.demonstration));
  for (const { well, what, seen } of findings)
    say(`${well ? 'well     ' : 'LOOK HERE'}  ${what.padEnd(32)} ${seen}`);
  const ill = findings.filter(({ well }) => !well).length;
  if (ill > 0) throw new NotWell(`${ill} of ${findings.length} things need somebody's attention`);
}

async function examine(client: pg.Client, config: Config): Promise<Finding[]> {
  const findings = [
    await version(client),
    await settings(client),
    await log(client),
    await clock(client),
    await backups(client, config),
  ];
  const pending = await pendingMigrations(client, MIGRATIONS);
  findings.push({
    well: pending.length === 0,
    what: 'migrations',
    seen: pending.join('; ') || 'all applied',
  });
  if (pending.length > 0) return findings;
  for (const authority of await authoritiesIn(client))
    findings.push(
      profile(authority),
      timeZone(authority),
      await audit(client, authority),
      await heads(client, authority, config),
      await outbox(client, authority),
    );
  return findings;
}

async function version(client: pg.Client): Promise<Finding> {
  const found = await client.query(
    "select current_setting('server_version_num')::int as number, version() as words",
  );
  const { number, words } = found.rows[0];
  return { well: number >= 150_000, what: 'PostgreSQL', seen: String(words).split(' on ')[0] ?? '' };
}

async function settings(client: pg.Client): Promise<Finding> {
  const what = 'what is acknowledged is kept';
  try {
    await refuseUnsafe(client);
    return { well: true, what, seen: 'fsync, full pages, synchronous commit and checksums are on' };
  } catch (fault) {
    if (!(fault instanceof UnsafeDatabase)) throw fault;
    return { well: false, what, seen: fault.message };
  }
}

async function log(client: pg.Client): Promise<Finding> {
  const telltale = await telltaleSettings(client);
  return {
    well: telltale.length === 0,
    what: 'log of the database',
    seen:
      telltale.length === 0
        ? 'tells nothing that was typed'
        : `may tell what was typed: ${telltale.join(', ')}`,
  };
}

async function clock(client: pg.Client): Promise<Finding> {
  const found = await client.query('select clock_timestamp() as at');
  const gap = Math.abs(found.rows[0].at.getTime() - Date.now()) / 1000;
  return {
    well: gap <= LARGEST_CLOCK_GAP_SECONDS,
    what: 'clocks of program and database',
    seen: `${gap.toFixed(1)} seconds apart`,
  };
}

function profile({ schema, profile: used }: Authority): Finding {
  const problems = checkProfile(used).map(({ field, message }) => `${field}: ${message}`);
  return { well: problems.length === 0, what: `profile of ${schema}`, seen: problems.join('; ') || used.id };
}

function timeZone({ schema, profile: { calendar } }: Authority): Finding {
  const now = new Date().toLocaleString('en-GB', {
    timeZone: calendar.zone,
    timeStyle: 'short',
    dateStyle: 'medium',
  });
  return { well: true, what: `time in ${schema}`, seen: `${now}, ${calendar.zone}` };
}

async function audit(client: pg.Client, { schema }: Authority): Promise<Finding> {
  const found = await client.query(`
    with last as (select last_xid, last_n from ${schema}.audit_seal order by n desc limit 1)
    select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::int as seconds
      from ${schema}.audit where (xid, n) > (coalesce((select last_xid from last), '0'::xid8), coalesce((select last_n from last), 0))`);
  const { waiting, seconds } = found.rows[0];
  return {
    well: seconds <= LONGEST_UNSEALED_SECONDS,
    what: `audit of ${schema}`,
    seen:
      waiting === 0 ? 'every row is sealed' : `${waiting} rows not sealed, the oldest ${seconds} seconds old`,
  };
}

async function heads(client: pg.Client, { schema }: Authority, config: Config): Promise<Finding> {
  const what = `heads of ${schema} outside`;
  if (keyFileOf(config) === undefined)
    return { well: false, what, seen: 'none leaves: name a key with AUDIT_KEY_FILE' };
  const last = await lastAnchor(config.auditHeads, schema);
  const found = await client.query(
    `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(sealed_at)), 0)::int as seconds
       from ${schema}.audit_seal where n > $1`,
    [last?.seal ?? 0],
  );
  const { waiting, seconds } = found.rows[0];
  const seen = last === undefined ? 'none has left' : `the last left at ${last.at}`;
  return {
    well: seconds <= LONGEST_INSIDE_SECONDS,
    what,
    seen: waiting === 0 ? seen : `${seen}; ${waiting} seals since, the oldest ${seconds} seconds old`,
  };
}

async function outbox(client: pg.Client, { schema }: Authority): Promise<Finding> {
  const found = await client.query(`
    select count(*)::int as waiting, count(*) filter (where tries > 0)::int as failed,
           coalesce(extract(epoch from clock_timestamp() - min(leaves_at)), 0)::int as seconds
      from ${schema}.outbox where sent_at is null and cancelled_at is null`);
  const { waiting, failed, seconds } = found.rows[0];
  return {
    well: seconds <= LONGEST_OVERDUE_SECONDS,
    what: `outbox of ${schema}`,
    seen: waiting === 0 ? 'nothing is waiting' : `${waiting} waiting, ${failed} of them failed before`,
  };
}

/** A demonstration need not be kept. Anything else wants a backup of the last night that was read through, and room for the next. */
async function backups(client: pg.Client, config: Config): Promise<Finding> {
  const what = 'backups';
  if (config.databaseUrl !== undefined)
    return {
      well: true,
      what,
      seen: 'not made here: a server named by DATABASE_URL has its own (docs/backup.md)',
    };
  const { folders } = backupsOf(config);
  const newest = listBackups(folders).at(-1);
  const room = await roomForBackup(client, folders);
  const wanting = room.free < room.needed ? [tooLittle(room)] : [];
  if (newest === undefined) {
    const first = config.demonstration
      ? '`continuum backup create` begins them'
      : 'the first is made tonight, or by `continuum backup create`';
    return { well: config.demonstration, what, seen: [`none: ${first}`, ...wanting].join('; ') };
  }
  const hours = (Date.now() - Date.parse(newest.finishedAt)) / 3_600_000;
  const read =
    newest.verifiedAt === undefined ? 'and was not read through' : `read through at ${newest.verifiedAt}`;
  return {
    well: hours <= LONGEST_WITHOUT_BACKUP_HOURS && newest.verifiedAt !== undefined && wanting.length === 0,
    what,
    seen: [`the last was whole at ${newest.finishedAt}, ${read}`, ...wanting].join('; '),
  };
}

const PROGRAM = join(import.meta.dirname, '..', '..');
const HISTORIES = ['.git', '.svn', '.hg'];

/**
 * The history of the source is served to nobody, and is better not there at all: where the records are real, the program is put in place from
 * an archive of its files.
 */
export function sourceBeside(folder: string, demonstration: boolean): Finding {
  const beside = HISTORIES.filter((name) => existsSync(join(folder, name)));
  const what = 'history of the source';
  if (beside.length === 0) return { well: true, what, seen: 'none lies beside it' };
  const seen = `${beside.join(', ')} lies beside the program`;
  return {
    well: demonstration,
    what,
    seen: demonstration ? seen : `${seen}: take it away, or install from an archive`,
  };
}

function disk(folder: string): Finding {
  const what = 'room on the disk';
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    return { well: free >= LEAST_FREE_BYTES, what, seen: `${(free / 1e9).toFixed(1)} GB free for ${folder}` };
  } catch {
    return { well: true, what, seen: `${folder} is not there` };
  }
}
