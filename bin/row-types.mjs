// The text of src/platform/database/schema.ts, made from a migrated database. `ROW_TYPES=write npx vitest run test/row-types.test.ts` writes it.
// History tables and their views are left out: they are reached through the known-at plugin only.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Returns the text of schema.ts for the database at `url`. */
export function rowTypes(url, schema) {
  const folder = mkdtempSync(join(tmpdir(), 'row-types-'));
  const file = join(folder, 'schema.ts');
  try {
    execFileSync(
      process.execPath,
      [
        new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url).pathname,
        '--dialect',
        'postgres',
        '--out-file',
        file,
        '--default-schema',
        schema,
        '--url',
        url,
        '--log-level',
        'error',
        '--include-pattern',
        `(${schema}|directory).*`,
        '--exclude-pattern',
        '*.*_(history|known)',
        '--type-mapping',
        JSON.stringify({ uuid: 'Id', date: 'Day', timestamptz: 'Instant', int8: 'number' }),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return readFileSync(file, 'utf8')
      .replace(
        /^\/\*\*[\s\S]*?\*\/\n\n/,
        '// Made by bin/row-types.mjs from the migrations. Never edited by hand: a test makes it again and compares.\n\n',
      )
      .replace(
        'import type { ColumnType } from "kysely";',
        'import type { ColumnType } from "kysely";\nimport type { Day } from "../../language/day.ts";\nimport type { Id } from "../../language/id.ts";\n\ntype Instant = ColumnType<Date, Date, Date>;',
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
