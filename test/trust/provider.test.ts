import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/commands/serve.ts';
import { createProvider } from '../../src/platform/identity/provider.ts';
import { createLog } from '../../src/platform/log.ts';
import { nameOf } from '../../src/platform/web/faults.tsx';
import { type LyingProvider, lyingProvider, type Told } from '../support/lying-provider.ts';
import { type Browsing, browse, codeNow, givePassword, mailsTo } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

const CLIENT = { id: 'continuum', secret: 'a secret of the tests, long enough for a key' };
const HOME = 'http://localhost';
const BACK = '/sign-in/provider/return';

/** The same world, served with a provider. */
async function servedWith(world: World, issuer: string, log: string[] = []): Promise<World> {
  const settings = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, claim: 'email' };
  const house = {
    ...world.house,
    provider: createProvider(settings),
    publicOrigin: HOME,
    log: createLog('warn', (line) => log.push(line)),
  };
  const { server, routes } = await buildServer(house, world.house.authorities[0]);
  return { ...world, house, server, routes };
}

const isIn = async (browser: Browsing) => (await browser.get('/own-account')).statusCode === 200;

describe('The name of a fault', () => {
  it('says where it was thrown and nothing of its message, whatever stands in that', () => {
    const fault = new TypeError('typed at /src/ by Quenby');
    expect(nameOf(fault)).not.toContain('Quenby');
    expect(nameOf(fault)).toContain('TypeError');
  });
});

describe('Signing in through the organisation', () => {
  let world: World;
  let served: World;
  let liar: LyingProvider;
  beforeAll(async () => {
    world = await openWorld();
    liar = await lyingProvider(CLIENT);
    served = await servedWith(world, liar.issuer);
  });
  afterAll(async () => {
    await served.server.close();
    await liar.close();
    await world.close();
  });

  /** Goes to the provider and comes back with what it was told to say. */
  async function returned(
    told: Told = {},
    change: Readonly<Record<string, string>> = {},
    browser = browse(served),
  ) {
    const begun = await browser.get('/sign-in/provider?to=/own-account');
    const asked = new URL(String(begun.headers.location)).searchParams;
    liar.says({ nonce: asked.get('nonce') ?? '', ...told });
    const back = { code: 'one', state: asked.get('state') ?? '', iss: liar.issuer, ...change };
    const answer = await browser.get(`${BACK}?${new URLSearchParams(back)}`);
    return { browser, asked, answer, back };
  }

  it('V10.1.2 V10.2.1: takes state, nonce and a challenge along, made anew each time and bound to the browser', async () => {
    const { asked } = await returned();
    const { asked: again } = await returned();
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(`${HOME}${BACK}`);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)?.length, name).toBeGreaterThanOrEqual(43);
      expect(asked.get(name), name).not.toBe(again.get(name));
    }
    expect(asked.get('scope'), 'V10.2.3').toBe('openid email profile');
  });

  it('V6.8.4: leads in where it says that it asked for two factors, and to ours where it does not', async () => {
    const secret = await givePassword(world, 'nell', true);
    const two = await returned({ claims: { amr: ['pwd', 'mfa'] } });
    expect(two.answer.headers.location).toBe('/own-account');
    expect(await isIn(two.browser)).toBe(true);
    const one = await returned({ claims: { amr: ['pwd'] } });
    expect(one.answer.headers.location).toBe('/sign-in/second');
    expect(await isIn(one.browser)).toBe(false);
    await one.browser.post('/sign-in/second', { code: codeNow(secret) });
    expect(await isIn(one.browser)).toBe(true);
    expect((await mailsTo(world, 'nell')).join()).toContain('through your organisation for the first time');
  });

  const past = Math.floor(Date.now() / 1000) - 100_000;
  const LIES: readonly (readonly [what: string, told: Told, change: Readonly<Record<string, string>>])[] = [
    ['V10.5.1: another nonce', { claims: { nonce: 'another' } }, {}],
    ['V10.5.1: no nonce', { claims: { nonce: undefined } }, {}],
    ['V10.5.3: another issuer in its word', { claims: { iss: 'https://login.example.net' } }, {}],
    ['V10.5.4: meant for another', { claims: { aud: 'another-client' } }, {}],
    ['V9.2.1: expired', { claims: { exp: past } }, {}],
    ['V9.2.1: not valid yet', { claims: { nbf: past + 200_000 } }, {}],
    ['V9.1.1: altered after it was signed', { signed: 'before it was altered' }, {}],
    ['V9.1.1: signed by nobody', { signed: 'not at all' }, {}],
    ['V9.1.3: signed with the key that it brings along', { bringsKey: 'jwk' }, {}],
    ['V9.1.3: signed with the key at an address that it names', { bringsKey: 'jku' }, {}],
    ['V9.1.3: signed with the key of a certificate at an address that it names', { bringsKey: 'x5u' }, {}],
    ['an old sign-in', { claims: { auth_time: past } }, {}],
    ['V6.8.2: signed by nobody', { signed: 'not at all' }, {}],
    ['V6.8.2: signed by another', { signed: 'with another key' }, {}],
    ['V9.1.2: signed with what both know', { signed: 'with the secret of the client' }, {}],
    ['V10.2.2: an answer of another provider', {}, { iss: 'https://login.example.net' }],
    ['V10.2.1: another state', {}, { state: 'another' }],
    ['no name', { claims: { email: undefined } }, {}],
    ['a name that nobody has shown to be theirs', { claims: { email_verified: false } }, {}],
  ];
  it.each(LIES)('believes nothing that is not so: %s', async (_, told, change) => {
    const { browser, answer } = await returned({ ...told, claims: { amr: ['mfa'], ...told.claims } }, change);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('in a way that we can trust');
    expect(await isIn(browser)).toBe(false);
  });

  it('V9.1.3: asks for keys at the address that the provider itself states, and never where a token says', async () => {
    liar.asked.splice(0);
    const fresh = await servedWith(world, liar.issuer);
    for (const bringsKey of ['jku', 'x5u'] as const)
      await returned({ bringsKey, claims: { amr: ['mfa'] } }, {}, browse(fresh));
    expect(liar.asked).toContain('/jwks');
    expect(liar.asked).not.toContain('/another-key');
    await fresh.server.close();
  });

  it('is told of in the log where it cannot be reached or believed: by the name of the fault, and with no word of the answer', async () => {
    const log: string[] = [];
    const elsewhere = await servedWith(world, liar.issuer, log);
    await returned({ signed: 'with another key' }, {}, browse(elsewhere));
    const gone = await servedWith(world, 'http://localhost:9', log);
    expect((await browse(gone).get('/sign-in/provider')).body).toContain('cannot be reached just now');
    expect(log.map((line) => JSON.parse(line).event)).toEqual([
      'provider not believed',
      'provider cannot be reached',
    ]);
    expect(log.join()).not.toMatch(/@|eyJ|localhost:9/);
    await Promise.all([elsewhere.server.close(), gone.server.close()]);
  });

  it('is worth nothing a second time, nor in another browser', async () => {
    const { browser, back } = await returned({ claims: { amr: ['mfa'] } });
    const url = `${BACK}?${new URLSearchParams(back)}`;
    expect((await browser.get(url)).statusCode).toBe(422);
    expect((await browse(served).get(url)).statusCode).toBe(422);
  });

  it('makes no account, and takes nobody for somebody else who had the name before (V10.5.2)', async () => {
    const count = () => world.rows('select count(*) from directory.account');
    const before = await count();
    const nobody = await returned({
      claims: { sub: 'person-9', email: 'nobody@island.example', amr: ['mfa'] },
    });
    expect(nobody.answer.body).toContain('there is no account for you here');
    expect(await count()).toEqual(before);
    const other = await returned({ claims: { sub: 'person-2', amr: ['mfa'] } });
    expect(other.answer.statusCode, 'Nell’s name, another person').toBe(422);
    const renamed = await returned({ claims: { email: 'sol@island.example', amr: ['mfa'] } });
    expect(renamed.answer.statusCode).toBe(303);
    const [{ staff_id } = {}] = await world.rows<{ staff_id: string }>(
      `select p.staff_id from directory.session s join directory.account_place p on p.account_id = s.account_id order by s.began_at desc limit 1`,
    );
    expect(staff_id, 'Nell, by her number there').toBe((await world.as('nell')).staffId);
  });

  it('V6.8.1: takes nobody for somebody whom another provider knows under the same number', async () => {
    const other = await lyingProvider(CLIENT);
    const elsewhere = await servedWith(world, other.issuer);
    const claims = { sub: 'person-1', amr: ['mfa'] };
    const saidThere = async (email: string) => {
      const browser = browse(elsewhere);
      const begun = await browser.get('/sign-in/provider?to=/own-account');
      const asked = new URL(String(begun.headers.location)).searchParams;
      other.says({ nonce: asked.get('nonce') ?? '', claims: { ...claims, email } });
      const back = { code: 'one', state: asked.get('state') ?? '', iss: other.issuer };
      return { browser, answer: await browser.get(`${BACK}?${new URLSearchParams(back)}`) };
    };
    const nobody = await saidThere('nobody@island.example');
    expect(nobody.answer.body).toContain('there is no account for you here');
    expect(await isIn(nobody.browser)).toBe(false);
    await elsewhere.server.close();
    await other.close();
  });

  it('V7.6.1: lets a session that the provider began live twelve hours at most, and asks the provider for no older sign-in', async () => {
    const { asked } = await returned({ claims: { amr: ['mfa'] } });
    expect(asked.get('max_age')).toBe(String(12 * 3600));
    const lives = await world.rows<{ hours: string }>(
      "select distinct extract(epoch from ends_at - began_at) / 3600 as hours from directory.session where manner = 'provider'",
    );
    expect(lives.map(({ hours }) => Number(hours))).toEqual([12]);
    const old = await returned({ claims: { auth_time: past, amr: ['mfa'] } });
    expect(old.answer.statusCode).toBe(422);
  });

  it('V7.6.2: begins from our own page alone, and is calm where the provider does not answer or is another', async () => {
    const foreign = await served.server.inject({
      url: '/sign-in/provider',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.headers.location).toBe('/sign-in');
    const impostor = await lyingProvider(CLIENT, 'https://login.example.net');
    for (const issuer of ['http://localhost:1', impostor.issuer]) {
      const gone = await servedWith(world, issuer);
      const answer = await browse(gone).get('/sign-in/provider');
      expect([answer.statusCode, answer.headers.location]).toEqual([422, undefined]);
      expect(answer.body).toContain('cannot be reached just now');
      await gone.server.close();
    }
    await impostor.close();
  });

  it('does not exist where no provider is set', async () => {
    expect((await world.anyone.get('/sign-in/provider')).statusCode).toBe(404);
    expect((await world.anyone.get('/sign-in')).body).not.toContain('Sign in through your organisation');
    expect((await served.server.inject({ url: '/sign-in' })).body).toContain(
      'Sign in through your organisation',
    );
  });
});

describe('Signing in through a real provider', () => {
  it('goes there, comes back, and is in', async () => {
    const world = await openWorld();
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const address = http.address();
    const issuer = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
    const provider = new Provider(issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [`${HOME}${BACK}`] }],
      claims: { openid: ['sub'], email: ['email'] },
      conformIdTokenClaims: false,
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: async () => ({ sub, email: `${sub}@island.example` }),
      }),
    });
    http.on('request', provider.callback());
    const served = await servedWith(world, issuer);
    const secret = await givePassword(world, 'tess', true);
    const browser = browse(served);
    const begun = await browser.get('/sign-in/provider?to=/own-account');
    const back = await throughProvider(String(begun.headers.location), 'tess');
    const answer = await browser.get(`${back.pathname}${back.search}`);
    expect(answer.headers.location).toBe('/sign-in/second');
    await browser.post('/sign-in/second', { code: codeNow(secret) });
    expect(await isIn(browser)).toBe(true);
    await served.server.close();
    http.closeAllConnections();
    http.close();
    await world.close();
  });
});

/** Signs in at the provider's own pages, as somebody does, and gives the address that it sends the browser back to. */
async function throughProvider(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  let body: string | undefined;
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const kept of answer.headers.getSetCookie()) {
      const [pair = ''] = kept.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    const page = await answer.text();
    if (location === null) {
      url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href;
      body = new URLSearchParams({
        prompt: page.includes('name="login"') ? 'login' : 'consent',
        login,
        password: 'any',
      }).toString();
      continue;
    }
    url = new URL(location, url).href;
    body = undefined;
    if (url.startsWith(HOME + BACK)) return new URL(url);
  }
  throw new Error(`the provider did not send the browser back: ${url}`);
}
