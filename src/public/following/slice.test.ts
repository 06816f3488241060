import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { A_CONTACT } from '../../../test/support/contacts.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { forgetTries } from '../../platform/web/door-tries.ts';
import { recordContact } from '../../practice/hub/contact/index.ts';
import { makePrivateLink } from '../../practice/hub/private-link/index.ts';

let world: World;
const tokens = { open: '', ended: '', revoked: '', unknown: randomBytes(16).toString('base64url') };
beforeAll(async () => {
  world = await openWorld();
  tokens.open = await linked('one that opens');
  tokens.ended = await linked('one that ended', "ends_at = now() - interval '1 second'");
  tokens.revoked = await linked(
    'one that was revoked',
    'revoked_at = now(), revoked_by = (select id from staff limit 1)',
  );
});
afterAll(() => world.close());
afterEach(() => world.rows('delete from directory.door_try'));

/** A contact with a link to it, and what became of the link. */
function linked(key: string, since?: string): Promise<string> {
  return world
    .within(async (surroundings) => {
      const contact = await recordContact(surroundings, {
        ...A_CONTACT,
        channel: 'public form',
        source: '1B',
        about: 'help',
        toldAt: surroundings.now,
        words: 'She is hungry after school.',
        referrer: { kind: 'public', name: 'Ada Lugsail' },
        children: [{ givenName: 'Saffron', familyName: 'Barnacle' }],
        familyMembers: [],
      });
      return { ...contact, ...(await makePrivateLink(surroundings, contact.id, 'referrer', key)) };
    })
    .then(async ({ id, url }) => {
      if (since) await world.rows(`update private_link set ${since} where contact_id = $1`, [id]);
      return url.replace('/follow/', '');
    });
}

const LIMIT = 60;
const HOME = '198.51.100.7';

async function follow(token: string, { from = HOME, language = '' } = {}) {
  const answer = await world.server.inject({ url: `${language}/follow/${token}`, remoteAddress: from });
  const { statusCode, headers } = answer;
  const body = answer.body.replaceAll(/nonce="[^"]*"/g, '').replaceAll(token, 'TOKEN');
  return { statusCode, retryAfter: headers['retry-after'], body };
}

/** As if the one try that was made had been made so often: of the same secret, or each of another. */
function asIfTried(times: number, secret: 'the same' | 'others' = 'the same'): Promise<unknown> {
  const hash = secret === 'the same' ? 'secret_hash' : 'sha256(n::text::bytea)';
  return world.rows(
    `insert into directory.door_try (id, door, secret_hash, source_hash, opened, tried_at)
     select gen_random_uuid(), door, ${hash}, source_hash, opened, tried_at from directory.door_try, generate_series(2, $1::int) n`,
    [times],
  );
}

describe('A private link that is tried too often', () => {
  it('says when to try again, in the reader’s language, and whom to call', async () => {
    expect((await follow(tokens.open)).statusCode).toBe(200);
    await asIfTried(LIMIT - 1);
    expect((await follow(tokens.open)).statusCode).toBe(200);
    const answer = await follow(tokens.open);
    expect(answer.statusCode).toBe(429);
    const wait = new Date(String(answer.retryAfter)).getTime() - Date.now();
    expect(wait).toBeGreaterThan(10 * 60_000);
    expect(wait).toBeLessThanOrEqual(16 * 60_000);
    expect(answer.body).toMatch(/Try again after \d{1,2}:\d\d[ap]m, or call 01534/);
    expect(answer.body).not.toContain('Received');
    expect((await follow(tokens.open, { language: '/pt' })).body).toMatch(
      /Tente de novo depois das \d\d:\d\d/,
    );
  });

  it('opens elsewhere all the same, and here again when a quarter of an hour has gone', async () => {
    await follow(tokens.open);
    await asIfTried(LIMIT);
    expect((await follow(tokens.open)).statusCode).toBe(429);
    expect((await follow(tokens.open, { from: '198.51.100.8' })).statusCode).toBe(200);
    await world.rows("update directory.door_try set tried_at = tried_at - interval '15 minutes'");
    expect((await follow(tokens.open)).statusCode).toBe(200);
  });

  it.each(['unknown', 'ended', 'revoked'] as const)(
    'answers one that opens nothing as often, and alike: %s',
    async (kind) => {
      const first = await follow(tokens[kind]);
      expect(first.statusCode).toBe(404);
      await asIfTried(LIMIT - 1);
      expect(await follow(tokens[kind])).toEqual(first);
      const { statusCode, body } = await follow(tokens[kind]);
      expect(statusCode).toBe(429);
      await world.rows('delete from directory.door_try');
      expect(first).toEqual(await follow(randomBytes(16).toString('base64url')));
      await world.rows('delete from directory.door_try');
      await follow(tokens.open);
      await asIfTried(LIMIT);
      const minute = /after \S+/g;
      expect(body.replaceAll(minute, '')).toBe((await follow(tokens.open)).body.replaceAll(minute, ''));
    },
  );

  it('cannot be found by trying others: one address has so many tries, and a household of IPv6 is one address', async () => {
    const guess = () => follow(randomBytes(16).toString('base64url'), { from: '2001:db8:1:2::7' });
    await guess();
    await asIfTried(LIMIT - 1, 'others');
    expect((await guess()).statusCode).toBe(404);
    expect((await follow(tokens.open, { from: '2001:db8:1:2:aaaa::1' })).statusCode).toBe(429);
    expect((await follow(tokens.open, { from: '2001:db8:1:3::1' })).statusCode).toBe(200);
  });

  it('leaves neither the link nor the address behind, and nothing at all after a quarter of an hour', async () => {
    await follow(tokens.open);
    const rows = await world.rows('select * from directory.door_try');
    const links = await world.rows<{ token_hash: string }>('select token_hash from private_link');
    const kept = JSON.stringify(
      rows.map((row) =>
        Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)),
      ),
    );
    expect(kept).not.toContain(HOME);
    for (const secret of [tokens.open, ...links.map(({ token_hash }) => token_hash)])
      expect(kept).not.toContain(secret);
    await world.rows("update directory.door_try set tried_at = tried_at - interval '16 minutes'");
    await forgetTries(world.house.pool);
    expect(await world.rows('select 1 from directory.door_try')).toEqual([]);
  });
});

describe('A code to come back with', () => {
  it.each([
    ['/come-back', { code: '7ZZZZ ZZZZZ ZZZZZ ZZZZZ ZZZZZZ' }],
    ['/requests/new', { code: '7ZZZZ ZZZZZ ZZZZZ ZZZZZ ZZZZZZ', go: 'resume' }],
  ])('cannot be found by trying at %s, and what was typed is kept', async (path, answers) => {
    expect((await world.anyone.post(path, answers)).statusCode).toBe(422);
    await asIfTried(LIMIT, 'others');
    const answer = await world.anyone.post(path, answers);
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toMatch(/GMT$/);
    expect(answer.body).toMatch(/Try again after \d{1,2}:\d\d[ap]m/);
    expect(answer.body).toContain(answers.code);
  });
});
