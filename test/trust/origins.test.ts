import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formToken } from '../../src/platform/web/guard.ts';
import { changedSince, contentsOf } from '../support/contents.ts';
import { browse, codeNow, givePassword, givesPassword } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const TYPE = 'application/x-www-form-urlencoded';

/** How a page of somebody else may make a browser send a form to us. `null` is a page that hides where it comes from. */
const FROM_ELSEWHERE: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.localhost' },
  { origin: 'https://elsewhere.example' },
  { origin: 'http://localhost.elsewhere.example' },
  { origin: 'null' },
];

describe('What our own pages did not send, and what they keep in a browser', () => {
  let world: World;
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    world = await openWorld();
    before = await contentsOf(world);
  });
  afterAll(() => world.close());

  const posts = () => world.routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
  const send = (path: string, headers: Readonly<Record<string, string>>, payload = 'a=b') =>
    world.server.inject({
      method: 'POST',
      url: path.replaceAll(/:[A-Za-z]+/g, NOWHERE),
      payload,
      headers: { 'content-type': TYPE, ...headers },
    });

  it('V3.5.1: a form is refused at every address that takes one, wherever it comes from, signed in or not, and changes nothing', async () => {
    const cleo = await world.as('cleo');
    before = await contentsOf(world);
    const cookie = `__Host-continuum=${cleo.token}`;
    const taken: string[] = [];
    for (const { path } of posts())
      for (const headers of FROM_ELSEWHERE) {
        // The token is right: where a page of somebody else knew it, it would still be refused.
        const answer = await send(path, { ...headers, cookie }, `form-token=${formToken(cleo.token)}`);
        if (answer.statusCode !== 403) taken.push(`${path} ${JSON.stringify(headers)}: ${answer.statusCode}`);
      }
    expect(posts().length).toBeGreaterThan(120);
    expect(taken).toEqual([]);
    expect(await changedSince(world, before)).toEqual([]);
  }); // biome-ignore format: a chain reads in one line

  it('V3.5.1: a form is refused wherever somebody is signed in, without the token of their session or with another’s', async () => {
    const [cleo, nell] = [await world.as('cleo'), await world.as('nell')];
    before = await contentsOf(world);
    const cookie = `__Host-continuum=${cleo.token}`;
    const taken: string[] = [];
    for (const { path } of posts().filter(({ rule }) => rule !== 'public'))
      for (const payload of ['', `form-token=${formToken(nell.token)}`, `form-token=${formToken(cleo.token)}&form-token=x`]) {
        const answer = await send(path, { 'sec-fetch-site': 'same-origin', cookie }, payload);
        if (answer.statusCode !== 403) taken.push(`${path} ${payload}: ${answer.statusCode}`);
      }
    expect(taken).toEqual([]);
    expect(await changedSince(world, before)).toEqual([]);
  }); // biome-ignore format: a chain reads in one line

  it('V3.5.1: a form is refused in a guise that any page may send: as plain text, as nothing, or as data', async () => {
    const cleo = await world.as('cleo');
    const cookie = `__Host-continuum=${cleo.token}`;
    for (const type of ['text/plain', 'application/json', ''])
      for (const url of ['/contacts', '/sign-out', '/sign-in', `/drafts/contact/${NOWHERE}`]) {
        const headers = { 'sec-fetch-site': 'same-origin', cookie, 'content-type': type };
        const answer = await world.server.inject({ method: 'POST', url, payload: `form-token=${formToken(cleo.token)}`, headers });
        expect([400, 403, 415], `${url} as ${type}`).toContain(answer.statusCode);
      }
    expect((await cleo.get('/hub')).statusCode, 'still signed in').toBe(200);
  }); // biome-ignore format: a call reads in one line

  it('V3.5.3: a page of somebody else cannot make a browser fetch a list to take away', async () => {
    const quill = await world.as('quill');
    const cookie = `__Host-continuum=${quill.token}`;
    const take = async (site: string) =>
      (await world.server.inject({ url: '/measures/H1/csv', headers: { cookie, 'sec-fetch-site': site } })).statusCode;
    expect([await take('cross-site'), await take('same-site')]).toEqual([403, 403]);
    expect([await take('same-origin'), await take('none')]).toEqual([200, 200]);
  }); // biome-ignore format: a call reads in one line

  it('V3.5.3: no address that changes something answers a method that only reads', async () => {
    const reads = world.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    for (const { path } of posts().filter((route) => !reads.includes(route.path))) {
      const answer = await world.server.inject({ method: 'HEAD', url: path.replaceAll(/:[A-Za-z]+/g, NOWHERE), headers: { 'x-http-method-override': 'POST' } });
      expect([404, 405], path).toContain(answer.statusCode);
    }
    expect([...new Set(world.routes.map(({ method }) => method))].toSorted()).toEqual(['GET', 'HEAD', 'POST']);
  }); // biome-ignore format: a call reads in one line

  it('V3.3.1: every cookie is sent over an encrypted line alone and bound to this host, given or taken back', async () => {
    const secret = await givePassword(world, 'nell', true);
    const nell = browse(world);
    const answers = [await givesPassword(nell, 'nell'), await nell.post('/sign-in/passkey/options'), await nell.post('/sign-in/second', { code: codeNow(secret) })];
    answers.push(await nell.post('/sign-out', { 'form-token': await nell.tokenOn('/own-account') }));
    const given = answers.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
    const names = new Set(given.map((one) => one.slice(0, one.indexOf('='))));
    expect([...names].toSorted()).toEqual(['__Host-continuum', '__Host-continuum-challenge', '__Host-continuum-step']);
    expect(given.length).toBeGreaterThanOrEqual(5);
    for (const one of given) expect(one).toMatch(/^__Host-[\w-]+=[^;]*; (?=.*\bSecure\b)(?=.*\bPath=\/(?:;|$))(?!.*\bDomain=)/);
  }); // biome-ignore format: expectations read in one line

  it('V3.3.1: every cookie has such a name wherever the source gives one, and nothing in the browser writes one', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]sx?$/.test(file) && !file.includes('.test.'));
    const text = files.map((file) => readFileSync(join(SRC, file), 'utf8')).join('\n');
    const given = [...text.matchAll(/\b(?:set|clear)Cookie\(\s*(\w+)/g)].map(([, name = '']) => name);
    const named = new Map([...text.matchAll(/\b(\w+_COOKIE) = '([^']*)'/g)].map(([, name = '', value = '']) => [name, value]));
    expect(new Set(given).size).toBe(4);
    for (const name of given) expect(named.get(name), name).toMatch(/^__Host-/);
    expect(text).not.toMatch(/document\.cookie|cookieStore/);
  }); // biome-ignore format: expectations read in one line
});
