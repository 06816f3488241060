import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword, judgePassword } from '../../src/platform/identity/password.ts';
import { browse, codeNow, givePassword, givesPassword, PASSWORD } from '../support/signing-in.ts';
import { openWorld, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CLIENT = join(ROOT, 'src/platform/html/client');

describe('What signing in asks and does not ask', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  /** Every page on which somebody types a password, as its owner or as nobody yet. */
  async function pagesWithPassword(): Promise<ReadonlyMap<string, string>> {
    await givePassword(world, 'nell');
    const nell = browse(world);
    await givesPassword(nell, 'nell');
    const abe = await world.as('abe');
    const { staffId } = await world.as('fern');
    await abe.post(`/staff/${staffId}/invitations`, { reason: 'She begins.' });
    const [mail] = await world.rows("select body from outbox where body like '%/invitations/%'");
    const link = /\/invitations\/[\w-]+/.exec(String(mail?.['body']))?.[0] ?? '';
    const at = new Map<string, string>();
    for (const path of ['/prove', '/own-account/password']) at.set(path, (await nell.get(path)).body);
    for (const path of ['/sign-in', link]) at.set(path, (await browse(world).get(path)).body);
    return at;
  }
  const inputsIn = (body: string) =>
    [...body.matchAll(/<input[^>]*name="(?:password|current)"[^>]*>/g)].map(([tag]) => tag);

  it('V6.2.6 V6.2.7: masks a password and may show it, takes a pasted one, and helps whatever keeps it', async () => {
    const pages = await pagesWithPassword();
    expect(pages.size).toBe(4);
    for (const [path, body] of pages) {
      const inputs = inputsIn(body);
      expect(inputs.length, path).toBeGreaterThan(0);
      for (const input of inputs) {
        expect(input, path).toMatch(/type="password"/);
        expect(input, path).toMatch(/autocomplete="(?:current|new)-password"/);
        expect(input, path).not.toMatch(/maxlength|onpaste|readonly|value="[^"]/);
      }
      expect(body.match(/data-action="show-password"/g), path).toHaveLength(inputs.length);
    }
    const scripts = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.[jt]sx?$/.test(file),
    );
    expect(scripts.length).toBeGreaterThan(5);
    for (const file of scripts)
      expect(readFileSync(join(CLIENT, file), 'utf8'), file).not.toMatch(/['"]paste['"]/);
  });

  it('V6.2.8: compares a password exactly as it was typed: no letter folded, no blank dropped, nothing cut off', async () => {
    const typed = ` Harbour Lantern ferry ÖAK ${'lamp '.repeat(30)}`;
    await world.rows(
      'update directory.account set password_hash = $1, password_handed_over_at = null where sign_in_name = $2',
      [await hashPassword(typed), 'bea@island.example'],
    );
    const enters = async (password: string) =>
      (await browse(world).post('/sign-in', { name: 'bea@island.example', password })).statusCode === 303;
    expect(await enters(typed)).toBe(true);
    const others = [
      typed.trim(),
      typed.toLowerCase(),
      typed.slice(0, 72),
      typed.slice(0, -1),
      typed.normalize('NFD'),
    ];
    for (const other of others) expect(await enters(other), other.slice(0, 40)).toBe(false);
  });

  it('V6.2.10: asks for no other password as time goes by', async () => {
    await givePassword(world, 'otis', true);
    await world.rows(
      "update directory.account set created_at = now() - interval '20 years' where sign_in_name = 'otis@island.example'",
    );
    expect((await givesPassword(browse(world), 'otis')).headers.location).toBe('/sign-in/second');
    const columns = await world.rows<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'directory' and table_name = 'account'",
    );
    expect(columns.map(({ name }) => name).toSorted()).toEqual([
      'created_at',
      'disabled_at',
      'id',
      'password_handed_over_at',
      'password_hash',
      'sign_in_name',
    ]);
  });

  it('V6.2.11: refuses a password that is mostly the owner’s own name, or words that anybody here would try first', () => {
    const judged = (password: string) =>
      judgePassword('password', password, 'nell.capstan@island.example').ok;
    for (const bad of [
      'nell capstan nell capstan',
      'Continuum-Jersey-2026!',
      'children and families hub',
      'Safeguarding Child 123456',
      'island.example.nell.99',
    ])
      expect(judged(bad), bad).toBe(false);
    for (const good of [
      PASSWORD,
      'jersey lighthouse pebble gull',
      '7%kQ9!2#mZ4@8^x5',
      'hub of the wheel turning slow',
    ])
      expect(judged(good), good).toBe(true);
  });

  it('V6.3.2: has no account that nobody made, and none with a password that came along', async () => {
    const folder = join(ROOT, 'migrations');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.sql'),
    ))
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(
        /insert into directory\.account\b|password '/i,
      );
    const usual = ['admin', 'administrator', 'root', 'sa', 'test', 'guest'];
    const found = await world.rows(
      "select 1 from directory.account where split_part(sign_in_name, '@', 1) = any($1)",
      [usual],
    );
    expect(found).toEqual([]);
    const roles = await world.rows(
      "select rolname from pg_authid where rolname like 'continuum%' and rolpassword is not null",
    );
    expect(roles).toEqual([]);
  });

  it('V6.3.4: has only the ways in that are written down, and each leads to the second step of an account that has one', async () => {
    const ways = world.routes
      .filter(
        ({ method, path, rule }) =>
          rule === 'public' && method === 'POST' && /^\/(sign-in|invitations)/.test(path),
      )
      .map(({ path }) => path);
    expect(ways.toSorted()).toEqual([
      '/invitations/:token',
      '/sign-in',
      '/sign-in/demonstration',
      '/sign-in/passkey',
      '/sign-in/passkey/options',
      '/sign-in/second',
      '/sign-in/second/given-up',
      '/sign-in/second/passkey',
      '/sign-in/second/passkey/options',
    ]);
    await givePassword(world, 'hugo', true);
    const byPassword = browse(world);
    expect((await givesPassword(byPassword, 'hugo')).headers.location).toBe('/sign-in/second');
    expect(byPassword.cookies.has('__Host-continuum')).toBe(false);
  });

  it('V6.3.6: takes no mail for a factor: a link sent by mail opens nothing of an account with a second step', async () => {
    const [session] = await world.rows(
      "select string_agg(pg_get_constraintdef(oid), ' ') as rules from pg_constraint where conrelid in ('directory.session'::regclass, 'directory.sign_in_attempt'::regclass) and contype = 'c'",
    );
    expect(String(session?.['rules'])).toContain('recovery code');
    expect(String(session?.['rules'])).not.toMatch(/mail|text message|telephone|sms/);
    const secret = await givePassword(world, 'mira', true);
    const { staffId } = await world.as('mira');
    await (await world.as('abe')).post(`/staff/${staffId}/invitations`, { reason: 'She forgot it.' });
    const [mail] = await world.rows(
      "select body from outbox where recipient = 'mira@island.example' and body like '%/invitations/%'",
    );
    const link = /\/invitations\/[\w-]+/.exec(String(mail?.['body']))?.[0] ?? '';
    const mira = browse(world);
    expect((await mira.post(link, { password: 'pebble gull lighthouse rope' })).headers.location).toBe(
      '/sign-in/second',
    );
    expect(mira.cookies.has('__Host-continuum')).toBe(false);
    expect((await mira.post('/sign-in/second', { code: codeNow(secret) })).headers.location).toBe('/work');
  });

  it('V6.4.2: keeps no hint and asks no question of one’s life', async () => {
    const columns = await world.rows<{ name: string }>(
      "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'directory'",
    );
    expect(columns.length).toBeGreaterThan(40);
    expect(columns.filter(({ name }) => /hint|question|answer|maiden|pet/.test(name))).toEqual([]);
    for (const [path, body] of await pagesWithPassword())
      expect(body, path).not.toMatch(/security question|secret question|password hint|maiden/i);
  });

  it('V6.4.5: has no factor that expires, and says with each link how long it works', async () => {
    const columns = await world.rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'directory'
        and table_name in ('one_time_code', 'passkey', 'recovery_code')`,
    );
    expect(columns.length).toBeGreaterThan(10);
    expect(columns.filter(({ name }) => /ends|expire|until|valid/.test(name))).toEqual([]);
    const mails = await world.rows<{ body: string }>(
      "select body from outbox where body like '%/invitations/%'",
    );
    expect(mails.length).toBeGreaterThan(0);
    for (const { body } of mails) expect(body).toContain('The link works once, and for 7 days.');
  });
});
