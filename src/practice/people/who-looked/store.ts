import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { AskedLooks, Look } from './rules.ts';

/** Pages that show at most so many persons count as opening a record; more is a list. */
const MOST_OF_ONE_FAMILY = 8;
/** Beyond so many the page asks for one member of staff. */
const MOST_COUNTED = 10_000;

function looksAt(persons: readonly Id[], { lists, staffId }: AskedLooks) {
  const conditions = [sql`persons && ${[...persons]}::uuid[]`, sql`allowed`];
  if (!lists) conditions.push(sql`cardinality(persons) <= ${MOST_OF_ONE_FAMILY}`);
  if (staffId !== undefined) conditions.push(sql`actor = ${staffId}`);
  return sql.join(conditions, sql` and `);
}

/** How many looks there were, counted up to ten thousand. */
export async function looksCounted(db: Db, persons: readonly Id[], asked: AskedLooks): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from audit where ${looksAt(persons, asked)} limit ${MOST_COUNTED}) counted`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** A page of the looks at a record, the latest first. */
export async function looksOf(
  db: Db,
  persons: readonly Id[],
  asked: AskedLooks,
  { size, page }: { readonly size: number; readonly page: number },
): Promise<readonly Look[]> {
  const { rows } = await sql<Omit<Look, 'actor' | 'ground'> & { actor: Id | null; ground: string | null }>`
    select id, at, actor, act, ground, cardinality(persons) as persons from audit
    where ${looksAt(persons, asked)} order by at desc, id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, actor: row.actor ?? undefined, ground: row.ground ?? undefined }));
}

/** Everybody who looked, and how often: to choose one from. */
export async function lookersOf(
  db: Db,
  persons: readonly Id[],
): Promise<readonly { id: Id; looks: number }[]> {
  const { rows } = await sql<{ id: Id; looks: number }>`
    select actor as id, count(*)::int as looks from audit
    where ${looksAt(persons, { lists: false, staffId: undefined })} and actor is not null
    group by actor order by looks desc limit 100`.execute(db);
  return rows;
}
