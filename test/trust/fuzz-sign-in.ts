import { randomBytes, randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';

/** A session somewhere else, a passkey, and codes besides, of somebody of the tests: none of them is the last. */
export async function signInOf(world: World, key: string): Promise<Readonly<Record<string, string>>> {
  const [passkeyId, sessionId] = [randomUUID(), randomUUID()];
  const of = '(select id from directory.account where sign_in_name = $1)';
  const name = `${key}@island.example`;
  await world.rows(
    `insert into directory.one_time_code (account_id, secret, confirmed_at) values (${of}, $2, now()) on conflict (account_id) do nothing`,
    [name, randomBytes(20)],
  );
  await world.rows(
    `insert into directory.passkey (id, account_id, credential_id, public_key, counter, site, name)
      values ($2, ${of}, $3, $3, 0, 'localhost', 'Work laptop')`,
    [name, passkeyId, randomBytes(32)],
  );
  await world.rows(
    `insert into directory.session (id, token_hash, account_id, authority, manner, factor, began_at, seen_at, ends_at, proved_at)
      values ($2, $3, ${of}, 'island', 'password', 'code', now(), now(), now() + interval '1 hour', now())`,
    [name, sessionId, randomBytes(32)],
  );
  return { passkeyId, sessionId };
}

/** Cleo does it, whom the test asks first. */
export const SIGN_IN_MAKERS: readonly (readonly [
  string,
  (world: World) => Promise<Readonly<Record<string, string>>>,
])[] = [
  ['own account: remove codes', (world) => signInOf(world, 'cleo')],
  ['/own-account/passkeys/', (world) => signInOf(world, 'cleo')],
  ['/own-account/sessions/', (world) => signInOf(world, 'cleo')],
];
