import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseWork } from '../../src/commands/house-work.ts';
import { buildServer } from '../../src/commands/serve.ts';
import { createProvider } from '../../src/platform/identity/provider.ts';
import { createLog } from '../../src/platform/log.ts';
import type { House } from '../../src/platform/web/house.ts';
import { createServer as createOurs } from '../../src/platform/web/server.ts';
import { browse, codeNow, givePassword, givesPassword } from '../support/signing-in.ts';
import { openWorld, type Worker, type World, workerWith } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

type Line = Readonly<Record<string, string | number>>;

describe('What is written down of what happens', () => {
  let world: World;
  let house: House;
  let server: FastifyInstance;
  let cleo: Worker;
  const raw: string[] = [];
  const lines = () => raw.map((line): Line => JSON.parse(line));
  const told = (event: string) => lines().filter((line) => line['event'] === event);
  beforeAll(async () => {
    world = await openWorld();
    house = { ...world.house, log: createLog('debug', (line) => raw.push(line)) };
    ({ server } = await buildServer(house, house.authorities[0]));
    const { staffId, token } = await world.as('cleo');
    cleo = workerWith(server, staffId, token);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const post = (url: string, payload: string, headers: object = {}) =>
    server.inject({ method: 'POST', url, payload, headers: { ...FORM, ...headers } });
  const audited = () =>
    world.rows<{
      at: Date;
      actor: string;
      session: string;
      request: string;
      act: string;
      allowed: boolean;
      decided_by: string;
    }>('select * from audit order by at, n');

  it('V16.2.1: says of each look, and of each refusal, when, who, in which session, at which request, what, and by which rule', async () => {
    const began = Date.now();
    await cleo.find('Limpet');
    const quill = await world.as('quill');
    await workerWith(server, quill.staffId, quill.token).find('Limpet');
    const [look, refusal] = (await audited()).slice(-2);
    for (const entry of [look, refusal]) {
      expect(entry?.at.getTime()).toBeGreaterThanOrEqual(began - 1000);
      expect(entry?.session).toMatch(/^[0-9a-f]{16}$/);
      expect(entry?.request).toMatch(/^[0-9a-f-]{36}$/);
      expect(entry?.act).toBe('person: search');
      expect(entry?.decided_by).not.toBe('');
    }
    expect([look?.actor, look?.allowed]).toEqual([cleo.staffId, true]);
    expect([refusal?.actor, refusal?.allowed]).toEqual([quill.staffId, false]);
    await givePassword(world, 'tess');
    await givesPassword(browse({ ...world, server }), 'tess');
    const [tried] = await world.rows(
      'select sign_in_name, source, succeeded, means, tried_at from directory.sign_in_attempt',
    );
    expect(tried).toEqual({
      sign_in_name: 'tess@island.example',
      source: expect.stringMatching(/^10\./),
      succeeded: true,
      means: 'password',
      tried_at: expect.any(Date),
    });
  });

  it('V16.2.4 V16.2.2: is one object of JSON a line, in UTC, and a request has one name in the log and in the audit', async () => {
    raw.length = 0;
    await cleo.find('Limpet');
    await cleo.get(`/people/${NOWHERE}`);
    expect(raw.length).toBeGreaterThanOrEqual(3);
    for (const line of raw) {
      expect(line).toMatch(/^\{[^\n\r]*\}$/);
      expect(JSON.parse(line)).toMatchObject({
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        level: expect.stringMatching(/^(debug|info|warn|error)$/),
        event: expect.any(String),
      });
    }
    const entry = (await audited()).at(-1);
    expect(told('answered').map(({ request }) => request)).toContain(entry?.request);
    expect(told('nothing shown')).toEqual([
      expect.objectContaining({ session: entry?.session, route: '/people/:personId' }),
    ]);
  });

  it('V16.3.1: holds each try to sign in, to prove it again and to leave, whether or not it succeeded, and by which means', async () => {
    await world.rows('delete from directory.sign_in_attempt');
    const secret = await givePassword(world, 'sol', true);
    const browser = browse({ ...world, server });
    await browser.post('/sign-in', { name: 'sol@island.example', password: 'wrong' });
    await givesPassword(browser, 'sol');
    await browser.post('/sign-in/second', { code: '000000' });
    await browser.post('/sign-in/second', { recovery: 'aaaaa-bbbbb-ccccc-ddddd-eeeee' });
    await browser.post('/sign-in/second', { code: codeNow(secret) });
    const form = async () => ({ 'form-token': await browser.tokenOn('/prove') });
    await browser.post('/prove', { ...(await form()), password: 'wrong' });
    await browser.post('/prove', { ...(await form()), code: codeNow(secret, 1) });
    await browser.post('/sign-in/passkey', { response: '{}' });
    const tries = await world.rows<{ said: string }>(
      "select means || case when succeeded then ': in' else ': not' end as said from directory.sign_in_attempt order by tried_at",
    );
    expect(tries.map(({ said }) => said)).toEqual([
      'password: not',
      'password: in',
      'code: not',
      'recovery code: not',
      'code: in',
      'password: not',
      'code: in',
      'passkey: not',
    ]);
    const sessions = () =>
      world.rows(`select manner, factor, began_at is not null as began, ended_at is not null as ended from directory.session s
      join directory.account a on a.id = s.account_id where sign_in_name = 'sol@island.example'`);
    expect(await sessions()).toEqual([{ manner: 'password', factor: 'code', began: true, ended: false }]);
    await browser.post('/sign-out', { 'form-token': await browser.tokenOn('/own-account') });
    expect(await sessions()).toEqual([{ manner: 'password', factor: 'code', began: true, ended: true }]);
  });

  it('V16.3.2 V16.3.3: tells of each way round the door that somebody tries, with their session where they have one, and without what they sent', async () => {
    raw.length = 0;
    const cookie = `__Host-continuum=${cleo.token}`;
    const token = {
      'form-token':
        /name="form-token" value="([^"]+)"/.exec((await cleo.get('/own-account')).body)?.[1] ?? '',
    };
    const answers = [
      await post('/searches', 'form-token=guessed&q=Zinnia', { cookie }),
      await post('/searches', `${new URLSearchParams(token)}&q=Zinnia`, {
        cookie,
        origin: 'https://zinnia.example',
      }),
      await post('/sign-in', 'name=%ED%A0%80Zinnia'),
      await post('/sign-in', '{"name":"Zinnia"}', { 'content-type': 'application/json' }),
      await post('/sign-in', `name=Zinnia&__proto__=x`),
      await post('/sign-in', `name=${'x'.repeat(1_100_000)}`),
      await post('/own-account/theme', `${new URLSearchParams(token)}&theme=dark&role=Zinnia`, { cookie }),
      await cleo.get(`/people/${NOWHERE}`),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 400, 400, 400, 413, 422, 404]);
    expect(told('refused at the door').map(({ why }) => why)).toEqual([
      'not from our page',
      'not from our page',
      'unreadable',
      'unreadable',
      'unreadable',
      'too large',
    ]);
    expect(told('form not as asked')).toEqual([
      expect.objectContaining({
        route: '/own-account/theme',
        session: expect.stringMatching(/^[0-9a-f]{16}$/),
      }),
    ]);
    expect(told('nothing shown')).toHaveLength(1);
    const session = told('nothing shown')[0]?.['session'];
    expect(told('refused at the door').map((line) => line['session'])).toEqual([
      session,
      session,
      '',
      '',
      '',
      '',
    ]);
    await world.rows(
      "insert into directory.sign_in_attempt (id, sign_in_name, source, succeeded, tried_at) select gen_random_uuid(), 'x', '192.0.2.99', false, now() from generate_series(1, 60)",
    );
    for (const url of ['/sign-in', '/sign-in/passkey'])
      expect(
        (
          await server.inject({
            method: 'POST',
            url,
            payload: 'name=Zinnia&password=z&response={}',
            headers: FORM,
            remoteAddress: '192.0.2.99',
          })
        ).statusCode,
      ).toBe(429);
    expect(told('too many tries')).toHaveLength(2);
    expect(raw.join()).not.toMatch(/zinnia|192\.0\.2/i);
  });

  it('V16.3.3: is written in `docs/protection.md`: each event of the log, and no other', () => {
    const events = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(platform|commands)\/.*\.tsx?$/.test(file) && !/\.test\./.test(file))
      .flatMap((file) => [
        ...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(
          /event: '([^']+)'|told\(house, request, '([^']+)'\)/g,
        ),
      ])
      .map(([, one, other]) => one ?? other ?? '');
    const [, section = ''] = readFileSync(join(ROOT, 'docs/protection.md'), 'utf8').split(
      '## What the log tells',
    );
    const documented = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, event]) => event,
    );
    expect(documented.length).toBeGreaterThan(8);
    expect(documented.toSorted()).toEqual([...new Set(events)].toSorted());
  });

  it('V16.3.4: tells of a fault of ours, of a database that is not there, of work that failed, and of a provider whose encryption fails', async () => {
    raw.length = 0;
    const broken = await createOurs(house, '/tmp', (bare) => {
      bare.get('/broken', { config: { rule: 'public' } }, () => {
        throw new RangeError('Zinnia');
      });
      bare.get('/gone', { config: { rule: 'public' } }, () => {
        throw Object.assign(new Error('Zinnia'), { code: '57P01' });
      });
    });
    expect((await broken.server.inject('/broken')).statusCode).toBe(500);
    expect((await broken.server.inject('/gone')).statusCode).toBe(503);
    await broken.server.close();
    expect(told('fault')).toEqual([
      expect.objectContaining({
        level: 'error',
        route: '/broken',
        fault: expect.stringMatching(/^RangeError/),
        code: expect.any(String),
      }),
    ]);
    expect(told('too busy')).toEqual([
      expect.objectContaining({ level: 'warn', route: '/gone', fault: expect.stringContaining('57P01') }),
    ]);
    // What speaks no TLS, where TLS was stated.
    const plain = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const provider = createProvider({
      issuer: `https://localhost:${(plain.address() as AddressInfo).port}`,
      clientId: 'c',
      clientSecret: 's',
      claim: 'email',
    });
    const served = await buildServer({ ...house, provider }, house.authorities[0]);
    expect((await served.server.inject('/sign-in/provider')).statusCode).toBe(422);
    await served.server.close();
    plain.close();
    expect(told('provider cannot be reached')).toEqual([expect.objectContaining({ level: 'warn' })]);
    await world.rows(
      "insert into outbox (id, kind, recipient, subject, body, language, leaves_at) values (gen_random_uuid(), 'mail', 'a@example.je', 's', 'Zinnia', 'en', now() - interval '1 day')",
    );
    const nowhere = { send: () => Promise.reject(new Error('Zinnia')) };
    const anchors = { keep: () => Promise.reject(new Error('no')) } as never;
    const working = houseWork(house, nowhere, anchors);
    await expect.poll(() => told('task failed').length, { timeout: 10_000 }).toBeGreaterThan(0);
    await working.stop();
    expect(raw.join()).not.toContain('Zinnia');
  });

  it('V16.4.1: keeps to its line, whatever comes: what would end it, colour it or turn it round is written as an escape', async () => {
    const written: string[] = [];
    const nasty = 'a\n{"level":"error","event":"forged"}\r\n\u001b[2J\u009b31m\u2028\u202e\u0000"\\';
    createLog('info', (line) => written.push(line)).info({ event: nasty, route: nasty });
    expect(written).toHaveLength(1);
    const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
    expect(written[0]).not.toMatch(acting);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ event: nasty, route: nasty });
    raw.length = 0;
    const forged = '%0a%7B%22event%22:%22forged%22%7D';
    await server.inject({
      url: `/people/${forged}?q=${forged}`,
      headers: { cookie: `__Host-continuum=${cleo.token}` },
    });
    await post('/sign-in', `name=${forged}&password=x`);
    const [{ port }] = [await listening()];
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.end('GET / HTTP/1.1\r\nHost: a\r\nX: \n{"event":"forged"}\r\n\r\n'),
      );
      socket
        .on('close', () => resolve())
        .on('error', () => undefined)
        .resume();
    });
    expect(raw.length).toBeGreaterThan(2);
    expect(lines().filter(({ event }) => event === 'forged')).toEqual([]);
    expect(raw.join()).not.toContain('forged');
  });

  async function listening(): Promise<AddressInfo> {
    await server.listen({ host: '127.0.0.1', port: 0 });
    return server.server.address() as AddressInfo;
  }
});
