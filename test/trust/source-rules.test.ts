import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveSettings, backupFolders } from '../../src/platform/database/backup/archive.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CLIENT = 'src/platform/html/client/';

type Source = { readonly file: string; readonly text: string };

/** A place in the source that a rule speaks of: the file, and what stands there. */
type Place = readonly [file: string, what: string];

const SOURCE = sourcesIn('src', /\.[jt]sx?$/).filter(({ file }) => !/\.test\.tsx?$/.test(file));
const SQL = sourcesIn('migrations', /\.sql$/);
const LOCK: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);

function sourcesIn(folder: string, ending: RegExp): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(ROOT, folder, file), 'utf8') }));
}

/** Every place of some sources where a pattern fits; the first group of the pattern where it has one. */
function places(pattern: RegExp, sources: readonly Source[] = SOURCE): readonly Place[] {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(
      ([all, group]): Place => [file, group ?? all],
    ),
  );
}

/** A pattern that finds none of what it is for shows nothing: each of these must be found. */
function finds(pattern: RegExp, ...texts: readonly string[]): void {
  for (const text of texts) expect(places(pattern, [{ file: '', text }]), text).toHaveLength(1);
}

const outside = (found: readonly Place[], ...allowed: readonly string[]) =>
  found.filter(([file]) => !allowed.some((one) => file.startsWith(one)));

describe('What the source may say', () => {
  it('was read: a rule about nothing holds always', () => {
    expect(SOURCE.length).toBeGreaterThan(500);
    expect(SOURCE.filter(({ file }) => file.startsWith(CLIENT)).length).toBeGreaterThan(4);
    expect(SQL.length).toBeGreaterThan(30);
  });

  const RUNS_TEXT =
    /\beval\s*\(|\bnew\s+(?:Async)?Function\b|(?<![\w.])Function\(|['"](?:node:)?vm['"]|\bset(?:Timeout|Interval)\s*\(\s*['"`]|(?<![\w.])import\s*\(\s*(?!['"])|\.constructor\s*\(/;
  it('V1.3.2: runs no text as a program, neither in the server nor in the browser', () => {
    finds(RUNS_TEXT, 'eval(typed)', "new Function('a', typed)", "setTimeout('go()', 1)", "from 'node:vm'");
    finds(RUNS_TEXT, 'await import(typed)', 'Function(typed)()', 'it.constructor(typed)');
    expect(places(RUNS_TEXT)).toEqual([]);
  });

  const STARTS = /from\s+'(?:node:)?child_process'/;
  const SHELL = /\bshell:\s*(?:['"`]|\w+\s*[,}])|\bexecSync\b|(?<![\w.])exec\(|promisify\(exec\)/;
  /** A script of the shell that is anything but words of ours. */
  const SCRIPT = /'\/bin\/sh',\s*\[\s*'-c',(?!\s*(?:WATCHDOG,|'[^'`]*'\s*[,\]]))([^,\]]+)/;
  it('V1.2.5: starts other programs with a list of arguments, from the database’s own folders alone, and no shell reads a word that is not ours', () => {
    finds(STARTS, "import { exec } from 'node:child_process'", "import cp from 'child_process'");
    expect(outside(places(STARTS), 'src/platform/database/embedded/', 'src/platform/database/backup/')).toEqual([]);
    expect(places(STARTS).length).toBeGreaterThan(2);
    finds(SHELL, 'exec(`rm ` + typed)', 'spawn(program, { shell: true })', "execSync('ls')");
    expect(places(SHELL)).toEqual([]);
    finds(SCRIPT, "spawn('/bin/sh', ['-c', `ls ` + typed])", "run('/bin/sh', ['-c', script, 'sh'])");
    expect(places(SCRIPT)).toEqual([]);
    expect(places(/'\/bin\/sh',\s*\[\s*'-c',/).length).toBeGreaterThan(1);
  }); // biome-ignore format: expectations read in one line

  it('V1.2.5: and a folder whose name is a command is a folder, where the server of the database asks the shell to keep its log', () => {
    const at = mkdtempSync(join(tmpdir(), 'continuum-shell-'));
    const folder = backupFolders(join(at, `x'; touch "${at}/run"; $(touch "${at}/run") \`touch ${at}/run\` '`));
    mkdirSync(folder.wal, { recursive: true });
    writeFileSync(join(at, 'piece'), 'the log');
    const { archive_command: command = '' } = archiveSettings(folder);
    const asServer = command.replaceAll(/%[%fp]/g, (sign) => ({ '%%': '%', '%f': 'PIECE', '%p': join(at, 'piece') })[sign] ?? '');
    execFileSync('/bin/sh', ['-c', asServer]);
    expect(readdirSync(folder.wal)).toHaveLength(1);
    expect(existsSync(join(at, 'run'))).toBe(false);
    rmSync(at, { recursive: true });
  }); // biome-ignore format: a table reads in one line

  const WORDS_AS_SQL = /sql\s*\.raw\(\s*([^)]*)\)/;
  const LITERAL = /sql\.lit\(\s*(?!'[^']*'\)|[A-Z][A-Z_]*\)|true\)|false\))([^)]*)\)/;
  const QUERY = /(?:\bquery|\blastly)\(\s*`((?:[^`\\]|\\.)*)`/;
  const OF_OPERATORS = [
    'src/platform/database/',
    'src/platform/audit/',
    'src/platform/authority/',
    'src/commands/',
    'src/island/',
  ];
  it('V1.2.4: puts into a statement only words of the program; whatever anybody typed goes beside it as a value', () => {
    finds(WORDS_AS_SQL, 'sql.raw(typed)', 'sql.raw(asked.sort)');
    // How figures are counted, the columns of a table of ours, how each kind of fact is told: each is looked up in a list of that file.
    expect(places(WORDS_AS_SQL)).toEqual([
      ['src/platform/database/counting.ts', 'settings'],
      ['src/practice/people/merge/store.ts', 'telling'],
      ['src/practice/people/staff-keeping/store.ts', 'text'],
    ]);
    finds(LITERAL, 'sql.lit(typed)', 'sql.lit(context.query.sort)');
    expect(places(LITERAL)).toEqual([
      ['src/insight/tally.ts', 'grain'],
      ['src/platform/web/public-visit.ts', 'who'],
      ['src/practice/people/search/store.ts', 'n'],
      ['src/practice/people/timeline/source.ts', 'event'],
      ['src/practice/people/timeline/source.ts', 'event'],
      ['src/practice/people/timeline/store.ts', 'source.name'],
    ]);
    const put = outside(places(QUERY), ...OF_OPERATORS).flatMap(([file, text]) =>
      [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, what = '']): Place => [file, what]),
    );
    expect(put.length).toBeGreaterThan(3);
    expect(put.filter(([, what]) => !/^[A-Z_]+$/.test(what))).toEqual([['src/platform/identity/session.ts', 'more']]);
    // Statements put together with a plus would pass by all of this.
    const JOINED = /\b(?:query|execute)\(\s*(?:'[^']*'|"[^"]*"|`[^`]*`)\s*\+/;
    finds(JOINED, "query('select ' + typed)");
    expect(places(JOINED)).toEqual([]);
  }); // biome-ignore format: a table reads as a table

  const DYNAMIC = /\bexecute\s+(?!function\b|procedure\b|on\b)([^;]*);/i;
  it('V1.2.4: and no function of the database makes a statement but by `format`, which quotes each name', () => {
    finds(DYNAMIC, "begin execute 'select ' || typed; end");
    const made = places(DYNAMIC, SQL).filter(([, what]) => !/^(?:function|on)\b/.test(what));
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter(([, what]) => !/^\s*(?:format\s*\(|(?:'[^']*'\s*$))/.test(what))).toEqual([]);
  }); // biome-ignore format: expectations read in one line

  const AS_HTML =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|parseFromString|setHTML(?:Unsafe)?|dangerouslySetInnerHTML)\b|document\.write/;
  it('V3.2.2: puts words on a page as words: nothing in the browser or the server reads a text as HTML', () => {
    finds(AS_HTML, 'box.innerHTML = words', "new DOMParser().parseFromString(words, 'text/html')");
    finds(AS_HTML, '<p dangerouslySetInnerHTML={{ __html: words }} />', 'document.write(words)');
    expect(places(AS_HTML)).toEqual([]);
    expect(places(/\.textContent = /, SOURCE.filter(({ file }) => file.startsWith(CLIENT))).length).toBeGreaterThan(2);
  }); // biome-ignore format: expectations read in one line

  const LINK = /<a\b[^>]*\bhref=(\{(?:[^{}]|\{[^{}]*\})*\})/;
  it('V1.2.2: makes every link whose address is put together by the one element that lets only safe addresses through', () => {
    finds(LINK, '<a class="x" href={typed}>');
    // Both stand behind `safeHref`, or begin with `#`.
    expect(places(LINK)).toEqual([
      ['src/platform/html/error-summary.tsx', `{\`#\${controlId(problem.field)}\`}`],
      ['src/platform/html/links.tsx', '{safe}'],
    ]);
  });

  const FILES = /from\s+'(?:node:)?fs(?:\/promises)?'/;
  const OF_FILES = [
    'src/platform/database/',
    'src/platform/audit/',
    'src/platform/mail/mailer.ts',
    // Read once, when it is loaded, by a name that stands in it.
    'src/platform/identity/stolen-passwords.ts',
    'src/commands/',
  ];
  it('V5.3.2: names no file after anything that was sent: nothing that answers a request opens one', () => {
    finds(FILES, "import { readFile } from 'node:fs/promises'", "import fs from 'fs'");
    expect(outside(places(FILES), ...OF_FILES)).toEqual([]);
    const SENDS = /reply\.(?:sendFile|download)\(/;
    finds(SENDS, 'reply.sendFile(name)');
    expect(places(SENDS)).toEqual([]);
    // A mail of a demonstration is the one file made while people work: it is named by the row's own id.
    expect(places(/writeFile\(\s*join\(folder, (`[^`]*`)/)).toEqual([['src/platform/mail/mailer.ts', `\`\${id}.txt\``]]);
  }); // biome-ignore format: expectations read in one line

  const CIPHERS =
    /create(?:Cipher|Decipher)(?:iv)?\(\s*(?!'aes-256-gcm'|'chacha20-poly1305')([^,)]*)|\b(?:public|private)(?:En|De)crypt\b|\bsubtle\b|\bRSA_PKCS1_PADDING\b/;
  it('V11.3.1 V11.3.2: enciphers nothing but by AES-256-GCM or ChaCha20-Poly1305, if anything: no block mode, no padding of its own', () => {
    finds(CIPHERS, "createCipheriv('aes-128-ecb', key, null)", "createDecipheriv('aes-256-cbc', key, iv)", 'createCipheriv(name, key)');
    finds(CIPHERS, 'publicEncrypt({ key }, bytes)', 'crypto.subtle.encrypt(how, key, bytes)');
    expect(places(CIPHERS)).toEqual([]);
    const IN_SQL = /\b(?:pgp_(?:sym|pub)_\w+|encrypt(?:_iv)?|decrypt(?:_iv)?)\s*\(|\bpgcrypto\b/;
    finds(IN_SQL, "select encrypt(words, key, 'aes-ecb')", 'create extension pgcrypto');
    expect([...places(IN_SQL, SQL), ...places(IN_SQL)]).toEqual([]);
  }); // biome-ignore format: expectations read in one line

  const NAMED_HASH = /\bcreateHash\(\s*([^)]*)\)|\bcreateHmac\(\s*([^,]*),/;
  it('V11.4.1: hashes with SHA-256, and with SHA-1 only where codes of an authenticator app are HMAC-SHA-1 by their standard', () => {
    finds(NAMED_HASH, "createHash('md5')", "createHmac('sha1', secret)");
    const named = SOURCE.flatMap(({ file, text }) => [...text.matchAll(new RegExp(NAMED_HASH, 'g'))].map(([, hash, mac]): Place => [file, hash ?? mac ?? '']));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, name]) => name !== "'sha256'")).toEqual([['src/platform/identity/one-time-code.ts', "'sha1'"]]);
    // Heads are signed with Ed25519, which has its own hash; whoever signed or checked otherwise would name one here.
    expect(places(/(?<![\w.])(?:sign|verify)\(\s*('[^']*')/)).toEqual([]);
    expect(places(/generateKeyPair(?:Sync)?\(\s*('[^']*')/).map(([, kind]) => kind)).toEqual(["'ed25519'"]);
    // In the database MD5 makes a lasting id of a name and nothing else.
    const MD5 = /\bmd5\s*\((?!(?:[^()]|\([^()]*\))*\)::uuid)/;
    finds(MD5, 'select md5(password)', 'check (md5(a || b) = sum)');
    expect([...places(MD5, SQL), ...places(MD5)]).toEqual([]);
    expect(places(/\b(?:digest|hmac|crypt)\s*\(/, SQL)).toEqual([]);
  }); // biome-ignore format: expectations read in one line

  it('takes no formatted text from anybody (V1.3.1 does not apply): no editor of it, and no package that is one', () => {
    const EDITOR = /(?<!is)contentEditable|execCommand|designMode|role="textbox"/i;
    finds(EDITOR, '<div contenteditable="true">');
    expect(places(EDITOR)).toEqual([]);
    const packages = Object.keys(LOCK.packages).filter((path) => LOCK.packages[path]?.dev !== true);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter((path) => /quill|tiptap|prosemirror|tinymce|ckeditor|slate|lexical|markdown|marked/.test(path))).toEqual([]);
  }); // biome-ignore format: expectations read in one line

  it('reads no XML (V1.5.1 does not apply): no reader of it in the source, and no package that is one', () => {
    const XML = /DOMParser|XMLSerializer|XSLTProcessor|(?:application|text)\/xml|\bxmlparse\b|\bxpath\s*\(/i;
    finds(XML, "new DOMParser().parseFromString(text, 'application/xml')".replace('DOMParser', 'X'), 'select xpath(typed, words)');
    expect([...places(XML), ...places(XML, SQL)]).toEqual([]);
    const packages = Object.keys(LOCK.packages).filter((path) => LOCK.packages[path]?.dev !== true);
    expect(packages.filter((path) => /xml|\bsax\b|saxes|libxml|soap|cheerio|jsdom|parse5/.test(path))).toEqual([]);
  }); // biome-ignore format: expectations read in one line
});
