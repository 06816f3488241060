import type pg from 'pg';
import { withDatabase } from '../../src/commands/with-database.ts';
import { readConfig } from '../../src/config.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';

/** What was told to a sender, by the words that were sent: each has words of its own. */
export type Ledger = Map<string, string>;

/** Asks the database of an installation, past every wall. */
export async function asOwnerOf<Result>(
  folder: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ DATA_DIR: folder });
  if (!config.ok) throw new Error('the folder of the proof is not one');
  return withDatabase(
    config.value,
    () => undefined,
    ({ owner }) => asOwner(owner, work),
  );
}

/** What the database holds of it, asked past every wall. */
export async function contactsByWords(folder: string): Promise<Map<string, readonly string[]>> {
  const rows = await asOwnerOf(folder, async (client) => {
    const found = await client.query(
      'select words, array_agg(reference) as references from jersey.contact group by words',
    );
    return found.rows;
  });
  return new Map(rows.map((row): [string, readonly string[]] => [row.words, row.references]));
}

/** What a program would leave that answers before it has written, and that forgets a key: found, or the reckoning shows nothing. */
export function loseOneAndDoubleOne(folder: string): Promise<void> {
  return asOwnerOf(folder, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(
      "update jersey.contact set words = words || ' (other words)' where id = (select min(id::text)::uuid from jersey.contact)",
    );
    await client.query(`insert into jersey.contact (id, reference, channel, source, told_at, told_on, words)
      select gen_random_uuid(), 'AGAIN', channel, source, told_at, told_on, words from jersey.contact order by id desc limit 1`);
  });
}

/** Compares what was acknowledged with what is kept: every acknowledgement has one contact, with that reference and no other. */
export function faultsOf(acknowledged: Ledger, kept: ReadonlyMap<string, readonly string[]>): string[] {
  const faults: string[] = [];
  for (const [words, reference] of acknowledged) {
    const there = kept.get(words) ?? [];
    if (there.length === 0) faults.push(`lost: ${words} was acknowledged as ${reference}`);
    else if (there.length > 1) faults.push(`doubled: ${words} is there as ${there.join(' and ')}`);
    else if (there[0] !== reference)
      faults.push(`mixed up: ${words} was acknowledged as ${reference} and is ${there[0]}`);
  }
  for (const [words, there] of kept)
    if (there.length > 1 && !acknowledged.has(words))
      faults.push(`doubled: ${words} is there ${there.length} times`);
  return faults;
}
