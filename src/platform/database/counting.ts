import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * Runs the queries of a figure past the walls, so that a figure is the same for everyone who may read it.
 *
 * Only the measures call it (a test sees to that), the database opens to it what measures count and nothing with a name in it, and
 * what leaves it is added up. The lines behind a figure are shown through the viewer's own sight, outside of it.
 */
export async function counting<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  await sql`set local app.counter = 'on'`.execute(db);
  try {
    return await work();
  } finally {
    // A transaction that failed takes no further command: it is rolled back, and the setting with it.
    await sql`set local app.counter = ''`.execute(db).catch(() => undefined);
  }
}
