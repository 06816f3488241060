import { z } from 'zod';
import { dayOf } from '../language/day.ts';
import { recordAct } from '../platform/audit/audit.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import type { Db } from '../platform/database/db.ts';
import { asOwner, migrate } from '../platform/database/migrate.ts';
import { createPool } from '../platform/database/pool.ts';
import { createDatabase } from '../platform/database/transaction.ts';
import type { Authority } from '../platform/web/context.ts';
import { newId, nowOf } from '../platform/web/house.ts';
import { isRole, ROLES } from '../profile/roles.ts';
import type { Call } from './call.ts';
import { MIGRATIONS, type Server } from './database.ts';
import { makeUser, type NewUser } from './new-user.ts';
import { readOptions, WrongUse } from './options.ts';
import { withDatabase } from './with-database.ts';

const EMAIL = z
  .string()
  .toLowerCase()
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address')
  .max(254);

const ADDED = z.strictObject({
  name: z.string().regex(/^\S+ .*\S$/, 'must be a given name and a family name, in quotation marks'),
  email: EMAIL,
  role: z.string().refine(isRole, 'must be a role of the service; `continuum user roles` lists them'),
  team: z.string().optional(),
  agency: z.string().optional(),
  title: z.string().max(200).optional(),
  authority: z.string().optional(),
});

/** Adds somebody who may sign in, and prints a password once: it was made by chance and is kept as a hash alone. */
export async function userAdd({ config, words, say }: Call): Promise<void> {
  const asked = readOptions(words, ADDED);
  const user = checked(asked);
  const password = await withDatabase(config, say, (server) =>
    inAuthority(server, asked.authority, async (db, authority) => {
      const today = dayOf(nowOf(authority), authority.profile.calendar.zone);
      const made = await makeUser(db, authority, user, today);
      await noteAct(db, 'account: add');
      return made;
    }),
  );
  say(`${asked.name} signs in as ${user.email}`);
  say(
    password === undefined
      ? 'with the password of the account that was there already.'
      : `with the password   ${password}\nIt is shown this once, and changed at the first sign-in. Hand it over in person; it is not kept in a form that can be read.`,
  );
}

/** Disables an account in every authority, and ends its sessions at once. What its owner recorded stays. */
export async function userDisable({ config, words, say }: Call): Promise<void> {
  const { email } = readOptions(words, z.strictObject({ email: EMAIL }));
  const ended = await withDatabase(config, say, async ({ owner }) => {
    await migrate(owner, MIGRATIONS);
    return asOwner(owner, async (client) => {
      const disabled = await client.query(
        'update directory.account set disabled_at = coalesce(disabled_at, now()) where sign_in_name = $1 returning id',
        [email],
      );
      if (disabled.rowCount === 0) throw new WrongUse(`Nobody signs in as ${email}`);
      const sessions = await client.query(
        'update directory.session set ended_at = now() where account_id = $1 and ended_at is null',
        [disabled.rows[0].id],
      );
      return sessions.rowCount ?? 0;
    });
  });
  say(`${email} can no longer sign in. Sessions ended: ${ended}.`);
}

/** Lists the roles that a post can carry, with whether it stands in a team or in a partner agency. */
export async function userRoles({ words, say }: Call): Promise<void> {
  readOptions(words, z.strictObject({}));
  for (const [name, role] of Object.entries(ROLES)) {
    if (role.kind !== 'system')
      say(`${name.padEnd(28)} ${role.kind === 'staff' ? '--team' : '--agency'}   ${role.title}`);
  }
}

function checked(asked: z.infer<typeof ADDED>): NewUser {
  const { name, email, role, team, agency, title } = asked;
  if (!isRole(role) || ROLES[role].kind === 'system')
    throw new WrongUse('--role is not one that a person can hold');
  if (ROLES[role].kind === 'staff' && (team === undefined || agency !== undefined))
    throw new WrongUse(`--team is needed: "${role}" works in a team of the service`);
  if (ROLES[role].kind === 'partner' && (agency === undefined || team !== undefined))
    throw new WrongUse(`--agency is needed: "${role}" works for a partner agency`);
  const at = name.lastIndexOf(' ');
  return {
    givenName: name.slice(0, at).trim(),
    familyName: name.slice(at + 1),
    email,
    role,
    team,
    agency,
    title,
  };
}

/** Works in one transaction, as the owner, on the authority that is named, or on the only one. */
async function inAuthority<Result>(
  { owner }: Server,
  named: string | undefined,
  work: (db: Db, authority: Authority) => Promise<Result>,
): Promise<Result> {
  await migrate(owner, MIGRATIONS);
  const authorities = await asOwner(owner, authoritiesIn);
  const only = authorities.length === 1 ? authorities[0] : undefined;
  const authority = named === undefined ? only : authorities.find(({ schema }) => schema === named);
  if (authority === undefined)
    throw new WrongUse(`--authority must be one of: ${authorities.map(({ schema }) => schema).join(', ')}`);
  const database = createDatabase({
    pool: createPool(owner, { role: 'none', max: 1 }),
    versioned: new Set(),
    keepsPlans: false,
  });
  try {
    return await database.transaction(
      { authority: authority.schema, now: nowOf(authority), provenance: 'system' },
      (db) => work(db, authority),
    );
  } finally {
    await database.close();
  }
}

/** The audit says that it was done from the command line; who sat there is for the machine's own log. */
function noteAct(db: Db, act: string): Promise<void> {
  return recordAct(db, { id: newId(), request: newId(), act, allowed: true, decidedBy: 'the command line' });
}
