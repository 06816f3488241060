import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSETS } from '../../src/commands/database.ts';
import { sourceBeside } from '../../src/commands/doctor.ts';
import { createServer } from '../../src/platform/web/server.ts';
import { changedSince, contentsOf } from '../support/contents.ts';
import { upload } from '../support/upload.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TO = '/police-notifications/batches';
const HEAD = 'incident,happened_on,given_name,family_name,born_on,words';
const line = (n: number, words = 'Shouting at night') =>
  `I-26-${n},2026-11-20,Bay,Oystercatcher,2018-01-02,${words}`;

/** Files of other kinds, by how they begin; each is called a list as well. */
const OTHERS: Readonly<Record<string, Buffer>> = {
  'a workbook': Buffer.from('504b0304140006000800000021', 'hex'),
  'an older workbook': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  'a picture': Buffer.from('89504e470d0a1a0a', 'hex'),
  'a portable document': Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'),
  'a program': Buffer.from('7f454c4602010100', 'hex'),
  'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a picture that is text': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'text with a zero in it': Buffer.from(`${HEAD}\n${line(1)}\u0000`),
  'text in UTF-16': Buffer.from(`\ufeff${HEAD}\n${line(1)}`, 'utf16le'),
  'a list of other columns': Buffer.from('name,telephone\nBay,01632 960111'),
};

const hashed = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    );

describe('A file that somebody sends', () => {
  let world: World;
  let police: Worker;
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    world = await openWorld();
    police = await world.as('halyard');
    before = await contentsOf(world);
  });
  afterAll(() => world.close());

  const send = (file: string | Buffer, called?: string) => upload(world, police, TO, 'file', file, called);
  /** Refused with a reason, and not a row of it kept. */
  async function isRefused(file: string | Buffer, said: RegExp, called?: string): Promise<void> {
    const answer = await send(file, called);
    expect([400, 413, 422], String(answer.statusCode)).toContain(answer.statusCode);
    expect(answer.body).toMatch(said);
  }
  const nothingKept = async () => expect(await changedSince(world, before)).toEqual([]);

  it('V5.2.1: is refused whole where it is larger than we can read at once: in bytes, in lines, in parts', async () => {
    await isRefused(`${HEAD}\n${line(1, 'x'.repeat(500_001))}`, /larger than half a megabyte/);
    await isRefused('x'.repeat(1_100_000), /too long to send/);
    await isRefused([HEAD, ...Array.from({ length: 501 }, (_, n) => line(n))].join('\n'), /at most 500 notifications/);
    const part = (n: number, as: string) => `--e\r\ncontent-disposition: form-data; name="${as}${n}"${as === 'f' ? '; filename="a.csv"' : ''}\r\n\r\nx\r\n`;
    for (const [count, as] of [[2, 'f'], [70, 'p']] as const) {
      const payload = `${Array.from({ length: count }, (_, n) => part(n, as)).join('')}--e--\r\n`;
      const answer = await world.server.inject({ method: 'POST', url: TO, payload, headers: { 'content-type': 'multipart/form-data; boundary=e', 'sec-fetch-site': 'same-origin', cookie: `__Host-continuum=${police.token}` } });
      expect([answer.statusCode, answer.body.includes('too many parts')], `${count} of ${as}`).toEqual([400, true]);
    }
    const [began, largest] = [process.cpuUsage(), `${HEAD}\n${line(1, `${'x'.repeat(19_990)}`)}`];
    await isRefused([largest, ...Array.from({ length: 23 }, (_, n) => line(n, 'x'.repeat(20_001)))].join('\n'), /Line 3/);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000, 'milliseconds of work for half a megabyte').toBeLessThan(2000);
    await nothingKept();
  }); // biome-ignore format: calls read in one line

  it('V5.2.2: is taken only where its name says that it is a list, and what stands in it is one', async () => {
    for (const [what, bytes] of Object.entries(OTHERS)) {
      await isRefused(bytes, /not plain text|must name the columns|comma-separated/);
      await isRefused(bytes, /not a CSV file|not plain text/, `${what}.exe`);
    }
    for (const called of ['list.xlsx', 'list.csv.exe', 'list', 'list.csv ', 'csv', 'list.html'])
      await isRefused(`${HEAD}\n${line(1)}`, /not a CSV file: its name must end in \.csv/, called);
    await nothingKept();
    const nothing = await send('', '');
    expect([nothing.statusCode, nothing.body.includes('Choose the file')]).toEqual([422, true]);
    expect((await send(`${HEAD}\n${line(2)}`, 'November.CSV')).statusCode).toBe(303);
    before = await contentsOf(world);
  });

  it('V5.3.2: has a name that leads nowhere: it opens no folder, names no file, and is kept nowhere', async () => {
    const [served, here] = [hashed(ASSETS), readdirSync(process.cwd()).toSorted()];
    const names = ['../../zzway.csv', '/tmp/zzway.csv', '..\\..\\zzway.csv', 'C:\\zzway.csv', 'zzway\u0000.csv', '%2e%2e%2fzzway.csv', 'http://localhost:1/zzway.csv', 'x".csv'];
    for (const [n, called] of names.entries()) expect([303, 400], called).toContain((await send(`${HEAD}\n${line(100 + n)}`, called)).statusCode);
    expect([hashed(ASSETS), readdirSync(process.cwd()).toSorted()]).toEqual([served, here]);
    expect(existsSync('/tmp/zzway.csv') || existsSync(join(ROOT, '..', '..', 'zzway.csv'))).toBe(false);
    const kept = await world.rows<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('island', 'directory')");
    const found = await world.rows(kept.map(({ name }) => `select '${name}' as name from ${name} t where t::text like '%zzway%'`).join(' union all '));
    expect(found).toEqual([]);
    before = await contentsOf(world);
  }); // biome-ignore format: a list reads in one line

  it('V5.3.1: lies in no folder that is served; and a program that lay there would be sent, not run', async () => {
    const served = hashed(ASSETS);
    expect((await send(`${HEAD}\n${line(200)}`, 'run.mjs.csv')).statusCode).toBe(303);
    expect(hashed(ASSETS)).toEqual(served);
    const folder = mkdtempSync(join(tmpdir(), 'continuum-served-'));
    const ran = join(folder, 'ran');
    const programs = { 'a.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(ran)}, '');`, 'a.cjs': `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`, 'a.php': `<?php touch('${ran}'); ?>`, 'a.sh': `#!/bin/sh\ntouch ${ran}\n`, 'a.html': '<!--#exec cmd="touch ran" -->' };
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, name), text, { mode: 0o755 });
    const { server } = await createServer(world.house, folder, () => undefined);
    for (const [name, text] of Object.entries(programs)) {
      const answer = await server.inject({ url: `/assets/${name}?run=1` });
      expect([answer.statusCode, answer.body], name).toEqual([200, text]);
      expect((await server.inject({ method: 'POST', url: `/assets/${name}` })).statusCode, name).toBe(404);
    }
    expect(existsSync(ran)).toBe(false);
    await server.close();
    rmSync(folder, { recursive: true });
  }); // biome-ignore format: a table reads in one line

  const BESIDE = [
    '.git/HEAD',
    '.git/config',
    '.git/index',
    '.gitignore',
    '.svn/entries',
    '.svn/wc.db',
    '.hg/requires',
    '.bzr/README',
    'CVS/Root',
    '.env',
    'package.json',
    'package-lock.json',
    'src/main.ts',
  ];
  const GUISES = [
    (at: string) => `/${at}`,
    (at: string) => `/assets/${at}`,
    (at: string) => `/assets/../${at}`,
    (at: string) => `/assets/../../${at}`,
    (at: string) => `/assets/..%2f..%2f${at}`,
    (at: string) => `/assets/%2e%2e/%2e%2e/${at}`,
    (at: string) => `/assets/..%5c..%5c${at}`,
    (at: string) => `/assets//${join(ROOT, at)}`,
    (at: string) => `/assets/.%00/../../${at}`,
    (at: string) => `/assets/....//....//${at}`,
  ];
  it('V13.4.1 V5.3.2: nor is the history of the source, or anything beside the folder that is served, at any address', async () => {
    const found: string[] = [];
    for (const at of BESIDE)
      for (const guise of GUISES) {
        const answer = await world.server.inject({ url: guise(at) });
        if (answer.statusCode < 400) found.push(`${guise(at)}: ${answer.statusCode}`);
        expect(answer.body).not.toMatch(/repositoryformatversion|ref: refs|"dependencies"|lockfileVersion/);
      }
    expect(found).toEqual([]);
    // A file that does lie in the folder is found in the same way: the guises do reach it.
    expect((await world.server.inject({ url: `/assets/x/../${readdirSync(ASSETS)[0]}` })).statusCode).toBeLessThan(500);
    expect((await world.server.inject({ url: `/assets/${readdirSync(ASSETS)[0]}` })).statusCode).toBe(200);
  }); // biome-ignore format: a table reads in one line

  it('V13.4.1: and a build holds none of it, nothing of the program reads it, and `doctor` says where it lies beside a program that is no demonstration', () => {
    expect(readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) => /(?:^|\/)(?:\.git|\.svn|\.hg|CVS)(?:\/|$)/.test(file))).toEqual([]);
    const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
    expect(source.filter((file) => /['"`/]\.(?:git|svn|hg)\b/.test(readFileSync(join(ROOT, 'src', file), 'utf8')))).toEqual(['commands/doctor.ts']);
    const folder = mkdtempSync(join(tmpdir(), 'continuum-program-'));
    expect(sourceBeside(folder, false)).toMatchObject({ well: true, seen: 'none lies beside it' });
    writeFileSync(join(folder, '.git'), 'gitdir: elsewhere');
    expect(sourceBeside(folder, false)).toMatchObject({ well: false });
    expect(sourceBeside(folder, true)).toMatchObject({ well: true });
    rmSync(folder, { recursive: true });
  }); // biome-ignore format: expectations read in one line
});
