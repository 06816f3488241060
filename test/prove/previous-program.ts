import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** What a program is built from. */
const PARTS = [
  'src',
  'migrations',
  'bin',
  'styles',
  'assets',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** A program of before, built in a folder of its own. */
export type Previous = { readonly root: string; readonly commit: string; readonly changedBy: string };

/** Builds the program as it was before the newest migration was added; `PREVIOUS` in the surroundings names another commit. Built once. */
export function previousProgram(say: (line: string) => void): Previous {
  const changedBy = git('log', '--diff-filter=A', '--format=%h', '-1', '--', 'migrations');
  const commit = git('rev-parse', '--short=12', process.env['PREVIOUS'] ?? `${changedBy}^`);
  const root = join(ROOT, '.cache', 'prove', `program-${commit}`);
  if (!existsSync(join(root, 'dist', 'main.js'))) {
    say(`building the program of ${commit}`);
    build(root, commit);
  }
  return { root, commit, changedBy };
}

function build(root: string, commit: string): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const there = PARTS.filter((part) => git('ls-tree', '--name-only', commit, part) !== '');
  const packed = execFileSync('git', ['archive', commit, ...there], { cwd: ROOT, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', root], { input: packed });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'ignore' });
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
}
