import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { makeChildNumber } from '../src/language/child-number.ts';
import { day } from '../src/language/day.ts';
import { type Id, id } from '../src/language/id.ts';
import { addAuthority } from '../src/platform/authority/authorities.ts';
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts';
import { asOwner, migrate, versionedTables } from '../src/platform/database/migrate.ts';
import { createPool, type PoolTarget } from '../src/platform/database/pool.ts';
import { createDatabase, type Database } from '../src/platform/database/transaction.ts';
import { readAsked } from '../src/practice/people/likeness/index.ts';
import { find } from '../src/practice/people/search/store.ts';

const ROUNDS = 100;
/** Whoever is sought is to stand among the first ten. */
const FIRST = 10;
const TODAY = day('2026-11-21');
const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');
const OWNER = 'continuum_owner';
/** The worker with 20 children. */
const WORKER = id('00000000-0000-4000-8000-000000000001');

/** What one way of finding took for one kind of viewer, in milliseconds, and how many of the sought were found. */
export type SearchLine = {
  readonly viewer: 'who sees everyone' | 'a worker with 20 children';
  readonly kind: string;
  readonly median: number;
  readonly p95: number;
  readonly found: number;
  readonly sought: number;
};

type Sought = { readonly id: string; readonly typed: string };

/** Measures finding a person among so many on record, row level security on. A worker is to find only whom they see. */
export async function benchSearch(people: number): Promise<readonly SearchLine[]> {
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
      return measure(owner, await soughtBy(client));
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

async function measure(
  owner: PoolTarget,
  sought: Readonly<Record<string, readonly Sought[]>>,
): Promise<readonly SearchLine[]> {
  const pool = createPool(owner, { role: 'continuum_app', max: 2 });
  const database = createDatabase({ pool, versioned: await versionedTables(owner), keepsPlans: true });
  const lines: SearchLine[] = [];
  for (const viewer of ['who sees everyone', 'a worker with 20 children'] as const)
    for (const [kind, some] of Object.entries(sought)) lines.push(await timed(database, viewer, kind, some));
  await database.close();
  return lines;
}

async function timed(
  database: Database,
  viewer: SearchLine['viewer'],
  kind: string,
  some: readonly Sought[],
): Promise<SearchLine> {
  const principals: readonly Id[] = [WORKER];
  const settings = { authority: 'island', now: new Date(), wide: viewer === 'who sees everyone', principals };
  const times: number[] = [];
  let found = 0;
  for (const one of some) {
    const began = performance.now();
    const hits = await database.transaction(settings, (db) => find(db, readAsked(one.typed, TODAY), 20));
    times.push(performance.now() - began);
    if (hits.slice(0, FIRST).some((hit) => hit.id === one.id)) found += 1;
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { viewer, kind, median: at(0.5), p95: at(0.95), found, sought: some.length };
}

async function soughtBy(client: pg.Client): Promise<Readonly<Record<string, readonly Sought[]>>> {
  const { rows } = await client.query(
    `select p.id, p.number, p.born_on::text as born_on, n.given_name, n.family_name, d.value, a.lines, former.family_name as former
     from person p join person_name n on n.person_id = p.id and n.kind = 'used' join person_name former on former.person_id = p.id and former.kind = 'former'
     join address a on a.person_id = p.id join contact_details d on d.person_id = p.id
     order by md5(p.id::text) limit ${ROUNDS}`,
  );
  const slip = (name: string) => `${name.slice(0, 2)}${name.slice(3)}`;
  const swap = (text: string, at: number) =>
    `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
  const exchanged = (date: string) => {
    const [year, month, dayOfMonth] = date.split('-');
    return Number(dayOfMonth) > 12 ? date : `${year}-${dayOfMonth}-${month}`;
  };
  const by = (typed: (row: (typeof rows)[number]) => string) =>
    rows.map((row) => ({ id: row.id, typed: typed(row) }));
  return {
    'a misspelt name': by((row) => `${slip(row.given_name)} ${slip(row.family_name)}`),
    'a name': by((row) => `${row.given_name} ${row.family_name}`),
    'a first name alone': by((row) => row.given_name),
    'a family name misspelt and the day of birth': by((row) => `${slip(row.family_name)} ${row.born_on}`),
    'the day of birth': by((row) => row.born_on),
    'the child number': by((row) => row.number),
    'the telephone': by((row) => row.value),
    'a former name misspelt': by((row) => `${row.given_name} ${slip(row.former)}`),
    'a former name, two letters exchanged': by((row) => `${row.given_name} ${swap(row.former, 2)}`),
    'an initial, the family name and the day of birth': by(
      (row) => `${row.given_name.charAt(0)} ${row.family_name} ${row.born_on}`,
    ),
    'a misspelt name, day and month exchanged': by(
      (row) => `${slip(row.given_name)} ${row.family_name} ${exchanged(row.born_on)}`,
    ),
    'the telephone, two figures exchanged': by((row) => swap(row.value, row.value.length - 3)),
    'the child number, two signs exchanged': by((row) => swap(row.number, 3)),
    'an address': by((row) => row.lines),
    'an address misspelt': by((row) => row.lines.replace(/(\w{3})\w/u, '$1')),
  };
}
