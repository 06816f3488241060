import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SRC = join(ROOT, 'src');
const read = (file: string) => readFileSync(join(SRC, file), 'utf8');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
);
/** Each file of the program once, as it stands and without its comments. */
const TEXTS = new Map(FILES.map((file) => [file, withoutComments(read(file))]));
const SCRIPTS = readdirSync(join(SRC, 'platform/html/client')).map((file) => `platform/html/client/${file}`);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** The files in which something stands. */
function filesWith(what: RegExp): readonly string[] {
  return [...TEXTS]
    .filter(([, text]) => what.test(text))
    .map(([file]) => file)
    .toSorted();
}

/** What a file takes from elsewhere: a path, or the name of a package. */
function importsOf(text: string): readonly string[] {
  const taken = /^(?:import|export)\b(?:[^'"`;]*? from)? '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(taken)].map(([, one, other]) => one ?? other ?? '');
}

/** Every file that the program reaches from where it begins. */
function reached(): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = ['main.ts'];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !TEXTS.has(file)) continue;
    found.add(file);
    for (const from of importsOf(TEXTS.get(file) ?? '').filter((one) => one.startsWith('.')))
      waiting.push(relative(SRC, resolve(SRC, dirname(file), from)));
  }
  return found;
}

const SENDS =
  /\bfetch\(|\bnew (?:Socket|AwsClient|WebSocket|EventSource)\(|createSocket\(|createTransport\(|import\('openid-client'\)|from '(?:node:https?|node:tls|undici|axios)'|XMLHttpRequest|sendBeacon/;
/** What lasts from one request to the next. A constant that nothing is ever added to is none. */
const LASTS =
  /^(?:export )?(?:let \w+|const \w+(?:: (?!Readonly)[^=\n]+)? = new (?:Map|WeakMap|Set|WeakSet)(?:<[^\n]*>)?\(\)|const \w+: [^=\n]*\[\] = \[\])/m;
const LOOSE = /[^=!<>]==(?!=)|!=(?!=)/;

describe('The source', () => {
  it('was read: a rule that read nothing must fail', () => {
    expect(FILES.length).toBeGreaterThan(900);
    expect(SCRIPTS.length).toBeGreaterThan(5);
  });

  it('V14.2.3: sends nothing out but to the mail server, the provider, the collector and the bucket that the operator states', () => {
    expect(filesWith(SENDS)).toEqual([
      'platform/audit/object-store.ts',
      'platform/audit/syslog.ts',
      'platform/identity/provider.ts',
      'platform/mail/mailer.ts',
    ]);
    for (const line of [
      "await fetch('https://x')",
      'new Socket()',
      "import http from 'node:http'",
      'navigator.sendBeacon(x)',
    ])
      expect(line).toMatch(SENDS);
    for (const file of SCRIPTS)
      for (const [, to = ''] of read(file).matchAll(/\bfetch\(([^,)]*)/g))
        expect(to, file).toMatch(/^(?:this\.form|shown|form)\.dataset\.\w+$/);
  });

  it('V14.2.2: keeps nothing of anybody from one request to the next: what lasts is known by name, and is of languages, days, plans and figures', () => {
    expect(filesWith(LASTS)).toEqual([
      'insight/counted.ts',
      'language/date-format.ts',
      'language/day.ts',
      'language/zone.ts',
      'platform/authority/profile-in-force.ts',
      'platform/database/transaction.ts',
      'platform/identity/password.ts',
      'practice/social-work/identity-bar/reading.ts',
    ]);
    // One of them is about persons, and lives no longer than the transaction that is its key.
    expect(read('practice/social-work/identity-bar/reading.ts')).toContain('new WeakMap<Db, ');
    for (const line of [
      'const SEEN = new Map<Id, Person>();',
      'let last: Person | undefined;',
      'const ROWS: Person[] = [];',
    ])
      expect(line).toMatch(LASTS);
  });

  it('V15.3.5: compares with what is strict, and takes no kind for another: by the compiler, the linter and its own words', () => {
    const loose = [...TEXTS].flatMap(([file, text]) =>
      text
        .split('\n')
        .filter((line) => LOOSE.test(withoutTexts(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
    // `== null` alone is asked of both kinds of nothing.
    expect(loose.filter((line) => !/[!=]= null\b/.test(line))).toEqual([]);
    expect(LOOSE.test(withoutTexts('if (a == b) return'))).toBe(true);
    expect(LOOSE.test(withoutTexts('if (a != b) return'))).toBe(true);
    expect(LOOSE.test(withoutTexts("if (a === '==' && b <= c && d => e) return"))).toBe(false);
    const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
    expect(compilerOptions).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
    });
  });

  it('V15.3.6: makes an object of what came from outside only where nothing stands behind it, and never by a way that reaches there', () => {
    const reaching =
      /\.__proto__|\['__proto__'\]|setPrototypeOf|Object\.prototype\.\w+ ?=|\blodash|deepmerge|\.extend\(true/;
    expect(filesWith(reaching)).toEqual([]);
    expect('a.__proto__ = b').toMatch(reaching);
    for (const file of [
      'platform/forms/decode.ts',
      'platform/web/multipart.ts',
      'platform/forms/gather.ts',
      'platform/forms/raw-answers.ts',
    ])
      expect(read(file), file).toContain('Object.create(null)');
  });

  it('V15.2.3: is served without tests, samples and tools: none is reached from where the program begins, and no package but those it runs on', () => {
    const program = reached();
    expect(program.size).toBeGreaterThan(850);
    expect([...program].filter((file) => /gallery|\.test\.|fixture|mock/.test(file))).toEqual([]);
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const may = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));
    const packages = [...program]
      .flatMap((file) => importsOf(TEXTS.get(file) ?? ''))
      .filter((from) => !from.startsWith('.') && !from.startsWith('node:'));
    const names = packages.map((from) =>
      from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/'),
    );
    expect([...new Set(names)].filter((name) => !may.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(100);
    const built = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(built.filter((file) => /\.test\.|\.map$/.test(file))).toEqual([]);
    expect(existsSync(join(ROOT, 'dist/main.js'))).toBe(true);
  });
});

function withoutTexts(line: string): string {
  return line.replaceAll(
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?:[^/\\\n]|\\.)+\/[gimsuy]*/g,
    "''",
  );
}
