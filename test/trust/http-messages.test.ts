import { randomUUID } from 'node:crypto';
import { createServer as createPlain } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/commands/serve.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServer } from '../../src/platform/web/server.ts';
import { openWorld, type World } from '../support/world.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const HIDDEN = 'GET /sign-in/over HTTP/1.1\r\nHost: localhost\r\nX: y\r\n\r\n';
const CHUNKED = `0\r\n\r\n${HIDDEN}`;

/** Messages that two readers could end at different places: what follows the first end would be another's request (RFC 9112, 6.3 and 11.2). */
const SMUGGLED: Readonly<Record<string, string>> = {
  'both lengths': post(`Content-Length: ${CHUNKED.length}\r\nTransfer-Encoding: chunked`, CHUNKED),
  'both, the other way round': post(`Transfer-Encoding: chunked\r\nContent-Length: 3`, CHUNKED),
  'two lengths': post(`Content-Length: ${HIDDEN.length}\r\nContent-Length: 0`, HIDDEN),
  'a list of lengths': post(`Content-Length: 0, ${HIDDEN.length}`, HIDDEN),
  'a length with a sign': post('Content-Length: +0', HIDDEN),
  'a length in another base': post('Content-Length: 0x0', HIDDEN),
  'a negative length': post('Content-Length: -1', HIDDEN),
  'a blank before the colon': post('Transfer-Encoding : chunked', CHUNKED),
  'an unknown coding': post('Transfer-Encoding: xchunked', CHUNKED),
  'not chunked in the end': post('Transfer-Encoding: chunked, identity', CHUNKED),
  'a folded header': post('Transfer-Encoding:\r\n chunked\r\nContent-Length: 3', CHUNKED),
  'a header behind a bare line feed': post('X: a\nTransfer-Encoding: chunked\r\nContent-Length: 3', CHUNKED),
  'a size of a chunk that is none': post('Transfer-Encoding: chunked', `zz\r\n${CHUNKED}`),
};

function post(headers: string, body: string): string {
  return `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n${headers}\r\n\r\n${body}`;
}

/** Sends bytes and gives all that comes back until the line is closed, or is quiet for a while. */
function told(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('latin1').setTimeout(1500, () => socket.destroy());
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

describe('What comes over the line', () => {
  let world: World;
  const lines: Record<string, string | number>[] = [];
  /** The product as it stands behind so many proxies. */
  const behind = (trustedProxyHops: number) =>
    buildServer(
      { ...world.house, trustedProxyHops, log: createLog('debug', (line) => lines.push(JSON.parse(line))) },
      world.house.authorities[0],
    ).then(({ server }) => server);
  let bare: FastifyInstance;
  let proxied: FastifyInstance;
  beforeAll(async () => {
    world = await openWorld();
    [bare, proxied] = await Promise.all([behind(0), behind(1)]);
    await bare.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await Promise.all([bare.close(), proxied.close()]);
    await world.close();
  });

  it('V4.2.1 V16.3.3: is one request or none: where a message could end at two places, nothing behind it is heard, and the log tells', async () => {
    const { port } = bare.server.address() as AddressInfo;
    const honest = await told(
      port,
      `${post('Content-Length: 0\r\nSec-Fetch-Site: same-origin', '')}${HIDDEN.replace('X: y', 'Connection: close')}`,
    );
    expect(honest.match(/HTTP\/1\.1 \d+/g), 'two requests that are well formed are two').toHaveLength(2);
    lines.length = 0;
    for (const [what, bytes] of Object.entries(SMUGGLED)) {
      const answer = await told(port, bytes);
      expect(answer.match(/HTTP\/1\.1 \d+/g), what).toEqual(['HTTP/1.1 400']);
      expect(answer.split('\r\n\r\n')[1], what).toBe('');
    }
    expect(lines.filter(({ event }) => event === 'answered')).toEqual([]);
    expect(lines.filter(({ event }) => event === 'not a request')).toHaveLength(Object.keys(SMUGGLED).length);
  });

  it('V4.2.1: is heard twice by a lenient reader: the control shows that these messages can fail', async () => {
    let heard: string[] = [];
    const lenient = createPlain({ insecureHTTPParser: true }, (request, response) => {
      heard.push(request.url ?? '');
      request.resume();
      response.end();
    });
    await new Promise<void>((resolve) => lenient.listen(0, '127.0.0.1', resolve));
    const through: string[] = [];
    for (const what of ['both lengths', 'both, the other way round']) {
      heard = [];
      await told(
        (lenient.address() as AddressInfo).port,
        (SMUGGLED[what] ?? '').replace('X: y', 'Connection: close'),
      );
      if (heard.includes('/sign-in/over')) through.push(what);
    }
    lenient.close();
    expect(through).not.toEqual([]);
  });

  it('V4.1.2: is never led on to https by us, on whatever address: that is for the operator’s proxy, and for pages alone', async () => {
    let answers = 0;
    const routes = world.routes.filter(
      ({ method, rule }, n) => method !== 'HEAD' && (!rule.startsWith('may') || n % 6 === 0),
    );
    for (const { method, path } of routes) {
      const url = path.replaceAll(/:[A-Za-z]+/g, NOWHERE);
      const headers = { ...FORM, 'x-forwarded-proto': 'http', 'sec-fetch-site': 'same-origin' };
      const { statusCode, headers: given } = await proxied.inject({ method: method as 'GET', url, headers });
      answers += 1;
      // Whoever leaves in a hurry is led to a page of somebody else.
      if (path !== '/leave') expect(given.location ?? '/', `${method} ${path}`).toMatch(/^\/(?!\/)/);
      expect([301, 302, 307, 308], `${method} ${path}`).not.toContain(statusCode);
    }
    expect(answers).toBeGreaterThan(60);
  });

  it('V4.1.3: takes nothing that a proxy would write from whoever writes it themselves', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
      forwarded: 'host=evil.example',
    };
    const { staffId } = await world.as('nell');
    const names = [
      'x-user-id',
      'x-remote-user',
      'remote-user',
      'x-forwarded-user',
      'x-authenticated-user',
      'x-client-cert',
    ];
    for (const server of [bare, proxied]) {
      const ask = (method: 'GET' | 'POST', url: string, headers: object) =>
        server.inject({ method, url, headers: { ...FORM, host: 'localhost', ...headers } });
      expect((await ask('POST', '/sign-in', { origin: 'https://evil.example', ...forged })).statusCode).toBe(
        403,
      );
      expect(
        (
          await ask('POST', '/sign-in/passkey/options', { 'sec-fetch-site': 'same-origin', ...forged })
        ).json(),
      ).toMatchObject({ rpId: 'localhost' });
      for (const name of names)
        expect((await ask('GET', '/hub', { [name]: staffId })).statusCode, name).toBe(303);
      for (const name of ['x-original-url', 'x-rewrite-url', 'x-http-method-override'])
        expect(
          (await ask('GET', '/sign-in', { [name]: name.includes('method') ? 'POST' : '/no-such-page' }))
            .statusCode,
          name,
        ).toBe(200);
    }
    // The framework itself would have believed it, behind a proxy that passes on what came: the control shows that this can fail.
    const { server } = await createServer(
      { ...world.house, trustedProxyHops: 1 },
      '/tmp',
      (plain) => void plain.get('/host', { config: { rule: 'public' } }, async (request) => request.host),
    );
    expect((await server.inject({ url: '/host', headers: { host: 'localhost', ...forged } })).body).toBe(
      'evil.example',
    );
    await server.close();
  });

  it('V15.3.4: comes from where the nearest proxy that we trust says, however many addresses its sender writes before that', async () => {
    const sourceOf = async (server: FastifyInstance, forwarded: string) => {
      const name = `${randomUUID()}@island.example`;
      const headers = {
        ...FORM,
        'x-forwarded-for': forwarded,
        'x-real-ip': '192.0.2.1',
        'sec-fetch-site': 'same-origin',
      };
      await server.inject({
        method: 'POST',
        url: '/sign-in',
        headers,
        payload: `name=${name}&password=x`,
        remoteAddress: '10.0.0.1',
      });
      const [kept] = await world.rows<{ source: string }>(
        'select source from directory.sign_in_attempt where sign_in_name = $1',
        [name],
      );
      return kept?.source;
    };
    const two = await behind(2);
    expect(await sourceOf(bare, '203.0.113.9')).toBe('10.0.0.1');
    expect(await sourceOf(proxied, '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7');
    expect(await sourceOf(two, '203.0.113.8, 203.0.113.9, 198.51.100.7')).toBe('203.0.113.9');
    await two.close();
    // And that is the address by which guessing is counted, whatever is written before it.
    await world.rows(
      "insert into directory.sign_in_attempt (id, sign_in_name, source, succeeded, tried_at) select gen_random_uuid(), 'x', '198.51.100.7', false, now() from generate_series(1, 60)",
    );
    lines.length = 0;
    const guess = (forwarded: string) =>
      proxied.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { ...FORM, 'x-forwarded-for': forwarded, 'sec-fetch-site': 'same-origin' },
        payload: 'name=y&password=z',
        remoteAddress: '10.0.0.1',
      });
    expect((await guess('203.0.113.10, 198.51.100.7')).statusCode).toBe(429);
    expect((await guess('198.51.100.7, 203.0.113.11')).statusCode).toBe(422);
    expect(lines.filter(({ event }) => event === 'too many tries')).toHaveLength(1);
  });
});
