import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, accountFor, canEnter } from './account.ts';
import { DatabaseCannotStart, reasonOf } from './fault.ts';

/** Where root keeps what the database account cannot reach inside a closed folder. */
export const ELSEWHERE = '/var/lib/continuum';

/** Linux takes socket paths of at most this many bytes. */
const LONGEST_SOCKET_PATH = 107;

/** Where the data is, who runs the server on it, and whether it was there before. */
export type Placement = {
  readonly dataDir: string;
  readonly account: Account;
  readonly alreadyThere: boolean;
};

/**
 * Decides where the data of a folder asked for lives.
 *
 * As root the server runs under another account, which cannot enter a folder of mode 0700 above the data. A place once taken is kept:
 * if the folder were opened later, a second empty database beside the first would look like lost records.
 */
export function placeData(asked: string): Placement {
  const elsewhere = join(ELSEWHERE, shortHash(asked), 'postgres');
  const existing = [asked, elsewhere].find(holdsData);
  const account = accountFor(existing);
  if (existing !== undefined) {
    if (!canEnter(account, existing)) throw closed(existing, account);
    return { dataDir: existing, account, alreadyThere: true };
  }
  const reachable = !account.steppedDown || canEnter(account, nearestFolder(dirname(asked)));
  return { dataDir: reachable ? asked : elsewhere, account, alreadyThere: false };
}

/** Whether a folder holds a database: initdb writes this file into every one. */
function holdsData(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

/** The major version that made the data in a folder. */
export function dataVersion(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, 'PG_VERSION'), 'utf8'));
  } catch (fault) {
    throw new DatabaseCannotStart(`The records in ${dataDir} cannot be read: ${reasonOf(fault)}`);
  }
}

function closed(dataDir: string, account: Account): DatabaseCannotStart {
  return new DatabaseCannotStart(
    `The records are in ${dataDir}, and the account ${account.name}, which the database runs as, cannot enter it. ` +
      'Open the folders above it (chmod o+x), or start as the user they belong to.',
  );
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}

/** Makes a folder and what is missing above it. As root the folders above must let the account pass, whatever our umask is. */
export function makeFolders(folder: string, account: Account): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder), account);
  try {
    mkdirSync(folder);
    if (account.steppedDown) chmodSync(folder, 0o755);
  } catch (fault) {
    if (!existsSync(folder))
      throw new DatabaseCannotStart(`The folder ${folder} cannot be made: ${reasonOf(fault)}`);
  }
}

/** Makes a folder that is the account's alone. */
export function makePrivateFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.steppedDown) chownSync(folder, account.uid, account.gid);
}

/** The folder of the server's socket: short, private, and the same at every start on the same data. */
export function socketFolder(dataDir: string, account: Account): string {
  const name = `continuum-${shortHash(`${account.uid} ${dataDir}`)}`;
  const inTemporary = join(tmpdir(), name);
  const fits = Buffer.byteLength(join(inTemporary, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH;
  const folder = fits && canEnter(account, tmpdir()) ? inTemporary : join('/tmp', name);
  if (!existsSync(folder)) makePrivateFolder(folder, account);
  const { uid, mode } = lstatSync(folder);
  // The temporary folder is open to everybody: somebody else's folder under our name would let them answer for the database.
  if (uid !== account.uid || (mode & 0o170777) !== 0o040700) {
    throw new DatabaseCannotStart(
      `The folder ${folder} should be private to ${account.name} and is not. Remove it and start again.`,
    );
  }
  return folder;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
