import { sql } from 'kysely';
import { z } from 'zod';
import { type Id, id } from '../../language/id.ts';
import type { Db } from '../database/db.ts';

/** Where a passkey is good: the name of the site, and the address that a page of it has. */
export type Site = { readonly name: string; readonly origin: string };

/** Taken into memory when somebody first uses a passkey: twenty megabytes that a service without any need not hold. */
const library = () => import('@simplewebauthn/server');

/** Passkeys that one account may have. */
const MOST = 20;
const LONGEST_RESPONSE = 20_000;
/** EdDSA, ES256 and RS256 (RFC 9053, RFC 8812): what devices have today. */
const ALGORITHMS = [-8, -7, -257];

const BASE64URL = z
  .string()
  .regex(/^[\w-]+={0,2}$/)
  .max(10_000);
const COMMON = { id: BASE64URL, rawId: BASE64URL, type: z.literal('public-key') };
const MADE = z.object({
  ...COMMON,
  response: z.object({
    clientDataJSON: BASE64URL,
    attestationObject: BASE64URL,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});
const USED = z.object({
  ...COMMON,
  response: z.object({
    clientDataJSON: BASE64URL,
    authenticatorData: BASE64URL,
    signature: BASE64URL,
    userHandle: BASE64URL.nullish(),
  }),
});

/** What a browser is asked for to make a passkey, with the challenge that its answer must sign. */
export async function optionsToMake(db: Db, site: Site, owner: { accountId: Id; name: string }) {
  const rows = await db
    .selectFrom('directory.passkey')
    .select('credential_id')
    .where('account_id', '=', owner.accountId)
    .execute();
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: 'Continuum',
    rpID: site.name,
    userName: owner.name,
    userID: Uint8Array.from(Buffer.from(owner.accountId.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    excludeCredentials: rows.map((row) => ({ id: row.credential_id.toString('base64url') })),
  });
}

/** Keeps a passkey that a browser has just made for this challenge, or says that it is none. */
export async function keepPasskey(
  db: Db,
  made: { site: Site; challenge: string; accountId: Id; response: string; name: string; newId: Id },
): Promise<'kept' | 'not a passkey' | 'too many'> {
  const read = MADE.safeParse(parsed(made.response));
  if (!read.success) return 'not a passkey';
  const { id: credential, rawId, type, response } = read.data;
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    response: {
      id: credential,
      rawId,
      type,
      response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge: made.challenge,
    expectedOrigin: made.site.origin,
    expectedRPID: made.site.name,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!verified?.verified || !verified.registrationInfo) return 'not a passkey';
  const kept = verified.registrationInfo.credential;
  const added =
    await sql`insert into directory.passkey (id, account_id, credential_id, public_key, counter, transports, site, name)
    select ${made.newId}, ${made.accountId}, ${Buffer.from(kept.id, 'base64url')}, ${Buffer.from(kept.publicKey)}, ${kept.counter},
      ${response.transports ?? []}, ${made.site.name}, ${made.name}
    where (select count(*) from directory.passkey where account_id = ${made.accountId}) < ${MOST}
    on conflict (credential_id) do nothing`.execute(db);
  return added.numAffectedRows === 1n ? 'kept' : 'too many';
}

/** What a browser is asked for to use a passkey: one of the account, or, where nobody is known yet, any that knows its owner. */
export async function optionsToUse(db: Db, site: Site, accountId: Id | undefined) {
  const rows =
    accountId === undefined
      ? []
      : await db
          .selectFrom('directory.passkey')
          .select('credential_id')
          .where('account_id', '=', accountId)
          .execute();
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: site.name,
    userVerification: accountId === undefined ? 'required' : 'preferred',
    allowCredentials: rows.map((row) => ({ id: row.credential_id.toString('base64url') })),
  });
}

/**
 * The account whose passkey signed this challenge, or nothing. Refused alike: another site's page, another challenge, another account
 * than the one expected, a signature that does not fit, a counter that went back (a copy of the key is about). Where nobody is expected,
 * the passkey stands for the password too, and must have asked its owner who they are.
 */
export async function takePasskey(
  db: Db,
  used: { site: Site; challenge: string; response: string; expected: Id | undefined },
): Promise<{ accountId: Id } | undefined> {
  const read = USED.safeParse(parsed(used.response));
  if (!read.success) return undefined;
  const row = await passkeyOf(db, read.data.id);
  if (row === undefined || row.site !== used.site.name) return undefined;
  if (used.expected !== undefined && row.account_id !== used.expected) return undefined;
  const { userHandle, ...response } = read.data.response;
  const { verifyAuthenticationResponse } = await library();
  const verified = await verifyAuthenticationResponse({
    response: { ...read.data, response, clientExtensionResults: {} },
    expectedChallenge: used.challenge,
    expectedOrigin: used.site.origin,
    expectedRPID: used.site.name,
    credential: {
      id: read.data.id,
      publicKey: Uint8Array.from(row.public_key),
      counter: Number(row.counter),
    },
    requireUserVerification: used.expected === undefined,
  }).catch(() => undefined);
  if (!verified?.verified || !isHandleOf(userHandle, row.account_id)) return undefined;
  const { newCounter } = verified.authenticationInfo;
  // Beside the check above: of two answers at once with one counter, one is taken.
  const taken = await sql`update directory.passkey set counter = ${newCounter}, used_at = now()
    where id = ${row.id} and (counter < ${newCounter} or (counter = 0 and ${newCounter} = 0))`.execute(db);
  return taken.numAffectedRows === 1n ? { accountId: id(row.account_id) } : undefined;
}

/** Gives a passkey another name. */
export async function renamePasskey(db: Db, accountId: Id, passkeyId: Id, name: string): Promise<void> {
  await db
    .updateTable('directory.passkey')
    .set({ name })
    .where('id', '=', passkeyId)
    .where('account_id', '=', accountId)
    .execute();
}

function passkeyOf(db: Db, credential: string) {
  return db
    .selectFrom('directory.passkey')
    .select(['id', 'account_id', 'public_key', 'counter', 'site'])
    .where('credential_id', '=', Buffer.from(credential, 'base64url'))
    .executeTakeFirst();
}

/** What the device says of its owner, where it says anything, is the account that it was made for. */
function isHandleOf(handle: string | null | undefined, accountId: string): boolean {
  if (handle === null || handle === undefined) return true;
  return Buffer.from(handle, 'base64url').toString('hex') === accountId.replaceAll('-', '');
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_RESPONSE) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
