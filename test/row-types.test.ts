import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { rowTypes } from '../bin/row-types.mjs';
import { cloneTemplate, OWNER } from './support/database.ts';

const FILE = join(import.meta.dirname, '..', 'src', 'platform', 'database', 'schema.ts');

// With ROW_TYPES=write the file is written instead of compared: after a migration.
it('the row types are those that the migrations make', async () => {
  const clone = await cloneTemplate(inject('socket'));
  const { host, database } = clone.target(OWNER);
  const made = rowTypes(`postgres://${OWNER}@localhost/${database}?host=${host}`, 'island');
  await clone.drop();
  if (process.env['ROW_TYPES'] === 'write') writeFileSync(FILE, made);
  expect(readFileSync(FILE, 'utf8')).toBe(made);
});
