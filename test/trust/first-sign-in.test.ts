import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/platform/identity/password.ts';
import { formToken } from '../../src/platform/web/guard.ts';
import { openWorld, tokenIn, type World } from '../support/world.ts';

const HANDED_OVER = 'x7kd-pq2m-vv4t-9bnc-h3wz';
const OWN = 'harbour lantern ferry oak';
const NAME = 'nell@island.example';
const TYPE = 'application/x-www-form-urlencoded';

describe('Whoever was handed a password', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.rows(
      'update directory.account set password_hash = $1, password_handed_over_at = now() where sign_in_name = $2',
      [await hashPassword(HANDED_OVER), NAME],
    );
  });
  afterAll(() => world.close());

  /** Signs in with a password and gives what the browser then does. */
  async function entered(password: string) {
    const answer = await world.anyone.post('/sign-in', { name: NAME, password, to: '/hub?with=me' });
    const token = tokenIn(answer) ?? '';
    // What comes after it, a second factor, has tests of its own.
    await world.rows("update directory.session set factor = 'code'");
    const headers = { cookie: `__Host-continuum=${token}`, 'sec-fetch-site': 'same-origin' };
    return {
      to: answer.headers.location,
      get: (url: string) => world.server.inject({ url, headers }),
      post: (url: string, answers: Record<string, string>) =>
        world.server.inject({
          method: 'POST',
          url,
          payload: new URLSearchParams({ 'form-token': formToken(token), ...answers }).toString(),
          headers: { ...headers, 'content-type': TYPE },
        }),
    };
  }

  it('is led to choosing one of their own, from wherever they meant to go', async () => {
    const nell = await entered(HANDED_OVER);
    const asked = await nell.get(String(nell.to));
    expect([asked.statusCode, asked.headers.location]).toEqual([
      303,
      '/own-account/password?to=%2Fhub%3Fwith%3Dme',
    ]);
    const page = await nell.get(String(asked.headers.location));
    expect(page.body).toContain('Choose your own password');
    expect(page.body).toContain('Password you were given');
    expect(page.body).toContain('value="/hub?with=me"');
    expect(page.body).not.toContain('Capstan');
  });

  it('can do nothing else before: no other page and no form answers', async () => {
    const nell = await entered(HANDED_OVER);
    const own = ['/sign-out', '/own-account/password'];
    const others = world.routes.filter(
      ({ method, path, rule }) => method !== 'HEAD' && rule !== 'public' && !own.includes(path),
    );
    expect(others.length).toBeGreaterThan(60);
    for (const { method, path } of others) {
      const url = path.replaceAll(/:[A-Za-z]+/g, randomUUID());
      const answer = await (method === 'GET' ? nell.get(url) : nell.post(url, {}));
      expect([answer.statusCode, path], path).toEqual([303, path]);
      expect(answer.headers.location, path).toMatch(/^\/own-account\/password/);
      expect(answer.body, path).toBe('');
    }
  });

  it('may sign out instead', async () => {
    const nell = await entered(HANDED_OVER);
    expect((await nell.post('/sign-out', {})).headers.location).toBe('/sign-in');
    expect((await nell.get('/own-account/password')).headers.location).toMatch(/^\/sign-in/);
  });

  it('cannot keep the one that somebody else has seen, nor change it without knowing it', async () => {
    const nell = await entered(HANDED_OVER);
    const change = (current: string, password: string) =>
      nell.post('/own-account/password', { current, password, to: '/hub' });
    expect((await change(HANDED_OVER, HANDED_OVER)).body).toContain('other than the one you have now');
    expect((await change('guessed', OWN)).body).toContain('That is not your password');
    const weak = await change(HANDED_OVER, 'short');
    expect(weak.statusCode).toBe(422);
    expect(weak.body).toContain('Choose your own password');
    expect((await nell.get('/hub')).statusCode).toBe(303);
  });

  it('goes on to where they were going once it is changed, and is asked no more', async () => {
    const [nell, elsewhere] = [await entered(HANDED_OVER), await entered(HANDED_OVER)];
    const changed = await nell.post('/own-account/password', {
      current: HANDED_OVER,
      password: OWN,
      to: '/hub?with=me',
    });
    expect([changed.statusCode, changed.headers.location]).toEqual([303, '/hub?with=me']);
    expect((await nell.get('/hub?with=me')).statusCode).toBe(200);
    expect((await elsewhere.get('/hub')).headers.location).toMatch(/^\/sign-in/);
    expect((await (await entered(OWN)).get('/hub')).statusCode).toBe(200);
    expect((await world.anyone.post('/sign-in', { name: NAME, password: HANDED_OVER })).statusCode).toBe(422);
  });
});
