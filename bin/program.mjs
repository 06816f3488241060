// Runs one file under the right Node as a child on this terminal, and ends the way the child ends.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeBinary, ROOT } from './prepare.mjs';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts a file of the repository. The channel is its leash: when this process dies, however, the child ends itself. */
export function startProgram(file, args, { flags = [], cwd = process.cwd() } = {}) {
  const leash = ['--import', new URL('./leash.mjs', import.meta.url).href];
  return spawn(
    nodeBinary(),
    ['--disable-warning=ExperimentalWarning', ...leash, ...flags, join(ROOT, file), ...args],
    {
      cwd,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
}

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
