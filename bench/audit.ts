import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { sealAudit } from '../src/platform/audit/seal.ts';
import { verifyAudit } from '../src/platform/audit/verify/verify.ts';
import { addAuthority } from '../src/platform/authority/authorities.ts';
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts';
import { asOwner, migrate } from '../src/platform/database/migrate.ts';
import { createPool, type PoolTarget } from '../src/platform/database/pool.ts';
import { createDatabase } from '../src/platform/database/transaction.ts';

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');
const OWNER = 'continuum_owner';
const WRITES = 400;

/** What sealing and verifying so many rows took, and what a row of the audit adds to a write, in milliseconds. */
export type AuditFigures = {
  readonly rows: number;
  readonly sealedEachSecond: number;
  readonly verifiedEachSecond: number;
  /** The same rows read by one statement, and nothing done with them. */
  readonly readEachSecond: number;
  readonly megabytes: number;
  readonly plain: Write;
  readonly audited: Write;
};

type Write = { readonly median: number; readonly p95: number };

/** Measures the audit at so many rows, on a database that flushes. */
export async function benchAudit(rows: number): Promise<AuditFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-bench-'));
  const server = await startEmbedded({ dataDir: join(folder, 'postgres'), log: () => undefined });
  try {
    const owner = server.url('bench', OWNER);
    await asOwner(server.url('postgres', OWNER), (client) => client.query('create database bench'));
    await migrate(owner, MIGRATIONS);
    const island = { schema: 'island', title: 'Bench', profile: 'jersey', demonstration: true };
    await addAuthority(owner, island, MIGRATIONS);
    return await asOwner(owner, (client) => measure(client, owner, rows));
  } finally {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The section of docs/benchmarks.md. */
export function auditInWords(figures: AuditFigures): string {
  const { rows, sealedEachSecond, verifiedEachSecond, readEachSecond, megabytes, plain, audited } = figures;
  const beside = (rate: number) => `× ${(readEachSecond / rate).toFixed(1)}`;
  const count = (number: number) => Math.round(number).toLocaleString('en-GB');
  return [
    `The audit of ${count(rows)} rows: sealed ${count(sealedEachSecond)} a second (${beside(sealedEachSecond)} of reading them by one statement), verified`,
    `${count(verifiedEachSecond)} a second (${beside(verifiedEachSecond)}), the process then holding ${megabytes.toFixed(0)} MB. A write of one row took ${plain.median.toFixed(1)} ms (p95 ${plain.p95.toFixed(1)}), with its audit row`,
    `${audited.median.toFixed(1)} ms (p95 ${audited.p95.toFixed(1)}), × ${(audited.median / plain.median).toFixed(2)}; ${WRITES} of each in turn.`,
  ].join('\n');
}

async function measure(client: pg.Client, owner: PoolTarget, rows: number): Promise<AuditFigures> {
  await client.query(
    'set search_path = island, extensions; create table note (n bigint generated always as identity, words text)',
  );
  await client.query(
    `insert into audit (id, actor, session, request, act, subject_kind, subject_id, persons, allowed, decided_by)
     select gen_random_uuid(), gen_random_uuid(), md5(i::text), md5(i::text), 'child: read', 'person', gen_random_uuid(), array[gen_random_uuid()], true, 'role'
       from generate_series(1, ${rows}) i`,
  );
  const pool = createPool(owner, { role: 'none', max: 1 });
  const database = createDatabase({ pool, versioned: new Set(), keepsPlans: true });
  const settings = { authority: 'island', now: new Date(), duty: 'sealer' } as const;
  const sealing = performance.now();
  while ((await database.transaction(settings, sealAudit)) > 0);
  const sealed = performance.now() - sealing;
  await database.close();
  const verifying = performance.now();
  const verdict = await verifyAudit(client, 'island', undefined);
  const verified = performance.now() - verifying;
  if (verdict.rows !== rows || verdict.findings.length > 0) throw new Error('the audit does not agree');
  const reading = performance.now();
  await client.query('select count(audit::text) from audit');
  const read = performance.now() - reading;
  const { plain, audited } = await writes(client);
  return {
    rows,
    sealedEachSecond: rows / (sealed / 1000),
    verifiedEachSecond: rows / (verified / 1000),
    readEachSecond: rows / (read / 1000),
    megabytes: process.memoryUsage().rss / 1e6,
    plain,
    audited,
  };
}

/** One with and one without the audit row, in turn, so that both meet the same disk. */
async function writes(client: pg.Client): Promise<{ plain: Write; audited: Write }> {
  const note = "insert into note (words) values ('a note')";
  const row =
    "insert into audit (id, request, act, allowed, decided_by) values (gen_random_uuid(), 'r', 'note: write', true, 'role')";
  const [plain, audited]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < WRITES; turn += 1) {
    plain.push(await timed(client, [note]));
    audited.push(await timed(client, [note, row]));
  }
  return { plain: middle(plain), audited: middle(audited) };
}

async function timed(client: pg.Client, statements: readonly string[]): Promise<number> {
  const began = performance.now();
  await client.query('begin');
  for (const statement of statements) await client.query(statement);
  await client.query('commit');
  return performance.now() - began;
}

function middle(times: number[]): Write {
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
