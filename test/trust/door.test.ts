import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, RouteWithoutRule } from '../../src/platform/web/server.ts';
import { openWorld, type World } from '../support/world.ts';

describe('The door', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('does not open while a route has no rule', async () => {
    const bare = createServer(world.house, '/tmp', (server) => void server.get('/bare', async () => 'seen'));
    await expect(bare).rejects.toBeInstanceOf(RouteWithoutRule);
  });

  it('has said, for each route it serves, who may use it', () => {
    expect(world.routes.length).toBeGreaterThan(5);
    expect(world.routes.filter(({ rule }) => !/^(public|signed in|may: .+: .+)$/.test(rule))).toEqual([]);
    const served = world.server.printRoutes({ commonPrefix: false });
    expect(served).not.toContain('/bare');
  });

  it('sends somebody who is not signed in to sign in, and back to where they were going', async () => {
    const answer = await world.anyone.get('/hub?with=me');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/sign-in?to=%2Fhub%3Fwith%3Dme');
  });

  it('refuses a form that comes from elsewhere, or without the token of its session', async () => {
    const nell = await world.as('nell');
    expect((await nell.post('/sign-out', { 'form-token': 'guessed' })).statusCode).toBe(403);
    const cross = await world.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=x',
    });
    expect(cross.statusCode).toBe(403);
    const site = await world.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=x',
    });
    expect(site.statusCode).toBe(403);
  });

  it('takes a form as browsers send it from a page without a referrer, and no other that hides its origin', async () => {
    const send = (headers: Record<string, string>) =>
      world.server.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: 'name=x&password=y',
      });
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(422);
    expect((await send({ 'sec-fetch-site': 'none' })).statusCode).toBe(403);
    expect((await send({})).statusCode).toBe(403);
  });

  it('answers a damaged, huge or foreign body calmly and never with a fault of its own', async () => {
    const post = (payload: string | Buffer, type = 'application/x-www-form-urlencoded') =>
      world.server.inject({ method: 'POST', url: '/sign-in', payload, headers: { 'content-type': type } });
    for (const body of [
      '%',
      'name=%ED%A0%80',
      Buffer.from([0x6e, 0x3d, 0xff]),
      '__proto__=1',
      'a.b.c.d.e.f=1',
    ])
      expect((await post(body)).statusCode).toBe(400);
    expect((await post('x'.repeat(1_100_000))).statusCode).toBe(413);
    expect((await post('{}', 'application/json')).statusCode).toBe(400);
    expect((await world.server.inject({ method: 'TRACE' as never, url: '/' })).statusCode).toBeLessThan(500);
  });

  it('carries the strict headers on every kind of answer', async () => {
    const nell = await world.as('nell');
    for (const answer of [
      await world.anyone.get('/sign-in'),
      await world.anyone.get('/no-such-page'),
      await nell.get('/people'),
    ]) {
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-security-policy']).toMatch(
        /default-src 'none'; script-src 'self' 'nonce-/,
      );
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe/);
      expect(answer.headers['x-frame-options']).toBe('DENY');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.body).not.toMatch(/ style="/);
    }
  });

  it('says the same of what is hidden, of what is absent and of what is no id at all', async () => {
    const tess = await world.as('tess');
    const absent = await tess.get('/contacts/00000000-0000-4000-8000-000000000000');
    expect(absent.statusCode).toBe(404);
    const nonsense = await tess.get('/contacts/%00');
    expect(nonsense.statusCode).toBe(404);
  });

  it('ends a session when it is signed out, when it is idle, when it is old, and when its account is disabled', async () => {
    const works = async (key: string, end: (account: string) => Promise<unknown>) => {
      const worker = await world.as(key);
      expect((await worker.get('/people')).statusCode).toBe(200);
      await end(`${key}@island.example`);
      return (await worker.get('/people')).statusCode;
    };
    const of = 'account_id = (select id from directory.account where sign_in_name = $1)';
    expect(
      await works('nell', (name) =>
        world.rows(`update directory.session set seen_at = now() - interval '31 minutes' where ${of}`, [
          name,
        ]),
      ),
    ).toBe(303);
    expect(
      await works('sol', (name) =>
        world.rows(`update directory.session set ends_at = now() where ${of}`, [name]),
      ),
    ).toBe(303);
    expect(
      await works('dara', (name) =>
        world.rows('update directory.account set disabled_at = now() where sign_in_name = $1', [name]),
      ),
    ).toBe(303);
    const cleo = await world.as('cleo');
    expect((await cleo.post('/sign-out')).statusCode).toBe(303);
    expect((await cleo.get('/people')).statusCode).toBe(303);
  });

  it('lets nobody act who holds no post today', async () => {
    const bea = await world.as('bea');
    await world.rows("update post_holding set until_on = '2020-01-01' where staff_id = $1", [bea.staffId]);
    expect((await bea.get('/people')).statusCode).toBe(403);
  });
});

describe('Words that come after the session ran out', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const late = { incident: 'I-26-99', words: 'Typed for forty minutes.' };
  const drafts = () => world.rows<{ answers: Record<string, string> }>('select answers from draft');
  const runOut = () => world.rows("update directory.session set seen_at = now() - interval '40 minutes'");

  it('are kept as a draft of whoever typed them, and do nothing else', async () => {
    const police = await world.as('halyard');
    await runOut();
    const answer = await police.post('/police-notifications', late);
    expect(answer.headers.location).toBe('/sign-in?ended=yes');
    expect(await world.rows('select 1 from police_notification')).toEqual([]);
    expect((await drafts()).map(({ answers }) => answers)).toEqual([late]);
  });

  it('are not kept for a stranger, nor after signing out', async () => {
    await world.rows('delete from draft');
    const police = await world.as('halyard');
    await police.post('/sign-out');
    await police.post('/police-notifications', late);
    const forged = await world.as('halyard');
    await runOut();
    await forged.post('/police-notifications', { ...late, 'form-token': 'guessed' });
    await world.anyone.post('/police-notifications', late);
    expect(await drafts()).toEqual([]);
  });
});
