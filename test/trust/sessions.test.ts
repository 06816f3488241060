import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseWork } from '../../src/commands/house-work.ts';
import { browse, codeNow, givePassword, givesPassword } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

const ASKED = 500;
const AT_ONCE = 10;

describe('A session', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const of = 'account_id = (select id from directory.account where sign_in_name = $1)';
  /** Somebody in the middle of work, and whether they are still in after the clock went on or something was done. */
  const stillIn = async (key: string, done: (name: string) => Promise<unknown>) => {
    const worker = await world.as(key);
    expect((await worker.get('/own-account')).statusCode).toBe(200);
    await done(`${key}@island.example`);
    return (await worker.get('/own-account')).statusCode === 200;
  };
  /** The clock goes on: all that is kept of this session lies so many minutes further back. */
  const later = (minutes: number, onlyUnused: boolean) => (name: string) =>
    world.rows(
      `update directory.session set began_at = began_at - make_interval(mins => $2), ends_at = ends_at - make_interval(mins => $2)
        ${onlyUnused ? ', seen_at = seen_at - make_interval(mins => $2)' : ''} where ${of}`,
      [name, minutes],
    );

  it('V7.2.1 V7.2.2 V7.2.3: is a random name of 256 bits, unlike any other, and its hash alone is kept', async () => {
    const tokens = await Promise.all(Array.from({ length: 40 }, async () => (await world.as('nell')).token));
    expect(new Set(tokens).size).toBe(40);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const kept = await world.rows<{ token_hash: Buffer }>('select token_hash from directory.session');
    expect(kept.filter(({ token_hash }) => tokens.includes(token_hash.toString('base64url')))).toEqual([]);
    const forged = await world.server.inject({
      url: '/own-account',
      headers: { cookie: `__Host-continuum=${'A'.repeat(43)}` },
    });
    expect(forged.statusCode).toBe(303);
  });

  it('V7.2.4: gets a new name at each sign-in and each new proof, and the old one is dead', async () => {
    const secret = await givePassword(world, 'sol', true);
    const browser = browse(world);
    await givesPassword(browser, 'sol');
    await browser.post('/sign-in/second', { code: codeNow(secret) });
    const first = browser.cookies.get('__Host-continuum');
    await browser.post('/prove', {
      'form-token': await browser.tokenOn('/prove'),
      code: codeNow(secret, 1),
    });
    const second = browser.cookies.get('__Host-continuum');
    expect(second).not.toBe(first);
    const withOld = await world.server.inject({
      url: '/own-account',
      headers: { cookie: `__Host-continuum=${first}` },
    });
    expect(withOld.statusCode).toBe(303);
    expect((await browser.get('/own-account')).statusCode).toBe(200);
  });

  it('V7.3.1: ends after thirty minutes without use, and not before', async () => {
    expect(await stillIn('bea', later(29, true))).toBe(true);
    expect(await stillIn('bea', later(31, true))).toBe(false);
  });

  it('V7.3.1: is not kept by a page that renews itself while nobody sits there', async () => {
    const cleo = await world.as('cleo');
    const renew = (more: object) =>
      world.server.inject({ url: '/hub', headers: { cookie: `__Host-continuum=${cleo.token}`, ...more } });
    await later(29, true)('cleo@island.example');
    expect((await renew({ 'x-asked-by': 'itself' })).statusCode).toBe(200);
    await later(2, true)('cleo@island.example');
    expect((await renew({ 'x-asked-by': 'itself' })).statusCode).toBe(303);
  });

  it('V7.3.2: ends twelve hours after it began, however busy it is', async () => {
    expect(await stillIn('otis', later(11 * 60 + 59, false))).toBe(true);
    expect(await stillIn('otis', later(12 * 60 + 1, false))).toBe(false);
  });

  it('V7.4.1: is dead once signed out, also for whoever kept its name', async () => {
    const mira = await world.as('mira');
    const { token } = mira;
    await mira.post('/sign-out');
    const kept = { cookie: `__Host-continuum=${token}` };
    expect((await world.server.inject({ url: '/own-account', headers: kept })).statusCode).toBe(303);
  });

  it('V7.4.4: can be left from every page of the staff', async () => {
    const cleo = await world.as('cleo');
    for (const path of ['/hub', '/people', '/directory', '/own-account', '/own-account/sign-in', '/help'])
      expect((await cleo.get(path)).body, path).toContain('action="/sign-out"');
  });

  it('V7.5.2: is listed to its owner alone, who ends one or all the others after showing who they are', async () => {
    const [here, there, third] = [await world.as('tess'), await world.as('tess'), await world.as('tess')];
    const stranger = await world.as('ivo');
    const listed = async () =>
      [...(await here.get('/own-account/sign-in')).body.matchAll(/sessions\/([0-9a-f-]{36})\/end/g)].map(
        ([, id]) => id,
      );
    const ids = await listed();
    expect(ids).toHaveLength(3);
    const idOf = async (token: string) =>
      (
        await world.rows<{ id: string }>(
          "select id from directory.session where token_hash = sha256(convert_to($1, 'UTF8'))",
          [token],
        )
      )[0]?.id;
    const end = `/own-account/sessions/${await idOf(third.token)}/end`;
    expect((await stranger.post(end)).statusCode).toBe(404);
    await world.rows(`update directory.session set proved_at = now() - interval '16 minutes' where ${of}`, [
      'tess@island.example',
    ]);
    expect((await here.post(end)).headers.location).toMatch(/^\/prove/);
    await world.rows('update directory.session set proved_at = now()');
    expect((await here.post(end)).statusCode).toBe(303);
    expect((await third.get('/own-account')).statusCode).toBe(303);
    expect((await there.get('/own-account')).statusCode).toBe(200);
    await here.post('/own-account/sessions/end-others');
    expect((await there.get('/own-account')).statusCode).toBe(303);
    expect(await listed()).toHaveLength(1);
    expect((await stranger.get('/own-account')).statusCode).toBe(200);
  });

  it('V7.6.2: begins by no page that is only looked at', async () => {
    const before = await world.rows('select count(*) from directory.session');
    for (const { method, path, rule } of world.routes)
      if (method === 'GET' && rule === 'public' && path.startsWith('/sign-in')) await world.anyone.get(path);
    expect(await world.rows('select count(*) from directory.session')).toEqual(before);
  });

  it.each([
    [
      'V7.4.2: whose account is disabled',
      'update directory.account set disabled_at = now() where sign_in_name = $1',
    ],
    ['whose access here is ended', `update directory.account_place set ended_at = now() where ${of}`],
    [
      'whose sessions are ended by somebody else',
      `update directory.session set ended_at = now() where ${of}`,
    ],
    [
      'whose post has ended',
      'update post_holding set until_on = current_date - 1 where staff_id = (select id from staff where email = $1)',
    ],
    ['who has left', 'update staff set left_on = current_date - 1 where email = $1'],
  ])('of somebody %s is refused from that instant, at work under load', async (_, sql) => {
    const key = {
      disabled: 'fern',
      'access here': 'hugo',
      'by somebody': 'dara',
      'post has': 'quill',
      'has left': 'ada',
    };
    const who = Object.entries(key).find(([part]) => _.includes(part))?.[1] ?? 'fern';
    const worker = await world.as(who);
    let asked = 0;
    let isOut = false;
    let before = 0;
    let late = 0;
    const ask = async () => {
      while (asked < ASKED / 5) {
        asked += 1;
        if (asked === 40) {
          await world.rows(sql, [`${who}@island.example`]);
          isOut = true;
        }
        const begunAfter = isOut;
        const { statusCode } = await worker.get('/own-account');
        if (!begunAfter) before += statusCode === 200 ? 1 : 0;
        else if (statusCode === 200) late += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    expect(before).toBeGreaterThan(20);
    expect(late).toBe(0);
  });
});

describe('Tries to sign in', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('are kept for as long as the profile says, and then forgotten; the application itself can take none back', async () => {
    const keep = (days: number) =>
      world.rows(
        `insert into directory.sign_in_attempt (id, sign_in_name, source, succeeded, tried_at)
          values (gen_random_uuid(), $1, 'here', false, now() - make_interval(days => $2))`,
        [`tried ${days}`, days],
      );
    for (const days of [0, 182, 184, 400]) await keep(days);
    const working = houseWork(world.house, { send: async () => undefined }, undefined);
    const names = async () =>
      (await world.rows<{ sign_in_name: string }>('select sign_in_name from directory.sign_in_attempt')).map(
        (row) => row.sign_in_name,
      );
    await expect.poll(names, { timeout: 10_000 }).toEqual(['tried 0', 'tried 182']);
    await working.stop();
    await expect(world.house.pool.query('delete from directory.sign_in_attempt')).rejects.toThrow(
      'permission denied',
    );
    await world.house.pool.query("select directory.forget_sign_in_attempts(now() + interval '1 day')");
    expect(await names()).toEqual(['tried 0']);
  });
});
