import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** The migrations that are not applied, or were changed since, scope by scope. Applies nothing. */
export async function pendingMigrations(client: pg.Client, folder: string): Promise<readonly string[]> {
  const there = await client.query("select to_regclass('directory.migration') is not null as there");
  if (there.rows[0].there !== true) return ['nothing is applied yet'];
  const done = await client.query('select scope, name, checksum from directory.migration');
  const applied = new Map(done.rows.map((row) => [`${row.scope}: ${row.name}`, row.checksum]));
  const authorities = await client.query('select schema_name from directory.authority order by 1');
  const scopes = [
    { scope: 'shared', files: await migrationsIn(join(folder, 'shared')) },
    ...(await Promise.all(
      authorities.rows.map(async (row) => ({
        scope: String(row.schema_name),
        files: await migrationsIn(join(folder, 'authority')),
      })),
    )),
  ];
  return scopes.flatMap(({ scope, files }) =>
    files.flatMap(({ name, checksum }) => {
      const known = applied.get(`${scope}: ${name}`);
      if (known === checksum) return [];
      return [
        `${scope}: ${name} ${known === undefined ? 'is not applied' : 'was changed after it was applied'}`,
      ];
    }),
  );
}

async function migrationsIn(folder: string): Promise<{ name: string; checksum: string }[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      checksum: createHash('sha256')
        .update(await readFile(join(folder, name), 'utf8'))
        .digest('hex'),
    })),
  );
}
