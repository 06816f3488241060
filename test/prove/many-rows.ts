import type pg from 'pg';

/** So many rows at once: no transaction is longer than a minute. */
const AT_ONCE = 100_000;

/** What holds most rows in a record that is used, each with the statement that writes rows from one number up to another. */
const TABLES: Readonly<Record<string, string>> = {
  person:
    "insert into person (id, number, born_on) select md5('g18 ' || i)::uuid, 'G' || lpad(i::text, 8, '0'), date '2008-01-01' + i % 6000 from generate_series($1::int, $2::int) i",
  person_name:
    "insert into person_name (id, person_id, kind, given_name, family_name) select gen_random_uuid(), md5('g18 ' || i)::uuid, 'used', 'Given' || i % 4000, 'Family' || i % 9000 from generate_series($1::int, $2::int) i",
  period_of_service:
    "insert into period_of_service (id, person_id, kind, basis, basis_words, began_on, ended_on, ended_reason) select gen_random_uuid(), md5('g18 ' || i)::uuid, 'in need', 'decided', 'Help.', date '2019-01-01' + i % 700, date '2021-06-01', 'no longer in need' from generate_series($1::int, $2::int) i",
  allocation:
    "insert into allocation (id, person_id, staff_id, kind, from_on, ended_on) select gen_random_uuid(), md5('g18 ' || i)::uuid, (select id from staff order by id limit 1), 'worker', date '2019-01-01' + i % 700, date '2021-06-01' from generate_series($1::int, $2::int) i",
  contact:
    "insert into contact (id, reference, channel, source, told_at, told_on, words, answered_at) select gen_random_uuid(), 'G-' || i, 'web form', '1A', timestamptz '2019-01-01' + i * interval '1 minute', date '2019-01-01' + i / 1440, 'Words of letter ' || i, timestamptz '2019-01-02' + i * interval '1 minute' from generate_series($1::int, $2::int) i",
  audit:
    "insert into audit (id, at, actor, request, act, subject_kind, subject_id, persons, allowed, decided_by) select gen_random_uuid(), timestamptz '2019-01-01' + i * interval '1 minute', (select id from staff order by id limit 1), 'g18', 'person: read', 'person', md5('g18 ' || i)::uuid, array[md5('g18 ' || i)::uuid], true, 'role has \"person: read\"' from generate_series($1::int, $2::int) i",
};

/** Writes so many rows into each of the largest tables of the authority `island`, past triggers and walls, and has the server look at what there is. */
export async function writeManyRows(
  client: pg.Client,
  count: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  await client.query('set search_path = island, extensions; set session_replication_role = replica');
  for (const [table, insert] of Object.entries(TABLES)) {
    const { rows } = await client.query(`select count(*)::int as there from ${table}`);
    for (let from = 1; from <= count; from += AT_ONCE)
      await client.query(insert, [from, Math.min(count, from + AT_ONCE - 1)]);
    say(`${table}: ${rows[0].there + count} rows`);
  }
  await client.query('set session_replication_role = default; analyze');
  return Object.keys(TABLES);
}
