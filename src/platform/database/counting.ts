import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * Runs the queries of a figure past the walls, so that a figure is the same for everyone who may read it.
 *
 * Only the measures call it (a test sees to that), the database opens to it what measures count and nothing with a name in it, and
 * what leaves it is added up. The lines behind a figure are shown through the viewer's own sight, outside of it.
 *
 * The transaction must ask nothing else meanwhile: it, too, would be asked past the walls. Await it before the next question.
 */
export async function counting<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  await within(db, 'on');
  try {
    return await work();
  } finally {
    // A transaction that failed takes no further command: it is rolled back, and the setting with it.
    await within(db, '').catch(() => undefined);
  }
}

// Figures read months at a time, so tables are read and joined whole. Row by row, in the order of an index, took a minute at a million people
// (21 s so), and 12 s where nobody had yet counted what it holds; the walls' own cost hides the difference from the planner.
const WAYS = ['enable_nestloop', 'enable_mergejoin', 'enable_indexscan', 'jit'];

// Two records that are one count as one, wherever there are such (0039-merges.sql).
const ONE_PATH = {
  on: `select set_config('search_path', quote_ident(current_schema() || '_one') || ', ' || current_setting('search_path'), true),
    set_config('app.kept', array_agg(person_id order by id)::text, true), set_config('app.others', array_agg(other_id order by id)::text, true)
    from merge where undone_at is null having count(*) > 0`,
  '': `select set_config('search_path', regexp_replace(current_setting('search_path'), '^"?[a-z0-9_]+_one"?, ', ''), true)`,
};

async function within(db: Db, counter: 'on' | ''): Promise<void> {
  const ways = WAYS.map((way) => `set local ${way} = ${counter === 'on' ? 'off' : 'default'};`).join(' ');
  const settings = `set local app.counter = '${counter}'; ${ways} ${ONE_PATH[counter]}`;
  await sql.raw(settings).execute(db);
}
