import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addStaff } from '../support/staff.ts';
import { asOwnerOf } from './ledger.ts';

/** A child who is open, with a mother, whom Tess works with. */
export type Child = { readonly id: string; readonly period: string; readonly mother: string };

/** The children, and who works with what token: Tess has them, Ivo takes them over, Hugo rates and authorises. */
export type Work = {
  readonly children: readonly Child[];
  readonly tokens: Readonly<Record<'tess' | 'ivo' | 'hugo', string>>;
  readonly ivo: string;
};

/** Puts the staff and so many open children into the authority `island` of an installation, past every wall. */
export function openWork(folder: string, count: number): Promise<Work> {
  return asOwnerOf(folder, async (client) => {
    await addStaff(client);
    const ids = await client.query("select split_part(email, '@', 1) as key, id from staff");
    const staff = new Map(ids.rows.map((row): [string, string] => [row.key, row.id]));
    const children: Child[] = [];
    for (let turn = 0; turn < count; turn += 1)
      children.push(await openChild(client, `Child${turn}`, staff.get('tess') ?? ''));
    const tokens = {
      tess: await signedIn(client, 'tess'),
      ivo: await signedIn(client, 'ivo'),
      hugo: await signedIn(client, 'hugo'),
    };
    return { children, tokens, ivo: staff.get('ivo') ?? '' };
  });
}

async function openChild(client: pg.Client, name: string, worker: string): Promise<Child> {
  const [child, mother, period] = [randomUUID(), randomUUID(), randomUUID()];
  await person(client, child, name, '2015-05-05');
  await person(client, mother, `Mother of ${name}`, '1990-03-03');
  await client.query(
    "insert into relationship (id, person_id, other_id, kind) values ($1, $2, $3, 'mother'), ($4, $3, $2, 'child')",
    [randomUUID(), child, mother, randomUUID()],
  );
  await client.query(
    "insert into period_of_service (id, person_id, kind, basis, basis_words, began_on) values ($1, $2, 'in need', 'decided', 'Help at home.', '2026-01-05')",
    [period, child],
  );
  await client.query(
    "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'worker', '2026-01-05')",
    [randomUUID(), child, worker],
  );
  return { id: child, period, mother };
}

async function person(client: pg.Client, id: string, name: string, bornOn: string): Promise<void> {
  const number = `K${createHash('sha256').update(id).digest('hex').slice(0, 8).toUpperCase()}`;
  await client.query('insert into person (id, number, born_on) values ($1, $2, $3)', [id, number, bornOn]);
  await client.query(
    "insert into person_name (id, person_id, kind, given_name) values ($1, $2, 'used', $3)",
    [randomUUID(), id, name],
  );
}

/** A session as signing in begins one, with the token that only a browser has. */
async function signedIn(client: pg.Client, key: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into directory.session (token_hash, account_id, authority, manner, factor, began_at, seen_at, ends_at, proved_at)
     select $1, id, 'island', 'password', 'code', now(), now(), now() + interval '12 hours', now() from directory.account where sign_in_name = $2`,
    [createHash('sha256').update(token).digest(), `${key}@island.example`],
  );
  return token;
}
