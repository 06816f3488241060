import type { World } from './world.ts';

/** What is written down about whoever asked, and nothing of the record: it may change while somebody only reads. */
const OF_ASKING = ['island.audit', 'island.audit_seal', 'directory.door_try', 'directory.sign_in_attempt'];

/** What stands in each table, as a number that another row, or another word in a row, makes another. */
export async function contentsOf(world: World): Promise<ReadonlyMap<string, string>> {
  const tables = await world.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('island', 'directory')`,
  );
  const told = tables.filter(({ name }) => !OF_ASKING.includes(name));
  const rows = await world.rows<{ name: string; sum: string }>(
    told
      .map(({ name }) => `select '${name}' as name, concat(count(*), ' ', sum(hashtextextended(t::text, 0))) as sum from ${name} t`)
      .join(' union all '),
  );
  return new Map(rows.map(({ name, sum }) => [name, sum]));
} // biome-ignore format: statements read in one line

/** The tables that are not as they were. */
export async function changedSince(
  world: World,
  before: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const now = await contentsOf(world);
  return [...now].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name);
}
