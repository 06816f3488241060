import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSETS } from '../../src/commands/database.ts';
import { foreignOrigins, kindOf, oddContent, oddHeaders, oddOnFile } from '../support/header-table.ts';
import { openWorld, type World } from '../support/world.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('The headers of every answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('V3.4.2 V4.1.1 V13.4.6 V14.2.2 V14.2.3 V14.3.2 are exactly these on every route, for whoever is signed in and for nobody', async () => {
    const cleo = await world.as('cleo');
    const wrong: string[] = [];
    let answers = 0;
    for (const { method, path } of world.routes.filter((route) => !route.path.startsWith('/assets/'))) {
      if (method === 'HEAD' || path === '/sign-out') continue;
      const url = path.replaceAll(/:[A-Za-z]+/g, NOWHERE);
      for (const visitor of [cleo, world.anyone]) {
        const answer = await (method === 'GET' ? visitor.get(url) : visitor.post(url));
        answers += 1;
        const odds = [...oddHeaders(answer), ...oddContent(answer), ...foreignOrigins(answer.body)];
        // Whoever leaves in a hurry is led to a page of somebody else.
        for (const odd of odds.filter((one) => path !== '/leave' || !/^location is https:\/\//.test(one)))
          wrong.push(`${method} ${path} ${answer.statusCode}: ${odd}`);
      }
    }
    console.log(`headers: ${answers} answers`);
    expect(wrong).toEqual([]);
    expect(answers).toBeGreaterThan(100);
  }, 120_000);

  it('V3.4.1 V3.4.3 V3.4.4 V3.4.5 V3.4.6 are these, too, where something went wrong before any page was asked', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = (method: string, url: string, more: object = {}) =>
      world.server.inject({ method: method as 'GET', url, ...more });
    const answers = await Promise.all([
      send('GET', '/no-such-page'),
      send('GET', '/%00'),
      send('GET', '/assets/nothing.css'),
      send('PUT', '/sign-in', { payload: 'a=b', headers: form }),
      send('DELETE', '/people'),
      send('OPTIONS', '/people'),
      send('HEAD', '/sign-in'),
      send('POST', '/sign-in', { payload: '%', headers: form }),
      send('POST', '/sign-in', { payload: '{}', headers: { 'content-type': 'application/json' } }),
      send('POST', '/sign-in', { payload: 'x'.repeat(1_100_000), headers: form }),
      send('POST', '/sign-in', {
        payload: 'name=x',
        headers: { ...form, origin: 'https://elsewhere.example' },
      }),
    ]);
    const odds = answers.map((answer) => [...oddHeaders(answer), ...oddContent(answer)].join('; '));
    expect(odds).toEqual(answers.map(() => ''));
    expect(new Set(answers.map(({ statusCode }) => statusCode)).size).toBeGreaterThan(4);
  });

  it('are held to the table: one left out, one altered and one more are each seen', async () => {
    const answer = await world.anyone.get('/sign-in');
    expect(kindOf(answer)).toBe('page');
    const names = Object.keys(answer.headers);
    const without = names.map((name) => Object.fromEntries(Object.entries(answer.headers).filter(([one]) => one !== name)));
    const altered = names.map((name) => ({ ...answer.headers, [name]: `${answer.headers[name]} 'unsafe-inline'` }));
    const more = [{ ...answer.headers, server: 'fastify' }, { ...answer.headers, 'access-control-allow-origin': '*' }];
    const seen = [...without, ...altered, ...more].filter((headers) => oddHeaders({ headers, statusCode: 200 }).length > 0);
    console.log(`headers, broken: ${seen.length} of ${names.length * 2 + 2} seen`);
    expect(seen).toHaveLength(names.length * 2 + 2);
    const contents = [['text/html; charset=utf-8', '{"a":1}'], ['text/html', '<!DOCTYPE html><html lang="en"'], ['application/json; charset=utf-8', '<!DOCTYPE html>'], ['text/csv; charset=utf-8', '<p>\r\n']] as const;
    expect(contents.filter(([type, body]) => oddContent({ headers: { 'content-type': type }, body }).length === 1)).toHaveLength(contents.length);
    const foreign = ['<script src="//evil.example/a.js">', '<form method="post" action="https://evil.example/">', '<img src="data:image/png;base64,AA">', '<style>@import "https://evil.example/a.css"</style>'];
    expect(foreign.filter((html) => foreignOrigins(html).length === 1)).toHaveLength(foreign.length);
  }); // biome-ignore format: lists read in one line

  it('V3.2.1 V4.1.1: say of each file of ours what it is, and in which letters', async () => {
    const types: Readonly<Record<string, RegExp>> = {
      css: /^text\/css; charset=utf-8$/i,
      js: /^(?:text|application)\/javascript; charset=utf-8$/i,
      svg: /^image\/svg\+xml(; charset=utf-8)?$/i,
      woff2: /^font\/woff2$/,
      json: /^application\/json; charset=utf-8$/i,
    };
    const names = readdirSync(ASSETS);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const { headers } = await world.anyone.get(`/assets/${name}`);
      expect(headers['content-type'], name).toMatch(types[name.split('.').at(-1) ?? ''] ?? /^nothing$/);
    }
  });

  it('V3.4.1 V3.4.3 V3.4.4 V3.4.6: let a file of ours be kept, because it has the hash of its bytes in its name, and carry all the rest with it', async () => {
    const files = readdirSync(ASSETS);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const answer = await world.anyone.get(`/assets/${file}`);
      expect(answer.statusCode, file).toBe(200);
      expect(answer.headers['cache-control'], file).toBe('public, max-age=31536000, immutable');
      expect(oddOnFile(answer.headers), file).toEqual([]);
    }
  });

  it('V3.2.1: let nothing that is asked for by itself be taken for a page: a list is saved, data are data', async () => {
    const list = await (await world.as('quill')).get('/measures/H1/csv');
    expect([list.statusCode, kindOf(list), oddHeaders(list)]).toEqual([200, 'file', []]);
    const cleo = await world.as('cleo');
    const data = [await cleo.post(`/drafts/contact/${NOWHERE}`, { words: '<script>alert(1)</script>' }), await world.anyone.post('/sign-in/passkey/options')];
    for (const answer of data) expect([kindOf(answer), oddHeaders(answer), answer.statusCode < 500]).toEqual(['data', [], true]);
    // A list that a browser would open in its own window, or guess the kind of, is seen.
    for (const name of ['content-disposition', 'x-content-type-options', 'content-security-policy'])
      expect(oddHeaders({ statusCode: 200, headers: { ...list.headers, [name]: 'inline' } }), name).not.toEqual([]);
  }); // biome-ignore format: calls read in one line

  it('set no cookie on a public page, and ask for nothing from another origin', async () => {
    for (const { method, path } of world.routes.filter(({ rule }) => rule === 'public')) {
      if (method !== 'GET' || path.startsWith('/assets/')) continue;
      const { headers, body } = await world.anyone.get(path.replaceAll(/:[A-Za-z]+/g, NOWHERE));
      expect(headers['set-cookie'], path).toBeUndefined();
      expect(body.match(/<(?:script|img|link|iframe)[^>]+(?:src|href)="(?!\/)[^"]*"/g), path).toBeNull();
    }
  });
});
