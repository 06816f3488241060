import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Db } from './db.ts';
import { knownAtPlugin } from './known-at.ts';
import type { DB } from './schema.ts';
import { opening, type Settings } from './settings.ts';

/** The door to the database: one function that runs work in one transaction of one authority. Nothing else touches the pool. */
export type Database = {
  transaction<Result>(settings: Settings, work: (db: Db) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

/** Makes the door over a pool. `versioned` are the tables that keep history. */
export function createDatabase(pool: pg.Pool, versioned: ReadonlySet<string>): Database {
  return {
    transaction: (settings, work) => inTransaction(pool, versioned, settings, work),
    close: () => pool.end(),
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  versioned: ReadonlySet<string>,
  settings: Settings,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const noteBroken = (fault: Error) => {
    broken = fault;
  };
  // A database that goes away tells the connection beside any query. The pool listens only while it holds it, and nobody's would end us.
  client.on('error', noteBroken);
  try {
    await client.query(opening(settings));
    const result = await work(over(client, settings.knownAt === undefined ? undefined : versioned));
    await client.query('commit');
    return result;
  } catch (fault) {
    await client.query('rollback').catch(noteBroken);
    throw fault;
  } finally {
    client.off('error', noteBroken);
    client.release(broken);
  }
}

/** A Kysely over the one connection that holds the transaction. Asking it for a transaction of its own would be a second one: it has none. */
function over(client: pg.PoolClient, versioned: ReadonlySet<string> | undefined): Db {
  const connection = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => connection, end: async () => undefined, options: {} };
  return new Kysely<DB>({
    // The dialect wants a pool; it is given one that hands out this connection and nothing else.
    dialect: new PostgresDialect({ pool: pool as never }),
    plugins: versioned === undefined ? [] : [knownAtPlugin(versioned)],
  });
}
