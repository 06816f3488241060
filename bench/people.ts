import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { makeChildNumber } from '../src/language/child-number.ts';
import { id } from '../src/language/id.ts';
import { addAuthority } from '../src/platform/authority/authorities.ts';
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts';
import { asOwner, migrate } from '../src/platform/database/migrate.ts';
import type { PoolTarget } from '../src/platform/database/pool.ts';

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');
const OWNER = 'continuum_owner';
/** The worker with 20 children. */
export const WORKER = id('00000000-0000-4000-8000-000000000001');

/** A database with so many invented people on record and nothing else; it goes when the work on it is done. */
export async function withPeople<Result>(
  people: number,
  work: (client: pg.Client, owner: PoolTarget) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-bench-'));
  const server = await startEmbedded({
    dataDir: join(folder, 'postgres'),
    durable: false,
    log: () => undefined,
  });
  try {
    const owner = server.url('bench', OWNER);
    await asOwner(server.url('postgres', OWNER), (client) => client.query('create database bench'));
    await migrate(owner, MIGRATIONS);
    await addAuthority(
      owner,
      { schema: 'island', title: 'Bench', profile: 'jersey', demonstration: true },
      MIGRATIONS,
    );
    return await asOwner(owner, async (client) => {
      await populate(client, people);
      return work(client, owner);
    });
  } finally {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Invented names, as often alike as people's names are: a few that many have, many that few have. Set at a time, past the triggers. */
async function populate(client: pg.Client, people: number): Promise<void> {
  await client.query(
    'set search_path = island, extensions; set session_replication_role = replica; select setseed(0.5)',
  );
  await client.query(`create temp table syllable as select s from unnest(array['ba','co','du','fer','gu','ha','ju','ke','li','mar','ne','o',
    'pen','qui','ro','sa','ta','wre','zu','e','lon','tri','sku','vel','mou']) s`);
  await client.query(`create temp table given as select row_number() over () as n, initcap(a.s || b.s || c.s) as name
    from syllable a, syllable b, syllable c where random() < 0.2`);
  await client.query(`create temp table family as select row_number() over () as n,
    initcap(a.s || b.s || c.s || (array['ski','ton','des','rin','n','ll','mont','ra','cle','u'])[1 + floor(random() * 10)::int]) as name
    from syllable a, syllable b, syllable c`);
  await client.query(`create temp table made as select gen_random_uuid() as id, i,
    (select count(*) from given) * power(random(), 2) as g, (select count(*) from family) * power(random(), 2) as f
    from generate_series(1, ${people}) i`);
  await client.query(
    `insert into person (id, number, born_on) select made.id, free.number, date '2005-01-01' + floor(random() * 7600)::int
     from made join unnest($1::text[]) with ordinality as free(number, i) using (i) on conflict do nothing`,
    [Array.from({ length: people }, () => makeChildNumber(randomBytes(7)))],
  );
  await client.query(`insert into person_name (id, person_id, kind, given_name, family_name)
    select gen_random_uuid(), person.id, 'used', given.name, family.name
    from made join person using (id) join given on given.n = 1 + floor(g) join family on family.n = 1 + floor(f)`);
  await client.query(`insert into person_name (id, person_id, kind, given_name, family_name)
    select gen_random_uuid(), made.id, 'former', given.name, family.name from made join person using (id)
    join given on given.n = 1 + floor(g) join family on family.n = 1 + (i * 7) % (select count(*) from family) where i % 10 = 0`);
  await client.query(`insert into address (id, person_id, lines)
    select gen_random_uuid(), person.id, (1 + i % 300) || ' ' || family.name || ' ' || (array['Lane', 'Road', 'Close'])[1 + i % 3]
    from made join person using (id) join family on family.n = 1 + i % (select count(*) from family)`);
  await client.query(`insert into address_word (address_id, word)
    select distinct id, w from address, regexp_split_to_table(fold_place(lines, postcode), ' ') w`);
  await client.query('insert into place_word (word) select distinct word from address_word');
  await client.query(`insert into place_word_key (key, word) select word_keys(word), word from place_word
    where length(word) > 3 and word !~ '[0-9]'`);
  await client.query(`insert into person_name_word (person_id, word, name_id)
    select person_id, w, id from person_name, regexp_split_to_table(folded, ' ') w on conflict do nothing`);
  await client.query(
    'insert into name_word (word, sound) select w, sound_of(w) from (select distinct word as w from person_name_word) d',
  );
  await client.query('insert into name_word_key (key, word) select word_keys(word), word from name_word');
  await client.query(`insert into contact_details (id, person_id, kind, value)
    select gen_random_uuid(), person.id, 'telephone', '07797 ' || lpad(i::text, 7, '0') from made join person using (id) where random() < 0.5`);
  await client.query(
    `insert into sight (principal, person_id, ground) select $1, id, 'allocation' from person order by random() limit 20`,
    [WORKER],
  );
  await client.query(
    `insert into sight (principal, person_id, ground) select gen_random_uuid(), id, 'allocation' from made where i % 30 = 0`,
  );
  await client.query('set session_replication_role = default');
  await client.query('vacuum analyze');
}
