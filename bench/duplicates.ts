import type pg from 'pg';
import { type Id, id } from '../src/language/id.ts';
import { versionedTables } from '../src/platform/database/migrate.ts';
import { createPool, type PoolTarget } from '../src/platform/database/pool.ts';
import { createDatabase } from '../src/platform/database/transaction.ts';
import { newId } from '../src/platform/web/house.ts';
import { proposeDuplicatesOf } from '../src/practice/people/duplicate/index.ts';
import { middle } from './visiting.ts';

/** So many are put on record a second time, each with a slip in the name. */
const PLANTED = 100;
/** So many are looked through at night, as many at a time as the program takes. */
const [BY_NIGHT, AT_A_TIME] = [500, 25];
const ROUNDS = 5;

/** Milliseconds for each person put on record, the same person found among those proposed, and the rate at night. */
export type DuplicateFigures = {
  readonly median: number;
  readonly p95: number;
  readonly proposed: number;
  readonly planted: number;
  readonly lookedEachSecond: number;
  /** Reading every person and name once, without the program. Milliseconds. */
  readonly pass: number;
};

/** Measures what is done about duplicates: when somebody is put on record, and at night. */
export async function benchDuplicates(client: pg.Client, owner: PoolTarget): Promise<DuplicateFigures> {
  const planted = await plant(client);
  const pool = createPool(owner, { role: 'continuum_app', max: 2 });
  const database = createDatabase({ pool, versioned: await versionedTables(owner), keepsPlans: true });
  const now = new Date();
  const settings = { authority: 'island', now, wide: true, provenance: 'system' } as const;
  const looking = (ids: readonly Id[], occasion: 'put on record' | 'at night') =>
    database.transaction(settings, async (db) => {
      for (const one of ids) await proposeDuplicatesOf({ db, now, newId }, one, occasion);
    });
  const times: number[] = [];
  for (const one of planted) {
    const began = performance.now();
    await looking([one], 'put on record');
    times.push(performance.now() - began);
  }
  const night = await someOf(client);
  const began = performance.now();
  for (let at = 0; at < night.length; at += AT_A_TIME)
    await looking(night.slice(at, at + AT_A_TIME), 'at night');
  const seconds = (performance.now() - began) / 1000;
  await database.close();
  const { rows } = await client.query(
    `select count(distinct copy)::int as proposed from twin join duplicate_proposal p
     on (p.person_id, p.other_id) in ((copy, original), (original, copy))`,
  );
  return {
    ...middle(times),
    proposed: rows[0].proposed,
    planted: planted.length,
    lookedEachSecond: night.length / seconds,
    pass: await passOver(client),
  };
}

/** The duplicates in the words of docs/benchmarks.md. */
export function duplicatesInWords(figures: DuplicateFigures): string {
  const { median, p95, proposed, planted, lookedEachSecond, pass } = figures;
  return [
    `Duplicates: somebody put on record is compared with all others in ${median.toFixed(1)} ms (p95 ${p95.toFixed(1)}; × ${(median / pass).toFixed(2)} of reading every person and`,
    `name once, which took ${pass.toFixed(1)} ms); ${proposed} of ${planted} second records with a slip in the name were proposed. At night ${lookedEachSecond.toFixed(0)} persons are looked through`,
    'each second, of those whose name or birth was recorded since.',
  ].join('\n');
}

/** Puts some on record a second time: a letter is missing from the family name, the day of birth is the same. */
async function plant(client: pg.Client): Promise<readonly Id[]> {
  await client.query(`create temp table twin as select p.id as original, gen_random_uuid() as copy, p.born_on, n.given_name, n.family_name
    from person p join person_name n on n.person_id = p.id and n.kind = 'used' where length(n.family_name) > 6 order by md5(p.id::text) limit ${PLANTED}`);
  await client.query(
    'set session_replication_role = replica; insert into person (id, number, born_on) select copy, upper(substr(md5(copy::text), 1, 7)), born_on from twin',
  );
  await client.query(`insert into person_name (id, person_id, kind, given_name, family_name)
    select gen_random_uuid(), copy, 'used', given_name, substr(family_name, 1, 3) || substr(family_name, 5) from twin`);
  await client.query(`insert into person_name_word (person_id, word, name_id) select person_id, w, id from person_name,
    regexp_split_to_table(folded, ' ') w where person_id in (select copy from twin) on conflict do nothing`);
  const missing = `select distinct word from person_name_word b where not exists (select from name_word n where n.word = b.word)`;
  await client.query(`create temp table unheard as ${missing}`);
  await client.query('insert into name_word (word, sound) select word, sound_of(word) from unheard');
  await client.query('insert into name_word_key (key, word) select word_keys(word), word from unheard');
  await client.query('set session_replication_role = default; analyze');
  const { rows } = await client.query('select copy from twin');
  return rows.map(({ copy }) => id(copy));
}

async function someOf(client: pg.Client): Promise<readonly Id[]> {
  const { rows } = await client.query(
    `select id from person where id not in (select copy from twin) order by md5(id::text || 'night') limit ${BY_NIGHT}`,
  );
  return rows.map((row) => id(row.id));
}

async function passOver(client: pg.Client): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await client.query(
      'select count(folded), count(born_on) from person join person_name on person_id = person.id',
    );
    times.push(performance.now() - began);
  }
  return middle(times).median;
}
