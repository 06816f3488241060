import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '../../src/commands/open-house.ts';
import { buildServer } from '../../src/commands/serve.ts';
import { id } from '../../src/language/id.ts';
import { addAuthority } from '../../src/platform/authority/authorities.ts';
import { beginSession } from '../../src/platform/identity/session.ts';
import type { House } from '../../src/platform/web/house.ts';
import { MIGRATIONS } from '../support/database.ts';
import { formIn } from '../support/public-form.ts';
import { openWorld, type Worker, type World, workerWith } from '../support/world.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';

describe('Two authorities in one installation', () => {
  let world: World;
  let house: House;
  let server: FastifyInstance;
  let cleo: Worker;
  const there = { person: randomUUID(), staff: randomUUID(), team: randomUUID(), contact: randomUUID() };
  beforeAll(async () => {
    world = await openWorld();
    await addAuthority(
      world.owner,
      { schema: 'other', title: 'Another island', profile: 'jersey', demonstration: false, path: 'other' },
      MIGRATIONS,
    );
    await world.rows("update directory.authority set path = 'island' where schema_name = 'island'");
    await world.rows('set search_path = other, extensions');
    await world.rows("insert into other.person (id, number, born_on) values ($1, 'OTHER1', '2015-01-01')", [
      there.person,
    ]);
    await world.rows(
      "insert into other.staff (id, given_name, family_name, email, started_on) values ($1, 'Cleo', 'Elsewhere', 'cleo@island.example', '2020-01-01')",
      [there.staff],
    );
    await world.rows("insert into other.team (id, title, service) values ($1, 'Another team', 'mash')", [
      there.team,
    ]);
    await world.rows(
      "insert into other.contact (id, reference, channel, source, told_at, told_on, words) values ($1, 'C-26-0001', 'call', '2A', now(), current_date, 'said elsewhere')",
      [there.contact],
    );
    await world.rows('set search_path = island, extensions');
    await world.rows(
      "insert into directory.account_place (account_id, authority, staff_id) select id, 'other', $1 from directory.account where sign_in_name = 'cleo@island.example'",
      [there.staff],
    );
    house = await openHouse(
      { trustedProxyHops: 0, logLevel: 'error' },
      { owner: world.owner, application: { ...world.owner, user: 'continuum_app' } },
      () => undefined,
    );
    ({ server } = await buildServer(house, undefined));
    const { staffId, token } = await world.as('cleo');
    cleo = workerWith(server, staffId, token);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await house.database.close();
    await world.close();
  });

  /** Everything that stands in the other authority, as one text. */
  async function standsThere(): Promise<string> {
    const tables = await world.rows<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'other'::regnamespace order by 1",
    );
    expect(tables.length).toBeGreaterThan(100);
    const counts = tables.map(
      ({ name }) =>
        `select '${name}' as t, count(*) as n, md5(string_agg(x::text, '|' order by x::text)) as h from other.${name} x`,
    );
    return JSON.stringify(await world.rows(`${counts.join(' union all ')} order by t`));
  }

  it('V8.4.1: no page and no form of one reaches what stands in the other: it answers as to what is not there, and nothing there changes', async () => {
    const before = await standsThere();
    const ids: Readonly<Record<string, string>> = {
      personId: there.person,
      contactId: there.contact,
      staffId: there.staff,
      teamId: there.team,
    };
    let asked = 0;
    for (const { method, path } of world.routes) {
      const names = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
      if (method === 'HEAD' || names.length === 0 || !names.every((name) => ids[name] !== undefined))
        continue;
      const at = (of: (name: string) => string) =>
        path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => of(name));
      const ask = (url: string) => (method === 'GET' ? cleo.get(url) : cleo.post(url, { words: 'x' }));
      const [real, absent] = [await ask(at((name) => ids[name] ?? '')), await ask(at(() => ABSENT))];
      asked += 1;
      expect([real.statusCode, real.headers.location], `${method} ${path}`).toEqual([
        absent.statusCode,
        absent.headers.location?.replaceAll(ABSENT, there.person),
      ]);
      expect(real.body, `${method} ${path}`).not.toMatch(/OTHER1|Elsewhere|Another team|said elsewhere/);
    }
    expect(asked).toBeGreaterThan(60);
    expect((await cleo.find('Elsewhere')).body).not.toMatch(/Cleo Elsewhere|OTHER1/);
    expect((await cleo.get(`/other/people/${there.person}`)).statusCode).toBe(404);
    expect(await standsThere()).toBe(before);
  }, 60_000);

  it('V8.4.1: who works in both is in one at a time: what a session opens is said by its row, and ending one place leaves the other', async () => {
    const [account] = await world.rows<{ id: string }>(
      "select id from directory.account where sign_in_name = 'cleo@island.example'",
    );
    const begin = (authority: string) =>
      beginSession(house.pool, {
        accountId: id(account?.id ?? ''),
        authority,
        manner: 'password',
        factor: 'code',
      });
    const elsewhere = workerWith(server, id(there.staff), await begin('other'));
    // Without a post there she opens nothing there, whatever post she holds here.
    for (const path of ['/hub', '/people', `/people/${there.person}`, '/directory'])
      expect((await elsewhere.get(path)).statusCode, path).toBe(403);
    expect((await elsewhere.get('/island/hub')).statusCode).toBe(403);
    await world.rows("update directory.account_place set ended_at = now() where authority = 'other'");
    expect((await elsewhere.get('/hub')).statusCode).toBe(303);
    expect((await cleo.get('/hub')).statusCode).toBe(200);
    const nowhere = workerWith(server, id(there.staff), await begin('other'));
    expect((await nowhere.get('/hub')).statusCode).toBe(303);
  });

  it('V8.4.1: a transaction is of one authority and of no other, nor of two at once', async () => {
    const seen = (authority: string) =>
      house.database.transaction(
        { authority, now: new Date(), wide: true, fieldClasses: ['reporter', 'guarded address'] },
        (db) => db.selectFrom('person').select('id').where('number', '=', 'OTHER1').execute(),
      );
    expect(await seen('island')).toEqual([]);
    expect(await seen('other')).toEqual([{ id: there.person }]);
    for (const both of ['island, other', 'island"', 'Island', ''])
      await expect(seen(both)).rejects.toThrow('not the name of an authority');
  });

  it('V8.4.1: what a family keeps with one opens nothing with the other', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const { hidden } = formIn((await server.inject('/other/ask-for-help')).body);
    const key = String(hidden['key']);
    const keep = (at: string, payload: string) =>
      server.inject({ method: 'POST', url: at, headers: form, payload });
    expect((await keep('/other/ask-for-help/kept', `key=${key}&at=reach&telephone=Zinnia`)).statusCode).toBe(
      200,
    );
    expect((await keep('/other/come-back', `code=${key}`)).body).toContain('Zinnia');
    const { body } = await keep('/island/come-back', `code=${key}`);
    expect(body).not.toContain('Zinnia');
    const kept = await world.rows(
      "select (select count(*)::int from other.draft) as there, (select count(*)::int from island.draft where answers::text like '%Zinnia%') as here",
    );
    expect(kept).toEqual([{ there: 1, here: 0 }]);
  });
});
