// How a command and its child end together: signals go down, the way of ending comes up.
import { readFileSync } from 'node:fs';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Passes signals on to the child until it ends, then gives how it ended. */
export function ending(child) {
  const passOn = (signal) => child.kill(signal);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of PASSED_ON) process.off(name, passOn);
      resolve({ code, signal });
    });
  });
}

/** Ends this process as the child ended: with its code, or by the same signal. */
export function endLike({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
}

/**
 * Ends this process when the npm that runs it is killed. npm stands above us with a shell between, and that shell neither passes a
 * signal on nor ends with npm: without this the program would go on unseen.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return;
  const chain = chainToNpm(process.pid);
  const pace = setInterval(() => {
    if (chain.every(({ pid, parent }) => parentOf(pid) === parent)) return;
    clearInterval(pace);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  pace.unref();
}

/** Every step from us up to npm. Where npm is not found, only who started us counts. */
function chainToNpm(pid, left = 3) {
  const parent = parentOf(pid);
  const above = nameOf(parent).startsWith('npm') || left === 1 ? [] : chainToNpm(parent, left - 1);
  const found = above.length > 0 || nameOf(parent).startsWith('npm');
  return found || pid === process.pid ? [{ pid, parent }, ...above] : [];
}

function nameOf(pid) {
  return /\((.*)\)/.exec(statOf(pid))?.[1] ?? '';
}

/** The process above a process; undefined when it has gone. */
function parentOf(pid) {
  const parent = /\) \S (\d+)/.exec(statOf(pid))?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
