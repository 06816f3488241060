import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Db } from '../platform/database/db.ts';
import { hashPassword } from '../platform/identity/password.ts';
import type { Authority } from '../platform/web/context.ts';
import { newId } from '../platform/web/house.ts';
import type { Role } from '../profile/roles.ts';
import { WrongUse } from './options.ts';

/** Somebody who is to sign in. */
export type NewUser = {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly role: Role;
  readonly team: string | undefined;
  readonly agency: string | undefined;
  readonly title: string | undefined;
};

/** Makes the member of staff, the post and the account in one transaction. Returns the password, or nothing if the account had one. */
export async function makeUser(
  db: Db,
  authority: Authority,
  user: NewUser,
  today: Day,
): Promise<string | undefined> {
  const account = await db
    .selectFrom('directory.account')
    .select('id')
    .where('sign_in_name', '=', user.email)
    .executeTakeFirst();
  if (account !== undefined) await refuseTwice(db, authority, account.id, user.email);
  const staffId = await makeStaff(db, authority, user, today);
  const password = account === undefined ? madePassword() : undefined;
  const accountId = account?.id ?? newId();
  if (password !== undefined) {
    await db
      .insertInto('directory.account')
      .values({
        id: accountId,
        sign_in_name: user.email,
        password_hash: await hashPassword(password),
        password_handed_over_at: sql`now()`,
      })
      .execute();
  }
  await db
    .insertInto('directory.account_place')
    .values({ account_id: accountId, authority: authority.schema, staff_id: staffId })
    .execute();
  return password;
}

async function refuseTwice(db: Db, authority: Authority, account: Id, email: string): Promise<void> {
  const there = await db
    .selectFrom('directory.account_place')
    .select('staff_id')
    .where('account_id', '=', account)
    .where('authority', '=', authority.schema)
    .executeTakeFirst();
  if (there !== undefined) throw new WrongUse(`${email} signs in to ${authority.schema} already`);
}

async function makeStaff(db: Db, authority: Authority, user: NewUser, today: Day): Promise<Id> {
  const place =
    user.team === undefined
      ? { agency_id: await agencyOf(db, authority, user.agency ?? '') }
      : { team_id: await teamOf(db, authority, user.team) };
  const [staffId, postId] = [newId(), newId()];
  await db
    .insertInto('staff')
    .values({
      id: staffId,
      given_name: user.givenName,
      family_name: user.familyName,
      email: user.email,
      agency_id: 'agency_id' in place ? place.agency_id : null,
      started_on: today,
    })
    .execute();
  const title = user.title ?? authority.profile.roles[user.role].title;
  await db
    .insertInto('post')
    .values({ id: postId, role: user.role, title, ...place })
    .execute();
  await db
    .insertInto('post_holding')
    .values({ id: newId(), post_id: postId, staff_id: staffId, from_on: today })
    .execute();
  return staffId;
}

/** A team that is there, or one that the profile names and nobody has needed yet. */
async function teamOf(db: Db, authority: Authority, title: string): Promise<Id> {
  const teams = await db.selectFrom('team').select(['id', 'title']).where('ended_on', 'is', null).execute();
  const there = teams.find((team) => team.title === title);
  if (there !== undefined) return there.id;
  const rule = authority.profile.organisation.find((team) => team.title === title);
  if (rule === undefined)
    throw new WrongUse(`There is no team "${title}". ${listed(authority.profile.organisation, teams)}`);
  const id = newId();
  await db.insertInto('team').values({ id, title, service: rule.service }).execute();
  return id;
}

/** An agency that is there, or one that the profile names. */
async function agencyOf(db: Db, authority: Authority, title: string): Promise<Id> {
  const agencies = await db
    .selectFrom('agency')
    .select(['id', 'title'])
    .where('ended_on', 'is', null)
    .execute();
  const there = agencies.find((agency) => agency.title === title);
  if (there !== undefined) return there.id;
  const known = authority.profile.agencies.find((agency) => agency.title === title);
  if (known === undefined)
    throw new WrongUse(`There is no agency "${title}". ${listed(authority.profile.agencies, agencies)}`);
  const id = newId();
  await db.insertInto('agency').values({ id, title, kind: known.kind }).execute();
  return id;
}

function listed(...lists: readonly (readonly { readonly title: string }[])[]): string {
  return `There are: ${[...new Set(lists.flat().map(({ title }) => title))].sort().join(', ')}`;
}

/** Without letters and digits that look alike when they are read out. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Five groups of four, about 99 random bits. Nobody chooses it, so nobody can know it beforehand. */
function madePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
