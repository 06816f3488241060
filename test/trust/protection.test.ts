import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/commands/serve.ts';
import { readConfig } from '../../src/config.ts';
import { createServer } from '../../src/platform/web/server.ts';
import { makeContact } from '../support/contacts.ts';
import { formIn } from '../support/public-form.ts';
import { browse, givePassword, givesPassword, PASSWORD } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'protection.md'), 'utf8');
/** The rows of a table of that page, by what stands in their first cell. */
const rowsUnder = (heading: string) =>
  new Map(
    [...(PAGE.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '').matchAll(/^\| ([^|]+) \| (.+) \|$/gm)].map(
      ([, first = '', rest = '']) => [first, rest],
    ),
  );

/** Tables that the policies themselves ask: ids alone, and nothing about anybody (test/trust/walls.test.ts). */
const IDS_ALONE = new Set(
  ['barred', 'contact_person', 'same_as', 'sight', 'wall'].map((name) => `island.${name}`),
);

describe('What is protected, as the page of it says', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('V14.2.4: has six levels, and each table of the database is of one of them and held as it says', async () => {
    expect([...rowsUnder('What is protected how').keys()].slice(1)).toEqual([
      'public',
      'house',
      'record',
      'guarded',
      'secret',
      'trace',
    ]);
    const tables = await world.rows<{ name: string; forced: boolean; may: string; rules: string }>(`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        concat_ws(' ', case when has_table_privilege('continuum_app', c.oid, 'update') then 'update' end, case when has_any_column_privilege('continuum_app', c.oid, 'update') then 'some' end,
          case when has_table_privilege('continuum_app', c.oid, 'delete') then 'delete' end, case when has_table_privilege('continuum_app', c.oid, 'truncate') then 'truncate' end) as may,
        (select coalesce(string_agg(coalesce(qual, ''), ' '), '') from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.cmd in ('SELECT', 'ALL') and not p.roles::text like '%owner%') as rules
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('island', 'directory')`);
    const named = new Map(tables.map((table) => [table.name, table]));
    // Trace: additions alone.
    for (const name of ['island.audit', 'island.audit_seal', 'directory.sign_in_attempt'])
      expect(named.get(name)?.may, name).toBe('');
    // Guarded: a class of its own in the rule itself, of what stands and of what stood before.
    const guarded: Readonly<Record<string, string>> = {
      address: 'guarded address',
      contact_child_place: 'guarded address',
      contact_referrer: 'reporter',
    };
    for (const [table, of] of Object.entries(guarded))
      for (const name of [`island.${table}`, `island.${table}_history`])
        expect(named.get(name)?.rules, name).toContain(`may_read('${of}'`);
    // Record: whatever holds the number of a person or a contact stands behind a wall; what does not is on the list of test/trust/walls.test.ts.
    const about = await world.rows<{ name: string }>(
      "select distinct 'island.' || table_name as name from information_schema.columns where table_schema = 'island' and column_name in ('person_id', 'contact_id', 'words')",
    );
    const open = about
      .map(({ name }) => name)
      .filter((name) => named.has(name) && named.get(name)?.forced !== true);
    expect(open.filter((name) => !IDS_ALONE.has(name.replace(/_history$/, '')))).toEqual([]);
    expect(about.length).toBeGreaterThan(60);
  });

  it('V14.2.4: keeps no secret as it is: what somebody signs in with, or opens a draft with, stands nowhere in the database', async () => {
    await givePassword(world, 'tess', true);
    const browser = browse(world);
    await givesPassword(browser, 'tess');
    const { token } = await world.as('tess');
    const { hidden } = formIn((await world.anyone.get('/ask-for-help')).body);
    const key = String(hidden['key']);
    await world.anyone.post('/ask-for-help/kept', { key, at: 'reach', telephone: '01534 000000' });
    const submission = randomBytes(16).toString('base64url');
    await (await world.as('halyard')).post('/police-notifications', {
      incident: 'I-26-11',
      happenedOn: '2026-11-19',
      words: 'An argument.',
      'submission-key': submission,
    });
    const step = browser.cookies.get('__Host-continuum-step') ?? '';
    const secrets = { PASSWORD, token, key, submission, step };
    for (const [name, secret] of Object.entries(secrets)) expect(secret.length, name).toBeGreaterThan(15);
    expect(await rowsWith(Object.values(secrets))).toEqual([]);
    // Kept as it is, it would be found: the control shows that this can fail.
    await world.rows('update directory.session set device = left($1, 60)', [token]);
    expect(await rowsWith(Object.values(secrets))).toEqual(['directory.session']);
    const [account] = await world.rows<{ kept: string }>(
      "select password_hash as kept from directory.account where sign_in_name = 'tess@island.example'",
    );
    expect(account?.kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('V15.3.1: shows of an account, a session and a passkey what a person needs, and sends no row of them; data for scripts has these names alone', async () => {
    await givePassword(world, 'nell', true);
    const [nell, abe] = [await world.as('nell'), await world.as('abe')];
    const form = {
      'form-token':
        /name="form-token" value="([^"]+)"/.exec((await nell.get('/own-account')).body)?.[1] ?? '',
    };
    const kept = await world.rows<{ password_hash: string; token: Buffer; secret: Buffer }>(
      "select password_hash, s.token_hash as token, o.secret from directory.account a join directory.session s on s.account_id = a.id join directory.one_time_code o on o.account_id = a.id where sign_in_name = 'nell@island.example'",
    );
    const inner = kept.flatMap(({ password_hash, token, secret }) => [
      password_hash,
      ...[token, secret].flatMap((bytes) => [
        bytes.toString('hex').slice(0, 32),
        bytes.toString('base64').slice(0, 20),
        bytes.toString('base64url').slice(0, 20),
      ]),
    ]);
    const bodies = await Promise.all([
      nell.get('/own-account'),
      nell.get('/own-account/sign-in'),
      nell.get('/own-account/second-factor'),
      abe.get('/directory'),
      abe.get('/staff'),
      abe.get(`/staff/${nell.staffId}`),
    ]);
    expect(bodies.filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(3);
    for (const { body } of bodies) for (const one of inner) expect(body.includes(one)).toBe(false);
    const draft = await nell.post(`/drafts/anything/${nell.staffId}`, {
      ...form,
      'draft-version': '0',
      words: 'x',
    });
    expect(Object.keys(draft.json()).toSorted()).toEqual(['kept', 'saved', 'version']);
    const options = (await world.anyone.post('/sign-in/passkey/options')).json();
    expect(Object.keys(options).toSorted()).toEqual(
      ['allowCredentials', 'challenge', 'rpId', 'timeout', 'userVerification'].filter(
        (name) => name in options,
      ),
    );
    const jsons = [
      draft,
      ...(await Promise.all(
        ['/prove/passkey/options', '/own-account/passkeys/options'].map((url) => nell.post(url, form)),
      )),
    ];
    for (const { body } of jsons) expect(body).not.toMatch(/hash|secret|earlier|disabled|staffId|staff_id/i);
  });

  it('V14.2.2: shows what stands in the database now, and nothing that it showed before', async () => {
    const { persons } = await makeContact(world);
    const cleo = await world.as('cleo');
    const page = () => cleo.get(`/people/${persons[0]}`);
    expect((await page()).body).toContain('Saffron');
    await world.rows("update person_name set given_name = 'Marigold' where person_id = $1", [persons[0]]);
    const after = (await page()).body;
    expect(after).toContain('Marigold');
    expect(after).not.toContain('Saffron');
    await world.rows('update post_holding set until_on = current_date - 1 where staff_id = $1', [
      cleo.staffId,
    ]);
    expect((await page()).body).not.toContain('Marigold');
  });

  it('V15.2.2: bounds what a request may cost, as the page of it says: bytes, answers, time in the database and time on the line', async () => {
    const says = rowsUnder('What a request may cost');
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const send = async (payload: string) =>
      (await world.server.inject({ method: 'POST', url: '/sign-in', payload, headers: form })).statusCode;
    expect(says.get('what is sent with it')).toContain('1 MB, 1,000 answers, names of 200 characters');
    expect(
      await Promise.all([send(`name=${'x'.repeat(999_990)}`), send(`name=${'x'.repeat(1_000_000)}`)]),
    ).toEqual([422, 413]);
    expect(
      await Promise.all([send('a=b&'.repeat(1000)), send('a=b&'.repeat(1001)), send(`${'a'.repeat(201)}=b`)]),
    ).toEqual([422, 400, 400]);
    expect(says.get('a request to come whole')).toContain('120 seconds');
    expect(world.server.server.requestTimeout).toBe(120_000);
    expect(world.server.server.headersTimeout).toBeLessThanOrEqual(120_000);
    expect(says.get('a place among the 10 connections')).toContain('10 seconds');
    expect(world.house.pool.options).toMatchObject({ max: 10, connectionTimeoutMillis: 10_000 });
    expect(says.get('a statement of the database')).toContain('15 seconds');
    const { sql } = await import('kysely');
    const within = (timeoutSeconds?: number) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), timeoutSeconds },
        async (db) => {
          const { rows } = await sql<{
            limit: string;
          }>`select current_setting('statement_timeout') as limit, pg_sleep(${sql.lit(timeoutSeconds === undefined ? 0 : 5)})`.execute(
            db,
          );
          return rows[0]?.limit;
        },
      );
    expect(await within()).toBe('15s');
    await expect(within(0.1)).rejects.toMatchObject({ code: '57014' });
    const { server } = await createServer(world.house, '/tmp', (bare) => {
      bare.get('/waits', { config: { rule: 'public' } }, () => {
        throw new Error('timeout exceeded when trying to connect');
      });
    });
    const busy = await server.inject('/waits');
    expect([busy.statusCode, busy.headers['retry-after']]).toEqual([503, '30']);
    await server.close();
  });

  it('V15.2.3: is served without what belongs to a demonstration: nobody is picked from a list, and no address of tools, docs or tests answers', async () => {
    const { server, routes } = await buildServer(world.house, undefined);
    const odd =
      /demonstration|gallery|debug|swagger|openapi|graphql|metrics|\/test|\/dev\b|\/docs|phpinfo|actuator/i;
    expect(routes.filter(({ path }) => odd.test(path))).toEqual([]);
    expect(world.routes.filter(({ path }) => odd.test(path)).map(({ path }) => path)).toEqual([
      '/sign-in/demonstration',
    ]);
    const { staffId } = await world.as('nell');
    const picked = await server.inject({
      method: 'POST',
      url: '/sign-in/demonstration',
      payload: `staff=${staffId}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([picked.statusCode, picked.cookies]).toEqual([404, []]);
    expect((await server.inject('/sign-in')).body).not.toContain('Nell Capstan');
    for (const path of [
      '/gallery',
      '/debug',
      '/metrics',
      '/docs',
      '/documentation',
      '/.env',
      '/.git/config',
      '/package.json',
      '/assets/../main.js',
      '/src/main.ts',
    ])
      expect((await server.inject(path)).statusCode, path).toBe(404);
    await server.close();
    expect(readConfig({ DEMONSTRATION: 'yes', DATABASE_URL: 'postgres://db.example/continuum' }).ok).toBe(
      false,
    );
    const live = readConfig({ DATABASE_URL: 'postgres://db.example/continuum' });
    expect(live.ok && live.value.demonstration).toBe(false);
  });

  /** The tables in which one of these stands, as text or as the bytes of it. */
  async function rowsWith(secrets: readonly string[]): Promise<readonly string[]> {
    const forms = secrets.flatMap((secret) =>
      [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret, 'base64url').toString('hex')].filter(
        (one) => one.length > 15,
      ),
    );
    const tables = await world.rows<{ name: string }>(
      "select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('island', 'directory') order by 1",
    );
    const asked = tables.map(
      ({ name }) =>
        `select '${name}' as name from ${name} t where exists (select from unnest($1::text[]) s where strpos(t::text, s) > 0)`,
    );
    const found = await world.rows<{ name: string }>(
      `select distinct name from (${asked.join(' union all ')}) x`,
      [forms],
    );
    return found.map(({ name }) => name);
  }
});
