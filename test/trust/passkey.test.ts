import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browsing,
  browse,
  codeNow,
  givePassword,
  givesPassword,
  mailsTo,
} from '../support/signing-in.ts';
import { type Lie, type SoftwarePasskey, softwarePasskey } from '../support/software-passkey.ts';
import { openWorld, type World } from '../support/world.ts';

const ORIGIN = 'http://localhost';

describe('A passkey', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const accountOf = async (key: string) =>
    (
      await world.rows<{ id: string }>('select id from directory.account where sign_in_name = $1', [
        `${key}@island.example`,
      ])
    )[0]?.id ?? '';
  const isIn = async (browser: Browsing) => (await browser.get('/own-account')).statusCode === 200;

  /** Somebody who signed in with a code, and makes a passkey. */
  async function withPasskey(key: string, verified = true) {
    const secret = await givePassword(world, key, true);
    const browser = browse(world);
    await givesPassword(browser, key);
    await browser.post('/sign-in/second', { code: codeNow(secret) });
    const form = { 'form-token': await browser.tokenOn('/own-account/second-factor') };
    const passkey = softwarePasskey({ origin: ORIGIN, accountId: await accountOf(key), verified });
    const options = (await browser.post('/own-account/passkeys/options', form)).json();
    const answer = await browser.post('/own-account/passkeys', {
      ...form,
      response: passkey.made(options),
      'passkey-name': 'Work laptop',
    });
    return { browser, passkey, options, answer, secret };
  }

  /** Signs in with nothing but a passkey. */
  async function signIn(passkey: SoftwarePasskey, lie: Lie = {}) {
    const browser = browse(world);
    const options = (await browser.post('/sign-in/passkey/options')).json();
    const response = passkey.used(options, lie);
    const answer = await browser.post('/sign-in/passkey', { response });
    return { browser, answer, options, response };
  }

  it('is made, named, told to its owner, and signs in without a password', async () => {
    const { passkey, options } = await withPasskey('nell');
    expect(options.rp).toEqual({ name: 'Continuum', id: 'localhost' });
    expect(await mailsTo(world, 'nell')).toEqual([
      expect.stringContaining('A passkey was added: Work laptop'),
    ]);
    const { browser, answer } = await signIn(passkey);
    expect(answer.headers.location).toBe('/work');
    expect(await isIn(browser)).toBe(true);
    expect(await world.rows("select manner, factor from directory.session where manner = 'passkey'")).toEqual(
      [{ manner: 'passkey', factor: 'passkey' }],
    );
  });

  it('V6.7.2: signs a challenge of at least 128 random bits, another each time', async () => {
    const browser = browse(world);
    const challenges = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1) {
      const { challenge } = (await browser.post('/sign-in/passkey/options')).json();
      expect(Buffer.from(challenge, 'base64url').length).toBeGreaterThanOrEqual(16);
      challenges.add(challenge);
    }
    expect(challenges.size).toBe(20);
  });

  it('is refused, calmly and alike, wherever it does not fit', async () => {
    const { passkey } = await withPasskey('sol');
    const stranger = softwarePasskey({ origin: ORIGIN, accountId: await accountOf('sol') });
    const lies: readonly [string, SoftwarePasskey, Lie][] = [
      ['a page of another origin', passkey, { origin: 'https://continuum.example.net' }],
      ['another port of this host', passkey, { origin: 'http://localhost:8080' }],
      ['made for another site', passkey, { site: 'example.net' }],
      ['a signature that does not fit', passkey, { spoiled: true }],
      ['an answer of another kind', passkey, { type: 'webauthn.create' }],
      ['a passkey that asked nobody who they are', passkey, { verified: false }],
      ['a passkey of another owner', passkey, { owner: await accountOf('cleo') }],
      ['a passkey that nobody knows', stranger, {}],
    ];
    for (const [what, used, lie] of lies) {
      const { browser, answer } = await signIn(used, lie);
      expect(answer.statusCode, what).toBe(422);
      expect(answer.body, what).toContain('That passkey does not fit this account');
      expect(await isIn(browser), what).toBe(false);
    }
    expect((await signIn(passkey)).answer.statusCode).toBe(303);
  });

  it('is refused where its counter went back or stands still: a copy of it is about', async () => {
    const { passkey } = await withPasskey('mira');
    expect((await signIn(passkey, { counter: 50 })).answer.statusCode).toBe(303);
    for (const counter of [50, 49, 0])
      expect((await signIn(passkey, { counter })).answer.statusCode).toBe(422);
    expect((await signIn(passkey, { counter: 51 })).answer.statusCode).toBe(303);
  });

  it('is worth nothing a second time, nor in another browser', async () => {
    const { passkey } = await withPasskey('tess');
    const { browser, response } = await signIn(passkey);
    expect((await browser.post('/sign-in/passkey', { response })).statusCode).toBe(422);
    const options = (await browser.post('/sign-in/passkey/options')).json();
    expect((await browser.post('/sign-in/passkey', { response })).statusCode).toBe(422);
    const other = browse(world);
    expect((await other.post('/sign-in/passkey', { response: passkey.used(options) })).statusCode).toBe(422);
    for (const nonsense of [
      '',
      '{}',
      '[]',
      'x'.repeat(30_000),
      '{"id":"AA","rawId":"AA","type":"public-key","response":{}}',
    ])
      expect((await other.post('/sign-in/passkey', { response: nonsense })).statusCode).toBe(422);
  });

  it('is a second factor after the password, for its own account alone', async () => {
    const { passkey } = await withPasskey('bea', false);
    const { passkey: others } = await withPasskey('dara');
    const second = async (used: SoftwarePasskey) => {
      const browser = browse(world);
      await givesPassword(browser, 'bea');
      const options = (await browser.post('/sign-in/second/passkey/options')).json();
      await browser.post('/sign-in/second/passkey', { response: used.used(options) });
      return isIn(browser);
    };
    expect(await second(others)).toBe(false);
    expect(await second(passkey)).toBe(true);
    expect((await signIn(passkey)).answer.statusCode, 'one factor alone').toBe(422);
    expect((await browse(world).post('/sign-in/second/passkey/options')).statusCode).toBe(422);
  });

  it('V7.5.3: shows again who one is, and gives the session another token', async () => {
    const { browser, passkey } = await withPasskey('cleo');
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    const list = '/measures/H1/lines?month=2024-02';
    expect((await browser.get(list)).headers.location).toMatch(/^\/prove/);
    const before = browser.cookies.get('__Host-continuum');
    const form = { 'form-token': await browser.tokenOn('/prove'), to: list };
    const options = (await browser.post('/prove/passkey/options', form)).json();
    const { passkey: others } = await withPasskey('hugo');
    expect(
      (await browser.post('/prove/passkey', { ...form, response: others.used(options) })).statusCode,
    ).toBe(422);
    const again = (await browser.post('/prove/passkey/options', form)).json();
    const answer = await browser.post('/prove/passkey', { ...form, response: passkey.used(again) });
    expect(answer.headers.location).toBe(list);
    expect((await browser.get(list)).statusCode).toBe(200);
    expect(browser.cookies.get('__Host-continuum')).not.toBe(before);
    // What was open before goes on: the token of its form is that of the same session.
    expect(
      (await browser.post('/own-account/theme', { 'form-token': form['form-token'], theme: 'light' }))
        .statusCode,
      'V7.2.4',
    ).toBe(303);
  });

  it('is not made for somebody who has not shown who they are, nor from another origin, nor without a name', async () => {
    const { browser } = await withPasskey('ivo');
    const form = { 'form-token': await browser.tokenOn('/own-account/second-factor') };
    const passkey = softwarePasskey({ origin: ORIGIN, accountId: await accountOf('ivo') });
    const make = async (name: string, lie: Lie = {}) => {
      const options = (await browser.post('/own-account/passkeys/options', form)).json();
      const response = passkey.made(options, lie);
      return (await browser.post('/own-account/passkeys', { ...form, response, 'passkey-name': name }))
        .statusCode;
    };
    expect(await make('')).toBe(422);
    expect(await make('Elsewhere', { origin: 'https://example.net' })).toBe(422);
    await world.rows("update directory.session set proved_at = now() - interval '16 minutes'");
    expect((await browser.post('/own-account/passkeys/options', form)).headers.location).toMatch(/^\/prove/);
    expect(await world.rows('select 1 from directory.passkey where name <> $1', ['Work laptop'])).toEqual([]);
  });
});
