import { randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';

type Kept = Readonly<Record<string, string>>;

/**
 * Somebody new of the staff with an account and a post, the team and the agency of theirs, and what waits for a second person about them: each
 * time somebody else, so that nobody of the tests is changed.
 */
export async function memberKept(world: World): Promise<Kept> {
  const [staffId, postId, holdingId, requestId, teamId, agencyId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  );
  const name = `${staffId}@island.example`;
  const quill = "(select id from staff where email = 'quill@island.example')";
  await world.rows(`
    insert into team (id, title, service) values ('${teamId}', 'Team ${teamId}', 'care');
    insert into agency (id, title, kind) values ('${agencyId}', 'Agency ${agencyId}', 'voluntary');
    insert into staff (id, given_name, family_name, email, started_on) values ('${staffId}', 'Merryn', 'Kelp', '${name}', '2020-01-01');
    insert into post (id, team_id, role, title) values ('${postId}', '${teamId}', 'social worker', 'Social worker');
    insert into post_holding (id, post_id, staff_id, from_on) values ('${holdingId}', '${postId}', '${staffId}', '2020-01-01');
    insert into right_request (id, kind, staff_id, reason, asked_by, asked_at)
      values ('${requestId}', 'second step', '${staffId}', 'Their telephone was lost.', ${quill}, now());
    with account as (insert into directory.account (id, sign_in_name) values (gen_random_uuid(), '${name}') returning id)
    insert into directory.account_place (account_id, authority, staff_id) select id, 'island', '${staffId}' from account`);
  return {
    staffId: `${staffId}`,
    postId: `${postId}`,
    holdingId: `${holdingId}`,
    requestId: `${requestId}`,
    teamId: `${teamId}`,
    agencyId: `${agencyId}`,
  };
}

async function memberWhoLeft(world: World): Promise<Kept> {
  const kept = await memberKept(world);
  await world.rows("update staff set left_on = '2026-01-01' where id = $1", [kept['staffId']]);
  return kept;
}

async function emptyTeam(world: World): Promise<Kept> {
  const kept = await memberKept(world);
  await world.rows("update post_holding set until_on = '2020-01-02' where id = $1", [kept['holdingId']]);
  return kept;
}

const ADMINISTERED = ['/staff/', '/post-holdings/', '/right-requests/', '/teams/', '/agencies/'];

/** What each act of administration can be done to. */
export const KEEPING_MAKERS: readonly (readonly [string, (world: World) => Promise<Kept>])[] = [
  ['account: come back', memberWhoLeft],
  ['team: close', emptyTeam],
  ...ADMINISTERED.map((path) => [path, memberKept] as const),
];

type Raw = Record<string, string | readonly string[]>;
type Bend = (raw: Raw, world: World, subject: Kept) => Promise<void>;

const without = (raw: Raw, ...names: readonly string[]) => {
  for (const name of names) delete raw[name];
};

/** A name that nothing else has, with whatever is nasty about it. */
function nameApart(raw: Raw): void {
  raw['title'] = `${[...String(raw['title'] ?? '')].slice(0, 50).join('')} ${randomUUID()}`;
}

/** The answers that chance alone would never get right. */
export const KEEPING_BENDS: Readonly<Record<string, Bend>> = {
  'account: add': async (raw) => {
    without(raw, 'agencyId');
    raw['email'] = `${randomUUID()}@Island.example`;
  },
  'account: give a post': async (raw, _, subject) => {
    without(raw, 'postId', 'managedBy', 'untilOn');
    Object.assign(raw, { role: 'social worker', teamId: subject['teamId'] ?? '', fromOn: 'today' });
  },
  'account: end a post': async (raw) => {
    raw['when'] = 'now';
  },
  'account: change a post': async (raw) => {
    raw['fromOn'] = 'tomorrow';
  },
  'account: agree': async (raw) => {
    if ((raw['whyNot'] ?? '') === '') raw['agree'] = 'yes';
  },
  'team: make': async (raw) => {
    nameApart(raw);
    raw['service'] = 'care';
  },
  'team: rename': async (raw) => nameApart(raw),
  'team: say who manages it': async (raw, world) => {
    const [post] = await world.rows("select id from post where role = 'head of service'");
    raw['postId'] = String(post?.['id']);
  },
  'agency: make': async (raw) => {
    nameApart(raw);
    raw['until'] = 'no end';
  },
  'agency: agreement': async (raw) => {
    raw['until'] = 'no end';
  },
};
