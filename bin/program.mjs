// Runs one file of the repository under the right Node, as a child on this terminal.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeBinary, ROOT } from './prepare.mjs';

/**
 * Node makes room for young objects by the size of the machine; a server of pages needs little of it. On a large machine this saves a
 * hundred megabytes of the web process and costs no time that can be measured.
 */
export const SMALL = ['--max-semi-space-size=4'];

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
