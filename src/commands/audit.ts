import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Gap, Verdict } from '../platform/audit/verify/finding.ts';
import { type Evidence, verifyAudit } from '../platform/audit/verify/verify.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import { asOwner } from '../platform/database/migrate.ts';
import type { Call, Say } from './call.ts';
import { evidenceOf } from './heads.ts';
import { readOptions, WrongUse } from './options.ts';
import { withDatabase } from './with-database.ts';

/** The audit does not agree with its seals, or its seals with what left the house; the lines above say where. */
export class AuditAltered extends Error {}

const ASKED = z.strictObject({
  authority: z.string().optional(),
  heads: z.string().optional(),
  'public-keys': z.string().optional(),
});

/** Checks the audit of each authority and says what was found. Changes nothing. Ends with a fault if anything does not agree. */
export async function auditVerify({ config, words, say }: Call): Promise<void> {
  const asked = readOptions(words, ASKED);
  const evidence = evidenceAsked(config, asked);
  const wrong = await withDatabase(config, say, ({ owner }) =>
    asOwner(owner, (client) => verifyEach(client, asked.authority, evidence, say)),
  );
  if (wrong > 0) throw new AuditAltered('The audit is not as it was sealed');
}

/** Checks one authority, or all, and gives the number of findings. */
export async function verifyEach(
  client: pg.Client,
  named: string | undefined,
  evidence: Evidence | undefined,
  say: Say,
): Promise<number> {
  const all = (await authoritiesIn(client)).map(({ schema }) => schema);
  if (named !== undefined && !all.includes(named))
    throw new WrongUse(`--authority must be one of: ${all.join(', ')}`);
  let wrong = 0;
  for (const schema of named === undefined ? all : [named]) {
    const verdict = await verifyAudit(client, schema, evidence);
    for (const line of inWords(schema, verdict)) say(line);
    wrong += verdict.findings.length;
  }
  return wrong;
}

function evidenceAsked(config: Config, asked: z.infer<typeof ASKED>): Evidence | undefined {
  const usual = evidenceOf(config);
  const file = thereOrRefused('heads', asked.heads) ?? usual?.file;
  const publicKeyFile = thereOrRefused('public-keys', asked['public-keys']) ?? usual?.publicKeyFile;
  if (file !== undefined && publicKeyFile === undefined)
    throw new WrongUse('--public-keys is needed: who signed the heads?');
  if (file === undefined || publicKeyFile === undefined) return undefined;
  return existsSync(publicKeyFile) ? { file, publicKeyFile } : undefined;
}

function thereOrRefused(option: string, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new WrongUse(`--${option}: ${file} is not there`);
  return resolve(file);
}

function inWords(schema: string, verdict: Verdict): string[] {
  const { rows, seals, heads, findings, gaps, unsealed, notes } = verdict;
  const counted = `${counts(rows)} rows, ${counts(seals)} seals and ${counts(heads)} heads outside`;
  return [
    findings.length === 0
      ? `${schema}: ${counted} agree.`
      : `${schema}: DOES NOT AGREE, after ${counted} that do.`,
    ...findings.map(({ words }) => `  ALTERED  ${words}`),
    ...gaps.map((gap) => `  gap      ${gapInWords(gap)}`),
    ...(unsealed.rows === 0
      ? []
      : [`  not yet sealed: ${counts(unsealed.rows)} rows, the oldest of ${unsealed.oldest}`]),
    ...notes.map((note) => `  note     ${note}`),
  ];
}

function gapInWords({ restoredTo, declaredAt, fromSeal, toSeal, lastHeadAt }: Gap): string {
  return (
    `The database was restored at ${declaredAt} to ${restoredTo}. Seals ${fromSeal + 1} to ${toSeal}, whose last head left at ${lastHeadAt}, ` +
    'were lost with what they sealed. This gap is named and signed; it is not tampering.'
  );
}

function counts(number: number): string {
  return number.toLocaleString('en-GB');
}
