import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedSince, contentsOf } from '../support/contents.ts';
import { type Tag, tagsOf } from '../support/html-tags.ts';
import { servedActions } from '../support/served-actions.ts';
import { STAFF } from '../support/staff.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';
import { readExpectation } from './expectation.ts';
import { KINDS, type Records } from './records.ts';

/** Closes whatever it may stand in, and begins an element, an attribute, a script and a comment of its own. */
const BREAKS_OUT = `"'><zz-out zzout="1"></title></textarea></script><script>zzout()</script><!-- " zzout="2`;
const SHORT = `"'><zz-out zzout=1>`;
const PEOPLE = STAFF.map(({ key }) => key);
const LINES = readExpectation(['nobody', ...PEOPLE]).filter(({ record }) => record !== 'what is not there');
const FIXED: Records = { form: 'contact', subject: '0', token: 'A'.repeat(22), measureId: 'H1' };
/** Everything that makes one child, with its words, and what hangs on somebody else. */
const ABOUT = ['a child of Tess', '-', 'a member of staff', 'a declared period', 'an emergency of Nell'];

type Shown = { readonly at: string; readonly answer: LightMyRequestResponse };

/** The same world, in which every sentence and name that is put on record breaks out of where it stands, if it can. */
function planted(world: World): World {
  const quoted = (text: string) => text.replaceAll("'", "''");
  const rows: World['rows'] = (sql, values) =>
    world.rows(
      sql
        .replaceAll(/'((?:[^']|'')*[a-z]\.)'/g, (_, words) => `'${words}${quoted(BREAKS_OUT)}'`)
        .replaceAll(
          /'(Saffron|Barnacle|Ada Lugsail|Royal Court)'/g,
          (_, name) => `'${name}${quoted(SHORT)}'`,
        ),
      values,
    );
  return { ...world, rows };
}

/** Tags and attributes that only a word could have made. */
const brokenOut = (html: string): readonly Tag[] =>
  tagsOf(html).filter(
    ({ name, attributes }) =>
      name.startsWith('zz') ||
      name === '!--' ||
      attributes.has('zzout') ||
      (name === 'script' && !attributes.has('src')) ||
      [...attributes.keys()].some((one) => one.startsWith('on')),
  );

const ADDRESSES = ['href', 'src', 'action', 'formaction', 'data-draft-url', 'data-live', 'poster', 'srcset'];
const isSafe = (address: string) => /^(?:\/(?!\/)|#|\?|mailto:|tel:|https:\/\/)[^\s<>"'\\]*$/.test(address);

describe('Every page, where each word of the record tries to break out of it', () => {
  let world: World;
  const shown: Shown[] = [];
  const workers = new Map<string, Worker>();
  let records: Records;
  let changed: readonly string[];
  const visitor = async (who: string) => {
    const known = workers.get(who) ?? (await world.as(who));
    workers.set(who, known);
    return known;
  };
  const addressOf = (path: string) =>
    path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => records[name] ?? FIXED[name] ?? '0');

  beforeAll(async () => {
    world = await openWorld();
    const made: Records[] = [];
    for (const kind of ABOUT) made.push((await KINDS[kind]?.(planted(world))) ?? {});
    records = Object.assign({}, ...made.toReversed());
    for (const who of PEOPLE) await visitor(who);
    const before = await contentsOf(world);
    const paths = new Map(LINES.filter(({ method, record }) => method === 'GET' && ABOUT.includes(record)).toReversed().map((line) => [line.path, line]));
    for (const { path, of } of paths.values()) {
      const who = PEOPLE.find((one) => of(one) === 'allowed');
      const at = addressOf(path);
      const answer = await (who === undefined ? world.anyone : await visitor(who)).get(at);
      shown.push({ at: path, answer });
    }
    changed = await changedSince(world, before);
  }); // biome-ignore format: a chain reads in one line
  afterAll(() => world.close());

  it('V1.2.1: shows it as words, in elements, attributes and titles alike', () => {
    const pages = shown.filter(({ answer }) => answer.headers['content-type']?.toString().startsWith('text/html'));
    const odd = pages.flatMap(({ at, answer }) => brokenOut(answer.body).map(({ name, attributes }) => `${at}: <${name} ${[...attributes.keys()].join(' ')}>`));
    expect(odd).toEqual([]);
    const said = pages.filter(({ answer }) => answer.body.includes('&lt;zz-out'));
    console.log(`crawl: ${pages.length} pages, ${said.length} with words that try it`);
    expect([pages.length > 150, said.length > 70]).toEqual([true, true]);
    // The same pages with one character less escaped are each seen.
    const unescaped = said.filter(({ answer }) => brokenOut(answer.body.replaceAll('&lt;', '<').replaceAll('&quot;', '"')).length > 0);
    expect(unescaped).toHaveLength(said.length);
  }); // biome-ignore format: expectations read in one line

  it('V1.2.1: and in the header fields, whatever stands in an address', async () => {
    const nasty = ['%0d%0aset-cookie:%20zzout=1', '%0aLocation:%20https://elsewhere.example', '%E5%98%8A%E5%98%8Dzzout:1', '%00zzout'];
    for (const bit of nasty)
      for (const url of [`/hub?to=${bit}`, `/sign-in?to=/work${bit}`, `/measures/H1/csv?month=${bit}`, `/people/${bit}`]) {
        const answer = await (await visitor('quill')).get(url);
        const away = await world.anyone.get(url);
        for (const { headers, statusCode } of [answer, away]) {
          expect(statusCode, url).toBeLessThan(500);
          expect(JSON.stringify(headers), url).not.toMatch(/[\r\n]|\\r|\\n|"zzout"/);
          expect(headers['set-cookie'], url).toBeUndefined();
        }
      }
  }); // biome-ignore format: a list reads in one line

  it('V1.2.2: has no address in it that a word made, and none but paths, https, mail and telephones', () => {
    const found = shown.flatMap(({ at, answer }) => tagsOf(answer.body).flatMap(({ attributes }) => ADDRESSES.flatMap((name) => (attributes.has(name) ? [[at, attributes.get(name) ?? '']] : []))));
    expect(found.length).toBeGreaterThan(2000);
    expect(found.filter(([, address = '']) => !isSafe(address))).toEqual([]);
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', 'http://elsewhere.example', '/a"b', 'vbscript:x']) expect(isSafe(bad), bad).toBe(false);
  }); // biome-ignore format: expectations read in one line

  it('V1.2.2: writes what is asked after the question mark into links as a value, and leads nowhere else', async () => {
    const value = encodeURIComponent(`${SHORT}&go=javascript:alert(1)#x`);
    const names = ['q', 'words', 'search', 'page', 'sort', 'show', 'month', 'known', 'of', 'from', 'team', 'to'];
    const query = names.map((name) => `${name}=${value}`).join('&');
    for (const { path, of } of LINES.filter(({ method, record }) => method === 'GET' && record === '-')) {
      const who = PEOPLE.find((one) => of(one) === 'allowed');
      if (path.includes(':') || path === '/leave' || who === undefined) continue;
      const answer = await (await visitor(who)).get(`${path}?${query}`);
      expect(answer.statusCode, path).toBeLessThan(500);
      if (path.endsWith('/csv')) continue;
      expect(brokenOut(answer.body), path).toEqual([]);
      const addresses = tagsOf(answer.body).flatMap(({ attributes }) => ADDRESSES.flatMap((name) => attributes.get(name) ?? []));
      expect(addresses.filter((address) => !isSafe(address)), path).toEqual([]);
      if (answer.headers.location !== undefined) expect(isSafe(answer.headers.location), path).toBe(true);
    }
    for (const to of ['javascript:alert(1)', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'data:text/html,x', '/\t/elsewhere.example', '/%0d%0a']) {
      const page = await world.anyone.get(`/sign-in?to=${encodeURIComponent(to)}`);
      expect(page.body, to).not.toMatch(/elsewhere\.example|javascript:|data:text/);
    }
  }); // biome-ignore format: expectations read in one line

  const SQL = [
    "' or 'qqwk'='qqwk",
    "'; drop table island.person; --",
    "%' or true --",
    '" or ""="',
    "\\'; select pg_sleep(9) --",
    "') union select id from staff --",
    '$1',
    "1' and 1=cast(version() as int) --",
  ];
  it('V1.2.4: asks the database for what was typed, and never what was typed', async () => {
    const before = await contentsOf(world);
    const [cleo, abe] = [await visitor('cleo'), await visitor('abe')];
    for (const typed of SQL) {
      const value = encodeURIComponent(typed);
      const query = ['q', 'words', 'page', 'sort', 'show', 'month', 'known', 'from', 'of', 'search'].map((name) => `${name}=${value}`).join('&');
      const found = await cleo.find(typed);
      expect(found.statusCode, typed).toBe(200);
      const staff = await abe.get(`/staff?q=${value}`);
      expect(staff.statusCode, typed).toBe(200);
      if (typed.includes('qqwk')) expect(found.body + staff.body, typed).not.toMatch(/href="\/(?:people|staff)\/[\da-f-]{36}/);
      for (const at of ['/hub', '/visible-children', `/people/${records['personId']}/timeline`])
        expect((await cleo.get(`${at}?${query}`)).statusCode, `${at} ${typed}`).toBeLessThan(500);
      expect((await cleo.get(`/people/${value}`)).statusCode, typed).toBe(404);
    }
    expect((await abe.get('/staff?q=capstan')).body).toMatch(/href="\/staff\/[\da-f-]{36}/);
    // What is looked for is kept for a while, so that no address holds it.
    expect((await changedSince(world, before)).filter((name) => name !== 'island.kept_search')).toEqual([]);
  }); // biome-ignore format: a list reads in one line

  it('V1.2.3: writes no word into a script, and data so that they are read back as they were typed', async () => {
    const scripts = shown.flatMap(({ answer }) => [...answer.body.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map(([, inner = '']) => inner));
    expect(scripts.length).toBeGreaterThan(100);
    expect(scripts.filter((inner) => inner !== '')).toEqual([]);
    const typed = `${BREAKS_OUT}\u2028\u2029\\u0022,"kept":true,"x":"\\"]}`;
    const cleo = await visitor('cleo');
    const at = `/drafts/contact/${records['contactId']}`;
    await cleo.post(at, { words: 'before', 'draft-version': '0' });
    const other = await cleo.post(at, { words: typed, 'draft-version': '1' });
    const both = await cleo.post(at, { words: 'after', 'draft-version': '0' });
    expect([other.statusCode, both.statusCode]).toEqual([200, 409]);
    expect(both.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(Object.keys(both.json())).toEqual(['kept', 'version', 'saved', 'theirs']);
    expect(both.json()).toMatchObject({ kept: false, theirs: { words: typed } });
  }); // biome-ignore format: expectations read in one line

  it('V3.5.3: reading changes nothing: after every page was asked for, each table is as it was', async () => {
    expect(shown.length).toBeGreaterThan(110);
    expect(changed).toEqual([]);
    // A row that is only touched is seen.
    const before = await contentsOf(world);
    await world.rows("update island.staff set keys_off = not keys_off where email = 'cleo@island.example'");
    expect(await changedSince(world, before)).toContain('island.staff');
  });

  it('V1.2.1: shows a form again with what was typed, and as it was typed', async () => {
    const forms = servedActions().filter(({ path, fields }) => fields.some(({ kind }) => kind === 'line' || kind === 'words') && [...path.matchAll(/:([A-Za-z]+)/g)].every(([, name = '']) => name in records));
    let [again, inAttributes] = [0, 0];
    for (const { path, name, fields } of forms.filter((_, n) => n % 3 === 0)) {
      const line = LINES.find((one) => one.method === 'POST' && one.path === path && ABOUT.includes(one.record));
      const who = PEOPLE.find((one) => line?.of(one) === 'allowed');
      if (who === undefined) continue;
      const typed = Object.fromEntries(fields.map((field) => [field.name, BREAKS_OUT]));
      const answer = await (await visitor(who)).post(addressOf(path), typed);
      expect(answer.statusCode, name).toBeLessThan(500);
      expect(brokenOut(answer.body), name).toEqual([]);
      again += answer.body.includes('&lt;zz-out') ? 1 : 0;
      inAttributes += tagsOf(answer.body).filter(({ attributes }) => attributes.get('value')?.includes('&lt;zz-out')).length;
    }
    expect([again > 10, inAttributes > 10], `${again}, ${inAttributes}`).toEqual([true, true]);
  }); // biome-ignore format: a chain reads in one line
});
