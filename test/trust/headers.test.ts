import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

const EXACTLY: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('The headers of every answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('are exactly these on every route, for whoever is signed in and for nobody', async () => {
    const cleo = await world.as('cleo');
    const wrong: string[] = [];
    let answers = 0;
    for (const { method, path } of world.routes.filter((route) => !route.path.startsWith('/assets/'))) {
      if (method === 'HEAD' || path === '/sign-out') continue;
      const url = path.replaceAll(/:[A-Za-z]+/g, NOWHERE);
      for (const visitor of [cleo, world.anyone]) {
        const { headers, statusCode } = await (method === 'GET' ? visitor.get(url) : visitor.post(url));
        answers += 1;
        const policy = String(headers['content-security-policy'] ?? '');
        const odd = Object.entries(EXACTLY).filter(([name, value]) => headers[name] !== value);
        for (const [name] of odd) wrong.push(`${method} ${path} ${statusCode}: ${name} is ${headers[name]}`);
        if (
          !/^default-src 'none'; script-src 'self'(?: 'nonce-[\w+/=]{24}')?; /.test(policy) ||
          /unsafe|https?:|\*/.test(policy)
        )
          wrong.push(`${method} ${path} ${statusCode}: content-security-policy is ${policy}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(answers).toBeGreaterThan(100);
  });

  it('let assets be kept, because each has the hash of its bytes in its name', async () => {
    const page = await world.anyone.get('/sign-in');
    const asset = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1] ?? '';
    const answer = await world.anyone.get(asset);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('set no cookie on a public page, and ask for nothing from another origin', async () => {
    for (const { method, path } of world.routes.filter(({ rule }) => rule === 'public')) {
      if (method !== 'GET' || path.startsWith('/assets/')) continue;
      const { headers, body } = await world.anyone.get(path.replaceAll(/:[A-Za-z]+/g, NOWHERE));
      expect(headers['set-cookie'], path).toBeUndefined();
      expect(body.match(/<(?:script|img|link|iframe)[^>]+(?:src|href)="(?!\/)[^"]*"/g), path).toBeNull();
    }
  });
});
