import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');

/** A file imports its own room or one to the left. The composition (main, app, config, commands) stands at the right of all. */
const ORDER = [
  'language', 'profile', 'platform', 'practice/people', 'practice/early-help', 'practice/social-work', 'practice/care', 'practice/leaving-care',
  'practice/fostering', 'practice/homes', 'practice/education', 'practice/youth', 'practice/quality', 'practice/workforce', 'practice/programme',
  'practice/hub', 'insight', 'exchange', 'public', 'island', 'composition',
]; // biome-ignore format: a list reads as a list

const NAMES = /^(index|rules|actions|store|reactions)\.ts$|^(pages|routes)\.tsx$|\.test\.tsx?$/;
const FORBIDDEN = /(^|\/)(utils|helpers|services|common)(\/|\.ts)|(^|\/)types\.ts$/;

type Import = { from: string; to: string };

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map(([, to = '']) => ({
    from: file,
    to: relative(SRC, resolve(SRC, dirname(file), to)),
  }));
}

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first === 'practice') return `practice/${second}`;
  return ORDER.includes(first) ? first : 'composition';
}

function sliceOf(file: string): string | undefined {
  const [first, wing, slice, ...rest] = file.split('/');
  return first === 'practice' && rest.length > 0 ? `${wing}/${slice}` : undefined;
}

describe('The house', () => {
  it('was read: a check that read nothing must fail', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(500);
  });

  it('lets a file import its own room or one to the left', () => {
    const against = imports.filter(({ from, to }) => ORDER.indexOf(roomOf(to)) > ORDER.indexOf(roomOf(from)));
    expect(against).toEqual([]);
  });

  it('knows every room', () => {
    expect(files.map(roomOf).filter((room) => !ORDER.includes(room))).toEqual([]);
  });

  it('lets a slice be entered only through its index', () => {
    const against = imports.filter(
      ({ from, to }) =>
        sliceOf(to) !== undefined && sliceOf(to) !== sliceOf(from) && !to.endsWith('/index.ts'),
    );
    // The list of what there is, and the generator of islands, may reach a slice's routes and rows.
    expect(against.filter(({ from, to }) => !(from === 'app.ts' && /routes\.tsx$/.test(to)))).toEqual([]);
  });

  it('has no circle, types included', () => {
    expect(circles(imports)).toEqual([]);
  });

  it('has no drawer for what nobody named', () => {
    expect(files.filter((file) => FORBIDDEN.test(file))).toEqual([]);
  });

  it('touches the pool in the platform and the composition alone', () => {
    const touching = files.filter((file) => /from 'pg'/.test(readFileSync(join(SRC, file), 'utf8')));
    expect(touching.filter((file) => !/^(platform|commands|island)\//.test(file))).toEqual([]);
  });

  it('writes raw HTML in one place of the platform at most', () => {
    const raw = files.filter((file) =>
      readFileSync(join(SRC, file), 'utf8').includes('dangerouslySetInnerHTML'),
    );
    expect(raw.filter((file) => !file.startsWith('platform/html/'))).toEqual([]);
    expect(raw.length).toBeLessThanOrEqual(1);
  });

  it('reads the environment in one file', () => {
    expect(
      files.filter(
        (file) => file !== 'config.ts' && readFileSync(join(SRC, file), 'utf8').includes('process.env'),
      ),
    ).toEqual([]);
  });

  it('reads no clock and no random number in practice, insight or the public pages', () => {
    const below = files.filter((file) => /^(practice|insight|public|profile|language)\//.test(file));
    expect(
      below.filter((file) =>
        /new Date\(\)|Date\.now\(\)|Math\.random\(\)|import \{[^}]*random(?:UUID|Bytes)[^}]*\} from 'node:crypto'/.test(
          readFileSync(join(SRC, file), 'utf8'),
        ),
      ),
    ).toEqual([]);
  });

  it('keeps the files of a slice to the names that everybody knows, or to nouns of the slice', () => {
    const odd = files
      .filter((file) => sliceOf(file) !== undefined)
      .filter(
        (file) =>
          !NAMES.test(file.split('/').at(-1) ?? '') && !/^[a-z-]+\.tsx?$/.test(file.split('/').at(-1) ?? ''),
      );
    expect(odd).toEqual([]);
  });
});

/** Files that import each other in a round, each round once, shortest first. */
function circles(edges: readonly Import[]): string[][] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at !== -1) return void found.push([...path.slice(at), file]);
    if (done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
