import pg from 'pg';
import type { Config } from '../config.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import type { Say } from './call.ts';
import { joined } from './with-database.ts';

type Row = Readonly<Record<string, unknown>>;

/** What one authority had ended, or put up, after the moment that is restored. */
type OfAuthority = {
  readonly schema: string;
  readonly shares: readonly Row[];
  readonly walls: readonly string[];
};

/** What the database that is restored from had ended after a moment. */
export type EndedSince = {
  readonly accounts: readonly Row[];
  readonly places: readonly Row[];
  readonly authorities: readonly OfAuthority[];
};

/** Asks the database that is restored from, where a program runs on it; it is not started for this. Nothing where none runs. */
export async function endedSince(config: Config, moment: string): Promise<EndedSince | undefined> {
  const client = new pg.Client(joined(config).owner);
  try {
    await client.connect();
  } catch {
    return undefined;
  }
  try {
    const ask = async (text: string) => (await client.query(text, [moment])).rows;
    const authorities: OfAuthority[] = [];
    for (const { schema } of await authoritiesIn(client))
      authorities.push({
        schema,
        shares: await ask(
          `select id, ended_at, ended_by, ended_why from ${schema}.share where ended_at > $1`,
        ),
        walls: (
          await ask(`select id from ${schema}.restriction where put_at > $1 and lifted_at is null`)
        ).map(({ id }) => String(id)),
      });
    return {
      accounts: await ask('select id, disabled_at from directory.account where disabled_at > $1'),
      places: await ask(
        'select account_id, authority, ended_at from directory.account_place where ended_at > $1',
      ),
      authorities,
    };
  } finally {
    await client.end();
  }
}

/** Ends it again in what was restored, and says what only a person can: nobody comes in again by an accident of somebody else's. */
export async function endAgain(client: pg.Client, ended: EndedSince | undefined, say: Say): Promise<void> {
  if (ended === undefined)
    return say(
      'No program runs on the database it comes from, so nobody could be asked what ended since: accounts, places and shares ' +
        'that ended after that moment are open again, and walls put up after it are not there.',
    );
  const accounts = await changed(client, ended.accounts, ({ id, disabled_at: at }) => [
    'update directory.account set disabled_at = $2 where id = $1 and disabled_at is null',
    [id, at],
  ]);
  const places = await changed(client, ended.places, ({ account_id: id, authority, ended_at: at }) => [
    'update directory.account_place set ended_at = $3 where account_id = $1 and authority = $2 and ended_at is null',
    [id, authority, at],
  ]);
  let [shares, walls] = [0, 0];
  for (const { schema, shares: over, walls: put } of ended.authorities) {
    await client.query(`set search_path = ${schema}, extensions; set app.provenance = 'system'`);
    shares += await changed(client, over, ({ id, ended_at: at, ended_by: by, ended_why: why }) => [
      'update share set ended_at = $2, ended_by = coalesce((select s.id from staff s where s.id = $3), shared_by), ended_why = $4 where id = $1 and ended_at is null',
      [id, at, by, why],
    ]);
    const there = await client.query('select id from restriction where id = any ($1)', [put]);
    walls += put.length - there.rows.length;
    await client.query('reset search_path; reset app.provenance');
  }
  say(
    `Ended again, as they ended after that moment: accounts ${accounts}, places of an account ${places}, shares ${shares}.`,
  );
  if (walls > 0)
    say(
      `  LOOK HERE  Walls put up after that moment, which are not there: ${walls}. Put them up again first.`,
    );
}

/** How many rows were changed, each by a statement of its own. */
async function changed(
  client: pg.Client,
  rows: readonly Row[],
  statement: (row: Row) => readonly [text: string, values: unknown[]],
): Promise<number> {
  let count = 0;
  for (const row of rows) count += (await client.query(...statement(row))).rowCount ?? 0;
  return count;
}
