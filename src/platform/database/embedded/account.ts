import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { DatabaseCannotStart } from './fault.ts';

/** Whom the database runs as. PostgreSQL refuses root, so as root we step down to another account. */
export type Account = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly steppedDown: boolean;
};

/** The account for data kept in a folder: ourselves, or as root the folder's owner, else `postgres`, else `nobody`. */
export function accountFor(existingData: string | undefined): Account {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined)
    throw new DatabaseCannotStart('The packaged database runs on Linux only.');
  if (uid !== 0) return { name: ownName(uid), uid, gid, steppedDown: false };
  const accounts = knownAccounts();
  const owner = existingData === undefined ? undefined : statSync(existingData);
  if (owner !== undefined && owner.uid !== 0) {
    const name = accounts.find((account) => account.uid === owner.uid)?.name ?? String(owner.uid);
    return { name, uid: owner.uid, gid: owner.gid, steppedDown: true };
  }
  const chosen = ['postgres', 'nobody'].flatMap((name) =>
    accounts.filter((account) => account.name === name),
  )[0];
  if (chosen === undefined) {
    throw new DatabaseCannotStart(
      'PostgreSQL does not run as root, and this machine has neither an account postgres nor an account nobody. ' +
        'Start Continuum as an ordinary user.',
    );
  }
  return { ...chosen, steppedDown: true };
}

/** initdb looks its user up by name, so a number alone (as containers like to give) is not enough. */
function ownName(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    throw new DatabaseCannotStart(
      `The user with number ${uid} has no line in /etc/passwd, and PostgreSQL asks for one. ` +
        'Add a line, start as another user, or name a server with DATABASE_URL.',
    );
  }
}

function knownAccounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
}

/** The two numbers a child process needs to run as the account; nothing when it is our own. */
export function identityOf(account: Account): { uid?: number; gid?: number } {
  return account.steppedDown ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a short command as the account and waits for it. In `/`, because our own folder may be closed to the account. */
export function runAs(account: Account, command: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, {
    cwd: '/',
    encoding: 'utf8',
    env: PLAIN_ENVIRONMENT,
    ...identityOf(account),
  });
}

/** Whether the account can get into a folder. Tried, not computed: modes alone do not tell of access lists and mounts. */
export function canEnter(account: Account, folder: string): boolean {
  return runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]).status === 0;
}

/** Nothing of our own environment reaches the database: PGDATA, LD_LIBRARY_PATH or a locale would change what it does. */
export const PLAIN_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
