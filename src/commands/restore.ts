import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { openAnchors } from '../platform/audit/anchors.ts';
import { readSigningKey } from '../platform/audit/signing-key.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import { restore } from '../platform/database/backup/restoring.ts';
import { lookThrough } from '../platform/database/backup/soundness.ts';
import { asOwner } from '../platform/database/migrate.ts';
import { verifyEach } from './audit.ts';
import { backupsOf } from './backup.ts';
import type { Call, Say } from './call.ts';
import { NAME } from './database.ts';
import { endAgain, endedSince } from './ended-since.ts';
import { evidenceOf, keyFileOf, publicKeysOf } from './heads.ts';
import { readOptions } from './options.ts';

/** What was restored is not sound; the lines above say where. */
export class NotSound extends Error {}

const ASKED = z.strictObject({
  to: z.union([z.literal('latest'), z.iso.datetime({ offset: true })], {
    error: 'must be an instant with its zone, such as 2026-11-22T10:00:00Z, or latest',
  }),
  into: z.string().transform((folder) => resolve(folder)),
});

/**
 * Restores the embedded database as it was at a moment into a folder that becomes the data folder of an installation, and checks it:
 * every table and index is read, the audit is verified, every session is ended. The database it comes from is not touched.
 */
export async function restoreInto({ config, words, say }: Call): Promise<void> {
  const { to, into } = readOptions(words, ASKED);
  const { placement, folders } = backupsOf(config);
  const began = Date.now();
  const { server, backup, last } = await restore({
    folders,
    to,
    into: join(into, 'postgres'),
    original: existsSync(placement.dataDir) ? placement.dataDir : undefined,
    binaries: config.pgBin,
    log: say,
  });
  try {
    say(
      `Restored from backup ${backup.name} to ${to}; the last thing recorded before is of ${last ?? backup.finishedAt}`,
    );
    const restored: Config = {
      ...config,
      dataDir: into,
      auditHeads: join(into, 'audit', basename(config.auditHeads)),
    };
    takeAlong(config, restored);
    const moment = to === 'latest' ? (last ?? backup.finishedAt) : to;
    const ended = await endedSince(config, moment);
    const wrong = await asOwner(server.url(NAME, 'continuum_owner'), async (client) => {
      await endAgain(client, ended, say);
      return afterwards(client, restored, moment, say);
    });
    say(
      `It took ${((Date.now() - began) / 1000).toFixed(1)} s. Start it with DATA_DIR=${into}, and make a backup of it first.`,
    );
    if (wrong > 0) throw new NotSound('What was restored is not as it should be');
  } finally {
    await server.stop();
  }
}

/** The heads that left before, and where the key is our own, that too: the restored installation goes on with them. */
function takeAlong(config: Config, restored: Config): void {
  mkdirSync(dirname(restored.auditHeads), { recursive: true, mode: 0o700 });
  const pairs = [
    [config.auditHeads, restored.auditHeads],
    [publicKeysOf(config), publicKeysOf(restored)],
    [keyFileOf(config), keyFileOf(restored)],
  ];
  for (const [from, to] of pairs)
    if (from !== undefined && to !== undefined && from !== to && existsSync(from))
      cpSync(from, to, { preserveTimestamps: true });
}

/** Ends sessions, declares the restoration, and looks everything through. Gives the number of things that are wrong. */
async function afterwards(client: pg.Client, restored: Config, to: string, say: Say): Promise<number> {
  const ended = await client.query(
    'update directory.session set ended_at = clock_timestamp() where ended_at is null',
  );
  say(`Sessions ended: ${ended.rowCount}. Everybody signs in again.`);
  const { tables, rows, indexes, indexesTried, faults } = await lookThrough(client);
  say(`Read ${rows.toLocaleString('en-GB')} rows of ${tables} tables, every page with its checksum`);
  say(
    indexesTried
      ? `Held ${indexes} indexes to their tables`
      : 'Indexes were not tried: this PostgreSQL does not bring amcheck',
  );
  for (const fault of faults) say(`  DAMAGED  ${fault}`);
  await sayCounts(client, say);
  await declare(client, restored, to, say);
  const evidence = evidenceOf(restored);
  const wrong = await verifyEach(
    client,
    undefined,
    evidence !== undefined && existsSync(evidence.publicKeyFile) ? evidence : undefined,
    say,
  );
  return faults.length + wrong;
}

async function sayCounts(client: pg.Client, say: Say): Promise<void> {
  for (const { schema } of await authoritiesIn(client)) {
    const found = await client.query(`select (select count(*)::int from ${schema}.person) as people,
      (select count(*)::int from ${schema}.contact) as contacts, (select count(*)::int from ${schema}.audit) as acts,
      (select count(*)::int from ${schema}.outbox where sent_at is null and cancelled_at is null) as waiting`);
    const { people, contacts, acts, waiting } = found.rows[0];
    say(`${schema}: ${people} people, ${contacts} contacts, ${acts} acts in the audit`);
    if (waiting > 0)
      say(
        `${schema}: ${waiting} letters were waiting to leave. Any that left after that moment leave a second time.`,
      );
  }
}

/** Says, signed, beside the heads that left, to which head the database was put back: what was lost is then a gap with a name. */
async function declare(client: pg.Client, restored: Config, to: string, say: Say): Promise<void> {
  const keyFile = keyFileOf(restored);
  if (keyFile === undefined || !existsSync(keyFile))
    return say(
      'No key is there to declare the restoration with: the verifier will call the loss an end cut off.',
    );
  const anchors = openAnchors({ file: restored.auditHeads, key: readSigningKey(keyFile) });
  for (const { schema } of await authoritiesIn(client)) {
    const found = await client.query(
      `select n::int as seal, encode(hash, 'hex') as hash from ${schema}.audit_seal order by n desc limit 1`,
    );
    const { seal, hash } = found.rows[0] ?? { seal: 0, hash: '0'.repeat(64) };
    await anchors.add({ authority: schema, seal, hash }, { kind: 'restored', restoredTo: to });
  }
}
