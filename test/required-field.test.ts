import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowTypes } from '../bin/row-types.mjs';
import { OWNER } from './support/database.ts';
import { openWorld, type World } from './support/world.ts';

const ROOT = join(import.meta.dirname, '..');
const COPIED = ['src', 'test', 'bench', 'bin', 'package.json', 'tsconfig.json', 'tsconfig.check.json'];

/** The patch: a column that every contact must have, and the field of the same name of whatever is taken in. */
const COLUMN = 'alter table contact add column heard_through text not null';
const FIELD = {
  file: 'src/practice/hub/contact/rules.ts',
  under: 'export type NewContact = {\n',
  line: '  readonly heardThrough: string;\n',
};

/** `npm run prove -- left-out` runs it: a compiler for itself takes half a minute. */
describe.skipIf(process.env['LEFT_OUT'] === undefined)('A required field that is added to a contact', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await openWorld();
    folder = mkdtempSync(join(tmpdir(), 'continuum-field-'));
    for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  /** The files that do not compile, each once. */
  function broken(): Promise<string[]> {
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const words = [compiler, '-p', 'tsconfig.check.json', '--pretty', 'false'];
    return new Promise((resolve) => {
      execFile(process.execPath, words, { cwd: folder, maxBuffer: 10_000_000 }, (_fault, said) => {
        const files = [...said.matchAll(/^([^\s(]+)\(\d+,\d+\): error /gm)].map(([, file]) => file ?? '');
        resolve([...new Set(files)].toSorted());
      });
    });
  }

  async function patch(): Promise<void> {
    await world.rows(COLUMN);
    const { host, database } = world.owner;
    const url = `postgres://${OWNER}@localhost/${database}?host=${encodeURIComponent(host)}`;
    writeFileSync(join(folder, 'src', 'platform', 'database', 'schema.ts'), rowTypes(url, 'island'));
    const text = readFileSync(join(folder, FIELD.file), 'utf8');
    expect(text.split(FIELD.under)).toHaveLength(2);
    writeFileSync(join(folder, FIELD.file), text.replace(FIELD.under, `${FIELD.under}${FIELD.line}`));
  }

  /** What the list of STYLE.md names under its heading. */
  function named(): string[] {
    const style = readFileSync(join(ROOT, 'STYLE.md'), 'utf8');
    const [, section = ''] = /^## Adding a required field to a contact\n([\s\S]*?)^## /m.exec(style) ?? [];
    const points = [...section.matchAll(/^- .*(?:\n {2}.*)*/gm)].join('\n');
    return [...points.matchAll(/`([^`]+\.tsx?)`/g)].map(([, file]) => file ?? '').toSorted();
  }

  it('is asked for by the compiler in the files that STYLE.md names, and in no other', async () => {
    await patch();
    const asked = await broken();
    expect(asked.length).toBeGreaterThan(3);
    expect(asked).toEqual(named());
  }, 120_000);
});
