import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { PoolTarget } from './pool.ts';
import {
  brieflyLocking,
  insteadOfTheOld,
  type OutOfTheWay,
  withoutWhatIsInTheWay,
} from './while-it-serves.ts';

const LOCK = 7_206_111_904;

/** A migration that was applied and has been changed since. Migrations are never edited: write the next one. */
export class MigrationChanged extends Error {}

/** A migration that the database refused; nothing of it was applied. */
export class MigrationFailed extends Error {}

/** Connects as the owner, who alone may change the shape of the database. */
export async function asOwner<Result>(
  owner: PoolTarget | string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Brings the shared schemas and each authority's schema up to date, schema by schema, each migration in a transaction of its own, while
 * the program of before may go on serving (decision 0061).
 *
 * Two programs that start at once take turns. Returns the names of what was applied, e.g. `jersey: 0003-people.sql`.
 */
export function migrate(owner: PoolTarget | string, folder: string): Promise<readonly string[]> {
  return asOwner(owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query('create schema if not exists directory');
    await client.query(`create table if not exists directory.migration (
      scope text, name text, checksum text not null, applied_at timestamptz not null default clock_timestamp(), primary key (scope, name))`);
    const applied = await migrateScope(client, 'shared', join(folder, 'shared'));
    const authorities = await client.query<{ schema_name: string }>(
      'select schema_name from directory.authority order by 1',
    );
    for (const { schema_name: name } of authorities.rows) {
      await client.query(`create schema if not exists ${pg.escapeIdentifier(name)}`);
      await client.query(`grant usage on schema ${pg.escapeIdentifier(name)} to continuum_app`);
      applied.push(...(await migrateScope(client, name, join(folder, 'authority'))));
      await insteadOfTheOld(client, name);
    }
    return applied;
  });
}

/** The tables of an authority that keep history, as the database has them. */
export async function versionedTables(owner: PoolTarget | string): Promise<ReadonlySet<string>> {
  const found = await asOwner(owner, (client) =>
    client.query<{ name: string }>(`select distinct left(viewname, -6) as name from pg_views
      where viewname like '%\\_known' and schemaname in (select schema_name from directory.authority)`),
  );
  return new Set(found.rows.map((row) => row.name));
}

async function migrateScope(client: pg.Client, scope: string, folder: string): Promise<string[]> {
  const applied: string[] = [];
  const done = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from directory.migration where scope = $1',
    [scope],
  );
  const checksums = new Map(done.rows.map((row) => [row.name, row.checksum]));
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    const known = checksums.get(name);
    if (known === checksum) continue;
    if (known !== undefined)
      throw new MigrationChanged(`${scope}: ${name} was changed after it had been applied`);
    await apply(client, scope, name, text, checksum);
    applied.push(`${scope}: ${name}`);
  }
  return applied;
}

/** A migration and the line that says it was applied are kept together, or neither is: a start that is killed meanwhile leaves what was. */
async function apply(
  client: pg.Client,
  scope: string,
  name: string,
  text: string,
  checksum: string,
): Promise<void> {
  const path = scope === 'shared' ? 'directory, extensions' : `${pg.escapeIdentifier(scope)}, extensions`;
  const run = ({ before, after }: OutOfTheWay) =>
    brieflyLocking(client, path, async () => {
      await client.query('insert into directory.migration (scope, name, checksum) values ($1, $2, $3)', [
        scope,
        name,
        checksum,
      ]);
      await before();
      await client.query(text);
      await after();
    });
  try {
    await withoutWhatIsInTheWay(client, scope, run);
  } catch (fault) {
    throw new MigrationFailed(`${scope}: ${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
