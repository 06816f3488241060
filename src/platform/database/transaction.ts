import { createHash } from 'node:crypto';
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Db } from './db.ts';
import { knownAtPlugin } from './known-at.ts';
import type { OneRecord } from './one-record.ts';
import type { DB } from './schema.ts';
import { assignments, opening, readingAsOne, type Settings } from './settings.ts';

/** The door to the database: one function that runs work in one transaction of one authority. Nothing else touches the pool. */
export type Database = {
  transaction<Result>(
    settings: Settings,
    work: (db: Db, telling: Telling) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
};

/** What work may say to its transaction, besides asking. */
export type Telling = {
  /** Sends more of who asks, ahead of whatever is asked from then on, and does not wait: if it fails, so does all that follows. */
  more(settings: Settings): void;
  /** From then on reads these records as one, and writes nothing about persons. */
  asOne(one: OneRecord): void;
  /** Sends the last statement and the commit in one message. Resolves when both are kept; nothing can be asked after it. */
  lastly(statement: CompiledQuery): Promise<void>;
};

/** The database did not keep what was asked, though no statement that was waited for had failed. */
export class NotKept extends Error {}

/** `versioned` are the tables that keep history; `keepsPlans` is false behind a pooler that shares connections between transactions. */
type Door = { readonly pool: pg.Pool; readonly versioned: ReadonlySet<string>; readonly keepsPlans: boolean };

/** Makes the door over a pool. */
export function createDatabase(door: Door): Database {
  return {
    transaction: (settings, work) => onPlansThatHold(() => inTransaction(door, settings, work)),
    close: () => door.pool.end(),
  };
}

/** More than a pool has connections: each may hold plans made before the tables changed. */
const MOST_CONNECTIONS_WITH_OLD_PLANS = 50;

/**
 * Runs it again, on another connection, while the plan of a statement was made before a column was added to what it reads: a migration
 * that runs while the program serves (decision 0061). Nothing of it was kept, and the connection is thrown away with its plans.
 */
async function onPlansThatHold<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (fault) {
      if (!isOldPlan(fault) || tries > MOST_CONNECTIONS_WITH_OLD_PLANS) throw fault;
    }
  }
}

function isOldPlan(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && fault.routine === 'RevalidateCachedQuery';
}

async function inTransaction<Result>(
  { pool, versioned, keepsPlans }: Door,
  settings: Settings,
  work: (db: Db, telling: Telling) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let oldPlan: Error | undefined;
  const noteBroken = (fault: Error) => {
    broken = fault;
  };
  // A database that goes away tells the connection beside any query. The pool listens only while it holds it, and nobody's would end us.
  client.on('error', noteBroken);
  try {
    // Sent together with the first questions of the work. If it failed, so does whatever was sent behind it, and nothing is committed.
    const told: Promise<unknown>[] = [];
    const asking = sentTogether(client, (fault) => {
      if (isOldPlan(fault)) oldPlan = fault;
    });
    const tell = (text: string) => {
      const sent = asking.query(text);
      sent.catch(() => undefined);
      told.push(sent);
    };
    tell(opening(settings));
    let path = '';
    const plans = keepsPlans ? planned(asking, () => path) : asking;
    let kept: Promise<unknown> | undefined;
    const open: Asked<pg.QueryResult> = {
      query(text, values) {
        if (kept !== undefined) throw new NotKept('asked after the transaction had ended');
        return plans.query(text, values);
      },
    };
    const result = await work(over(open, settings.knownAt === undefined ? undefined : versioned), {
      more: (more) => tell(assignments(more)),
      asOne(one) {
        path = 'as one';
        tell(readingAsOne(settings, one));
      },
      lastly({ sql, parameters }) {
        const last = open.query(sql, [...parameters]);
        kept = Promise.all([...told, last, commit(asking)]);
        // Whoever has something else to do meanwhile waits for it later: it must not end the program until then.
        kept.catch(() => undefined);
        return kept.then(() => undefined);
      },
    });
    kept ??= Promise.all([...told, commit(asking)]);
    await kept;
    return result;
  } catch (fault) {
    await client.query('rollback').catch(noteBroken);
    if (oldPlan !== undefined) noteBroken(oldPlan);
    // What was asked behind it failed too, and may be what was waited for.
    throw oldPlan ?? fault;
  } finally {
    client.off('error', noteBroken);
    client.release(broken);
  }
}

/** A transaction in which something failed answers a commit by rolling back, and says no more than that. */
async function commit(asking: Asks): Promise<void> {
  const { command } = await asking.query('commit');
  if (command !== 'COMMIT') throw new NotKept('the database rolled back');
}

type Asked<Answer = unknown> = { query(text: string, values?: unknown[]): Promise<Answer> };

type Asks = { query(config: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> };

/** Longer lists of values make a statement of their own each time: their plans would only fill the server's memory. */
const MOST_VALUES = 40;

/**
 * Lets the server keep the plan of each statement on the connection: row level security makes planning cost ten times what the
 * statement itself does (3 ms against 0.3 ms). A plan holds no value and no setting; the policies ask those anew each time.
 */
export function planned(client: Asks, path: () => string): Asked<pg.QueryResult> {
  return {
    query(text, values = []) {
      const single = /^\s*(select|with|insert|update|delete)\b/i.test(text) && values.length <= MOST_VALUES;
      // The same words mean other tables in another path: each has a plan of its own, or the server would make one anew at each turn.
      return single
        ? client.query({ name: nameOf(`${path()}${text}`), text, values })
        : client.query(text, values);
    },
  };
}

/**
 * Lets everything that is asked in one go leave as one message. The statements of a page are thirty; each sent by itself wakes the server
 * once more, and a tenth of a page's work went into that.
 */
function sentTogether(client: pg.PoolClient, failed: (fault: Error) => void): Asks {
  const { stream } = client.connection;
  return {
    query(config, values) {
      if (stream.writableCorked === 0) {
        stream.cork();
        // After all that this turn still asks: a tick comes when its promises have gone as far as they can.
        process.nextTick(() => stream.uncork());
      }
      return answered(client, config, values, failed);
    },
  };
}

/**
 * The answer as a promise of our own. The client's holds on to its rows once it has grown old, and through it each answer to the next: a
 * page left 0.3 MB that only a full collection freed, and full collections were most of what made one page in twenty slow.
 */
function answered(
  client: pg.PoolClient,
  config: string | pg.QueryConfig,
  values: unknown[] | undefined,
  failed: (fault: Error) => void,
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const told = (fault: Error | null, result: pg.QueryResult) => {
      if (fault === null) return resolve(result);
      failed(fault);
      reject(fault);
    };
    if (typeof config === 'string') client.query(config, values ?? [], told);
    else client.query(config, told);
  });
}

const NAMES = new Map<string, string>();

function nameOf(text: string): string {
  const known = NAMES.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  NAMES.set(text, name);
  return name;
}

/** A Kysely over the one connection that holds the transaction. Asking it for a transaction of its own would be a second one: it has none. */
function over(client: Asked, versioned: ReadonlySet<string> | undefined): Db {
  const connection = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => connection, end: async () => undefined, options: {} };
  return new Kysely<DB>({
    // The dialect wants a pool; it is given one that hands out this connection and nothing else.
    dialect: new PostgresDialect({ pool: pool as never }),
    plugins: versioned === undefined ? [] : [knownAtPlugin(versioned)],
  });
}
