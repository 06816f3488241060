import { type Kysely, sql } from 'kysely';
import type { DB } from '../database/schema.ts';
import type { Anchors, Head } from './anchors.ts';

/** A head leaves after so many sealed rows, or so many milliseconds after the one before it. */
const ROWS = 1000;
const MILLISECONDS = 60_000;

/** The head of the chain of an authority as it stands now; seal 0 where nothing is sealed. */
export async function headOf(db: Kysely<DB>, authority: string): Promise<Head> {
  const newest = await db
    .selectFrom('audit_seal')
    .select(['n', 'hash'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { authority, seal: newest?.n ?? 0, hash: newest?.hash.toString('hex') ?? '0'.repeat(64) };
}

/** Sends the head out if it is another than the last that left and its time has come. `now` in milliseconds; `last` sends it at once. */
export async function anchorHead(
  db: Kysely<DB>,
  authority: string,
  anchors: Anchors,
  when: { readonly now: number } | 'last',
): Promise<boolean> {
  const head = await headOf(db, authority);
  const before = await anchors.last(authority);
  if (head.seal === 0 || head.hash === before?.hash) return false;
  const due =
    when === 'last' ||
    before === undefined ||
    when.now - Date.parse(before.at) >= MILLISECONDS ||
    (await rowsSince(db, before.seal)) >= ROWS;
  if (due) await anchors.add(head);
  return due;
}

async function rowsSince(db: Kysely<DB>, seal: number): Promise<number> {
  const found = await db
    .selectFrom('audit_seal')
    .select(sql<number>`coalesce(sum(cardinality(ids)), 0)::int`.as('rows'))
    .where('n', '>', seal)
    .executeTakeFirst();
  return found?.rows ?? 0;
}
