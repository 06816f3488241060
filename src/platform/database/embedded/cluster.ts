import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { identityOf, PLAIN_ENVIRONMENT } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DatabaseCannotStart, reasonOf } from './fault.ts';
import { makeFolders, makePrivateFolder, type Placement } from './placement.ts';

/** The role that owns everything and makes the others. Login roles of the program come with the migrations. */
export const OWNER = 'continuum_owner';

const run = promisify(execFile);

/**
 * Makes a new database in the placement, whole or not at all.
 *
 * It is made beside its place and then renamed, so a start that is killed half way leaves no half-made data, and of two starts at
 * the same moment one wins and the other finds the winner's.
 */
export async function makeCluster(
  { dataDir, account }: Placement,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  refuseForeignFolder(dataDir);
  makeFolders(dirname(dataDir), account);
  removeHalfMade(dataDir);
  const making = `${dataDir}.making-${process.pid}`;
  makePrivateFolder(making, account);
  try {
    await run(join(binaries.folder, 'initdb'), initArguments(making, durable), {
      cwd: '/',
      env: PLAIN_ENVIRONMENT,
      ...identityOf(account),
    });
  } catch (fault) {
    rmSync(making, { recursive: true, force: true });
    throw new DatabaseCannotStart(`The database could not be made in ${dataDir}: ${reasonOf(fault)}`);
  }
  moveIntoPlace(making, dataDir);
}

function refuseForeignFolder(dataDir: string): void {
  if (!existsSync(dataDir) || namesIn(dataDir).length === 0) return;
  throw new DatabaseCannotStart(
    `The folder ${dataDir} holds something that is not a database. Name another with DATA_DIR.`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (fault) {
    throw new DatabaseCannotStart(`The folder ${folder} cannot be read: ${reasonOf(fault)}`);
  }
}

/** ICU orders names the same way on every machine; C.UTF-8 alone would put "Žižek" after "Zwart". Checksums notice a lying disk. */
function initArguments(folder: string, durable: boolean): string[] {
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'];
  const access = [`--username=${OWNER}`, '--auth-local=trust', '--auth-host=reject'];
  return [
    '-D',
    folder,
    ...access,
    ...locale,
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function moveIntoPlace(making: string, dataDir: string): void {
  try {
    renameSync(making, dataDir);
  } catch (fault) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(dataDir, 'PG_VERSION')))
      throw new DatabaseCannotStart(`${dataDir}: ${reasonOf(fault)}`);
  }
}

function removeHalfMade(dataDir: string): void {
  const mark = `${basename(dataDir)}.making-`;
  for (const name of namesIn(dirname(dataDir))) {
    if (name.startsWith(mark) && !isAlive(Number(name.slice(mark.length)))) {
      rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
    }
  }
}

/** Whether a process exists. It may be another user's. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}
