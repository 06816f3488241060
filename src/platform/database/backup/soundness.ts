import pg from 'pg';

/** What a look through a whole database found. */
export type Soundness = {
  readonly tables: number;
  readonly rows: number;
  readonly indexes: number;
  /** False where the server does not bring amcheck: indexes were not looked at then. */
  readonly indexesTried: boolean;
  readonly faults: readonly string[];
};

const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'`;

/**
 * Reads every table, whereby every page is held to its checksum, and lets PostgreSQL hold every B-tree index to its table (amcheck,
 * `bt_index_check` with `heapallindexed`). Nothing stays of it. The client is the owner's.
 */
export async function lookThrough(client: pg.Client): Promise<Soundness> {
  await client.query('begin; set local statement_timeout = 0; set local enable_indexonlyscan = off');
  try {
    const faults: string[] = [];
    const tables = await namesOf(client, "c.relkind = 'r'");
    let rows = 0;
    for (const table of tables) rows += await countOf(client, table, faults);
    const tried = await hasAmcheck(client);
    const indexes = tried
      ? await namesOf(client, "c.relkind = 'i' and c.relam = (select oid from pg_am where amname = 'btree')")
      : [];
    for (const index of indexes)
      await trying(client, faults, index, () =>
        client.query('select bt_index_check($1::regclass, true)', [index]),
      );
    return { tables: tables.length, rows, indexes: indexes.length, indexesTried: tried, faults };
  } finally {
    await client.query('rollback');
  }
}

async function namesOf(client: pg.Client, condition: string): Promise<string[]> {
  const found = await client.query(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and ${condition} order by 1, 2`,
  );
  return found.rows.map(({ schema, name }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`);
}

async function countOf(client: pg.Client, table: string, faults: string[]): Promise<number> {
  const found = await trying(client, faults, table, () =>
    client.query(`select count(*)::int as rows from ${table}`),
  );
  return Number(found?.rows[0]?.rows ?? 0);
}

/** The extension is made in the transaction that is rolled back. */
async function hasAmcheck(client: pg.Client): Promise<boolean> {
  const found = await client.query("select from pg_available_extensions where name = 'amcheck'");
  if (found.rowCount === 0) return false;
  await client.query('create extension if not exists amcheck; savepoint before');
  return true;
}

async function trying<Result>(
  client: pg.Client,
  faults: string[],
  what: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  await client.query('savepoint before');
  try {
    return await work();
  } catch (fault) {
    faults.push(`${what}: ${fault instanceof Error ? fault.message : String(fault)}`);
    await client.query('rollback to savepoint before');
    return undefined;
  }
}
