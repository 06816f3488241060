import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordMatches } from '../../src/platform/identity/password.ts';
import {
  type Browsing,
  browse,
  codeNow,
  givePassword,
  givesPassword,
  mailsTo,
  nobodysName,
  PASSWORD,
} from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

describe('A second factor', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const keyIn = (body: string) => {
    const key = /class="c-secret">([A-Z2-7 ]+)</.exec(body)?.[1]?.replaceAll(' ', '') ?? '';
    const bits = [...key]
      .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
      .join('');
    return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  };
  const recoveryIn = (body: string) =>
    [...body.matchAll(/<li>([a-z2-9-]{29})<\/li>/g)].map(([, code = '']) => code);
  const isIn = async (browser: Browsing) => (await browser.get('/own-account')).statusCode === 200;

  /** Sets codes up for somebody who has only a password, as the pages lead them. */
  async function setUp(key: string) {
    await givePassword(world, key);
    const browser = browse(world);
    await givesPassword(browser, key, '/directory');
    const form = { 'form-token': await browser.tokenOn('/own-account/second-factor'), to: '/directory' };
    const page = await browser.follow(await browser.post('/own-account/code/new', form));
    const secret = keyIn(page.body);
    const done = await browser.post('/own-account/code', { ...form, code: codeNow(secret) });
    return { browser, secret, codes: recoveryIn(done.body), page, done };
  }

  it('V6.3.3: is asked of every role that the profile names, before any other page or form opens', async () => {
    await givePassword(world, 'nell');
    const nell = browse(world);
    await givesPassword(nell, 'nell', '/hub');
    const asked = await nell.get('/hub?with=me');
    expect([asked.statusCode, asked.headers.location]).toEqual([
      303,
      '/own-account/second-factor?to=%2Fhub%3Fwith%3Dme',
    ]);
    const form = { 'form-token': await nell.tokenOn('/own-account/second-factor') };
    const pages = world.routes.filter(({ method, rule }) => method !== 'HEAD' && rule.startsWith('may: '));
    expect(pages.length).toBeGreaterThan(60);
    for (const { method, path } of pages) {
      const url = path.replaceAll(/:[A-Za-z]+/g, '00000000-0000-4000-8000-000000000000');
      const answer = await (method === 'GET' ? nell.get(url) : nell.post(url, form));
      expect([answer.statusCode, answer.body], path).toEqual([303, '']);
      expect(answer.headers.location, path).toMatch(/^\/own-account\/second-factor\?/);
    }
  });

  it('V6.5.2 V6.5.3 V6.5.4: is set up with a square drawn here and a key to type, and confirmed by a code', async () => {
    const { browser, page, done, codes } = await setUp('sol');
    expect(page.body).toMatch(/<svg class="c-qr" viewBox="0 0 \d+ \d+"/);
    expect(page.body).not.toMatch(/otpauth|<img|style=/);
    expect(done.body).toContain('Keep these recovery codes');
    expect(codes).toHaveLength(10);
    expect(await isIn(browser)).toBe(true);
    expect((await mailsTo(world, 'sol')).join()).toContain('One-time codes were set up');
    const kept = await world.rows<{ code_hash: Buffer }>('select code_hash from directory.recovery_code');
    expect(kept.map(({ code_hash }) => code_hash.toString('utf8')).join()).not.toContain(codes[0]);
  });

  it('is not changed by a wrong first code, nor by one who has not shown who they are', async () => {
    await givePassword(world, 'dara', true);
    const dara = await world.as('dara');
    await dara.post('/own-account/code/new');
    expect((await dara.post('/own-account/code', { code: '000000' })).statusCode).toBe(422);
    const before = await world.rows('select secret from directory.one_time_code where last_step is null');
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    for (const path of ['/own-account/code/new', '/own-account/code', '/own-account/recovery-codes'])
      expect((await dara.post(path, { code: '000000' })).headers.location, `V7.5.1 ${path}`).toMatch(
        /^\/prove/,
      );
    expect(await world.rows('select secret from directory.one_time_code where last_step is null')).toEqual(
      before,
    );
  });

  it('V6.5.1: takes a code once, and no session begins with the password alone', async () => {
    const secret = await givePassword(world, 'cleo', true);
    const [first, second] = [browse(world), browse(world)];
    expect((await givesPassword(first, 'cleo')).headers.location).toBe('/sign-in/second');
    expect(await isIn(first)).toBe(false);
    expect([...first.cookies.keys()]).toEqual(['__Host-continuum-step']);
    await givesPassword(second, 'cleo');
    const code = codeNow(secret);
    const both = await Promise.all([
      first.post('/sign-in/second', { code }),
      second.post('/sign-in/second', { code }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    expect([await isIn(first), await isIn(second)].filter(Boolean)).toHaveLength(1);
  });

  it('V6.6.2: is taken only from the browser that gave the password', async () => {
    const secret = await givePassword(world, 'bea', true);
    const [hers, other] = [browse(world), browse(world)];
    await givesPassword(hers, 'bea');
    const answer = await other.post('/sign-in/second', { code: codeNow(secret) });
    expect(answer.headers.location).toBe('/sign-in/over');
    expect(await isIn(other)).toBe(false);
  });

  it('V6.6.3: ends the step after five wrong codes and tells the owner; twenty in an hour close it everywhere', async () => {
    const secret = await givePassword(world, 'otis', true);
    const guess = async () => {
      const browser = browse(world);
      await givesPassword(browser, 'otis');
      const answers = [];
      for (let turn = 0; turn < 5; turn += 1)
        answers.push((await browser.post('/sign-in/second', { code: '000000' })).statusCode);
      return { browser, answers };
    };
    const { browser, answers } = await guess();
    expect(answers).toEqual([422, 422, 422, 422, 303]);
    expect((await browser.post('/sign-in/second', { code: codeNow(secret) })).headers.location).toBe(
      '/sign-in/over',
    );
    expect((await mailsTo(world, 'otis')).join(), 'V6.3.5').toContain('then the wrong code');
    for (let turn = 0; turn < 3; turn += 1) await guess();
    const elsewhere = browse(world);
    await givesPassword(elsewhere, 'otis');
    const late = await elsewhere.post('/sign-in/second', { code: codeNow(secret) });
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '900']);
  });

  it('stands where a code is lost: a recovery code opens once, tells the owner, and keeps the second factor', async () => {
    const { codes, secret } = await setUp('mira');
    const [code = ''] = codes;
    const enter = async (answers: Record<string, string>) => {
      const browser = browse(world);
      await givesPassword(browser, 'mira');
      await browser.post('/sign-in/second', answers);
      return isIn(browser);
    };
    expect(await enter({ recovery: code.toUpperCase().replaceAll('-', ' ') })).toBe(true);
    expect(await enter({ recovery: code })).toBe(false);
    expect(await enter({ recovery: '' })).toBe(false);
    expect((await mailsTo(world, 'mira')).join()).toContain('9 are left');
    expect(await enter({ code: codeNow(secret, 1) })).toBe(true);
  });

  it('V6.4.3: is not dropped by a new password, its own or one handed over', async () => {
    const secret = await givePassword(world, 'tess', true);
    await world.rows(
      "update directory.account set password_handed_over_at = now() where sign_in_name = 'tess@island.example'",
    );
    const tess = browse(world);
    expect((await givesPassword(tess, 'tess')).headers.location).toBe('/sign-in/second');
    await tess.post('/sign-in/second', { code: codeNow(secret) });
    const change = { 'form-token': await tess.tokenOn('/own-account/password'), current: PASSWORD };
    await tess.post('/own-account/password', { ...change, password: 'lighthouse gull pebble rope' });
    expect((await mailsTo(world, 'tess')).join(), 'V6.3.7').toContain('Your password was changed');
    const again = browse(world);
    const name = 'tess@island.example';
    const answer = await again.post('/sign-in', { name, password: 'lighthouse gull pebble rope' });
    expect(answer.headers.location).toBe('/sign-in/second');
  });

  it('V6.4.1: a password that was handed over opens nothing after the time that the profile gives', async () => {
    await givePassword(world, 'ivo');
    const handedOver = (days: number) =>
      world.rows(
        "update directory.account set password_handed_over_at = now() - make_interval(days => $1) where sign_in_name = 'ivo@island.example'",
        [days],
      );
    await handedOver(6);
    expect((await givesPassword(browse(world), 'ivo')).statusCode).toBe(303);
    await handedOver(8);
    expect((await givesPassword(browse(world), 'ivo')).statusCode).toBe(422);
  });

  it('V6.3.8: says the same of an unknown name, a wrong password and a disabled account, with as much work', async () => {
    await givePassword(world, 'hugo', true);
    await givePassword(world, 'fern', true);
    await world.rows(
      "update directory.account set disabled_at = now() where sign_in_name = 'fern@island.example'",
    );
    const { pool } = world.house;
    const query = pool.query.bind(pool);
    const work = async (name: string, password: string) => {
      const said: string[] = [];
      pool.query = ((text: string, values: unknown[]) => {
        said.push(text.replaceAll(/\s+/g, ' '));
        return query(text, values);
      }) as typeof pool.query;
      const answer = await browse(world).post('/sign-in', { name, password });
      pool.query = query;
      const body = answer.body.replaceAll(name, 'NAME').replaceAll(/nonce="[^"]*"/g, '');
      return { said, status: answer.statusCode, body, cookies: answer.cookies };
    };
    const wrong = await work('hugo@island.example', 'not this password');
    expect(wrong.said.length).toBeGreaterThan(2);
    expect(await work(nobodysName(), 'not this password')).toEqual(wrong);
    expect(await work('fern@island.example', PASSWORD)).toEqual(wrong);
    // The dear part, the hash, is reckoned for whoever is not there as well.
    expect(await passwordMatches(undefined, PASSWORD)).toBe(false);
  });

  it('V6.3.5: its owner hears of a sign-in after many tries that failed', async () => {
    await givePassword(world, 'abe');
    for (let turn = 0; turn < 5; turn += 1)
      await browse(world).post('/sign-in', { name: 'abe@island.example', password: 'guessed' });
    await givesPassword(browse(world), 'abe');
    expect((await mailsTo(world, 'abe')).join()).toContain('after 5 tries that failed');
  });

  it('leaves the demonstration as it is: whoever is picked is in', async () => {
    const visitor = browse(world);
    const [{ id: staff = '' } = {}] = await world.rows<{ id: string }>(
      "select id from staff where family_name = 'Marram'",
    );
    await visitor.post('/sign-in/demonstration', { staff, to: '/hub' });
    expect((await visitor.get('/hub')).statusCode).toBe(200);
  });
});
