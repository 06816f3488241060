import type pg from 'pg';
import { day } from '../src/language/day.ts';
import type { Id } from '../src/language/id.ts';
import { versionedTables } from '../src/platform/database/migrate.ts';
import { createPool, type PoolTarget } from '../src/platform/database/pool.ts';
import { createDatabase, type Database } from '../src/platform/database/transaction.ts';
import { readAsked } from '../src/practice/people/likeness/index.ts';
import { find } from '../src/practice/people/search/store.ts';
import { WORKER } from './people.ts';

const ROUNDS = 100;
const WARMING = 20;
/** Whoever is sought is to stand among the first ten. */
const FIRST = 10;
const TODAY = day('2026-11-21');

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

/** Measures finding a person among everybody on record, row level security on. A worker is to find only whom they see. */
export async function benchSearch(client: pg.Client, owner: PoolTarget): Promise<readonly SearchLine[]> {
  const sought = await soughtBy(client);
  const pool = createPool(owner, { role: 'continuum_app', max: 2 });
  const database = createDatabase({ pool, versioned: await versionedTables(owner), keepsPlans: true });
  const lines: SearchLine[] = [];
  for (const viewer of ['who sees everyone', 'a worker with 20 children'] as const) {
    // As warm as a program that has served since the morning, as its pages are measured.
    for (const [kind, some] of Object.entries(sought))
      await timed(database, viewer, kind, some.slice(0, WARMING));
    for (const [kind, some] of Object.entries(sought)) lines.push(await timed(database, viewer, kind, some));
  }
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
