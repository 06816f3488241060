import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { type Walked, walkChain } from './chain.ts';
import { type Finding, finding, type Verdict } from './finding.ts';
import { headsToAgree, outlineOf, publicKeys } from './heads.ts';
import { readerOf } from './reader.ts';

/** The heads to compare with: the file they were written to, or a copy of what a collector kept, and the public keys they are signed by. */
export type Evidence = { readonly file: string; readonly publicKeyFile: string };

/** A head leaves each minute; after so long without one, somebody must ask why. Milliseconds. */
const LONGEST_WITHOUT_HEAD = 120_000;

/**
 * Checks the audit of a schema: rows against seals, seals against each other, heads that left the house against seals.
 *
 * Written apart from the sealer and sharing nothing with it but the form in docs/audit.md. Reads one snapshot, changes nothing, holds a
 * few thousand rows at a time. Without heads it cannot tell a chain that was hashed again from the one that was made, and says so.
 */
export async function verifyAudit(
  client: pg.ClientBase,
  schema: string,
  evidence: Evidence | undefined,
): Promise<Verdict> {
  await client.query(
    "begin isolation level repeatable read read only; set local timezone = 'UTC'; set local jit = off",
  );
  try {
    return await verifyWithin(client, schema, evidence);
  } finally {
    await client.query('rollback');
  }
}

/** The same within a transaction that has begun. */
export async function verifyWithin(
  client: pg.ClientBase,
  schema: string,
  evidence: Evidence | undefined,
): Promise<Verdict> {
  const keys = evidence === undefined ? new Map() : publicKeys(readFileSync(evidence.publicKeyFile, 'utf8'));
  const file = evidence?.file ?? '/dev/null';
  const outline = await outlineOf(file, schema, keys);
  const walked = await walkChain(
    readerOf(client, schema),
    headsToAgree(file, schema, keys, outline.restored),
  );
  const late = evidence === undefined || walked.finding !== undefined ? undefined : lateness(walked);
  return {
    rows: walked.rows,
    seals: walked.seals,
    heads: walked.heads,
    findings: [walked.finding, ...outline.findings, late].filter((one) => one !== undefined),
    gaps: outline.gaps,
    unsealed: walked.unsealed,
    notes: [...outline.notes, ...(evidence === undefined ? [WITHOUT_HEADS] : notesOf(walked))],
  };
}

const WITHOUT_HEADS =
  'No heads were given to compare with: a chain that was rewritten and hashed again from some place on cannot be found.';

function notesOf({ agreed, since, last }: Walked): string[] {
  if (last === undefined || since === undefined) return [];
  return [
    `No head has left the house since ${agreed === undefined ? 'the beginning' : `that of seal ${agreed.seal} (${agreed.at})`}: ` +
      `seals ${since.n} to ${last.n} rest on this database alone.`,
  ];
}

/** Sealing went on for longer without a head than it ever should: heads stopped leaving, or the last ones were taken away. */
function lateness({ since, last }: Walked): Finding | undefined {
  if (since === undefined || last === undefined) return undefined;
  if (Date.parse(last.sealedAt) - Date.parse(since.sealedAt) <= LONGEST_WITHOUT_HEAD) return undefined;
  return finding(
    'head',
    since.n,
    `No head left the house from seal ${since.n} of ${since.sealedAt} to seal ${last.n} of ${last.sealedAt}: ` +
      'heads stopped leaving, or the last ones were taken away.',
  );
}
