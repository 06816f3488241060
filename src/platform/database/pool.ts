import pg from 'pg';

/** Where a PostgreSQL server is reached: a socket folder or host, the role that signs in, and the database. */
export type PoolTarget = {
  readonly host: string;
  readonly port?: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
};

const DATE = 1082;
const BIGINT = 20;
const asSent = (text: string) => text;

/**
 * Opens a small pool. Days stay the texts that the database keeps (a `Date` would move them by a zone), and whole numbers are numbers.
 *
 * Each connection takes the role `role` when it begins, so that an owner's sign-in still works as the application's role, which owns nothing.
 */
export function createPool(target: PoolTarget | string, options: { role: string; max: number }): pg.Pool {
  const pool = new pg.Pool({
    ...(typeof target === 'string' ? { connectionString: target } : target),
    max: options.max,
    // What a page asks at once goes out at once: one wait instead of twenty. Statements still run one after the other, in order.
    pipeline: true,
    maxLifetimeSeconds: 1800,
    connectionTimeoutMillis: 10_000,
    // One plan for all values of a statement: the policies in it make a plan dearer than any it could better (decision 0012).
    ...(options.role === 'none'
      ? {}
      : { options: `-c role=${options.role} -c plan_cache_mode=force_generic_plan` }),
    types: {
      getTypeParser: (oid, format) => {
        if (oid === DATE) return asSent;
        return oid === BIGINT ? Number : pg.types.getTypeParser(oid, format);
      },
    },
  });
  // A connection that breaks while idle is replaced by the pool; the next query that needs it reports what is wrong.
  pool.on('error', () => undefined);
  return pool;
}
