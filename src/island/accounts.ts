import pg from 'pg';
import { asOwner } from '../platform/database/migrate.ts';
import type { PoolTarget } from '../platform/database/pool.ts';

/**
 * Ends the making of an island: accounts for its people, and, of a new one, statistics for the planner, which would otherwise take
 * every table for empty until the database looks by itself.
 */
export async function finishIsland(
  owner: PoolTarget | string,
  authority: string,
  age: 'new' | undefined,
): Promise<void> {
  await openAccounts(owner, authority);
  if (age === undefined) return;
  await asOwner(owner, async (client) => {
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1",
      [authority],
    );
    await client.query(`analyze ${tables.rows.map(({ name }) => name).join(', ')}`);
  });
}

/**
 * Gives everybody who works on the island today an account without a password: one signs in by picking a person, which exists only
 * in a demonstration. Given again it adds what is missing. An account of that name in another authority is used here too.
 */
async function openAccounts(owner: PoolTarget | string, authority: string): Promise<void> {
  const staff = `${pg.escapeIdentifier(authority)}.staff`;
  await asOwner(owner, async (client) => {
    await client.query(
      `insert into directory.account (id, sign_in_name)
         select gen_random_uuid(), email from ${staff} where email is not null and left_on is null on conflict do nothing`,
    );
    await client.query(
      `insert into directory.account_place (account_id, authority, staff_id)
         select a.id, $1, s.id from ${staff} s join directory.account a on a.sign_in_name = s.email where s.left_on is null on conflict do nothing`,
      [authority],
    );
  });
}

/** Says whether anybody works in an authority: then it has been filled, and is left as it is. */
export async function isPeopled(owner: PoolTarget | string, authority: string): Promise<boolean> {
  return asOwner(owner, async (client) => {
    const found = await client.query(`select from ${pg.escapeIdentifier(authority)}.staff limit 1`);
    return found.rowCount !== 0;
  });
}
