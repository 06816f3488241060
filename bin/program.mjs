// Runs one file of the repository under the right Node, as a child on this terminal.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeBinary, ROOT } from './prepare.mjs';

/**
 * Keeps the heap of the serving program near what lives in it, about 55 MB: room for the young of a few pages, and the old collected once
 * it has grown by half. Left to itself it grows to three times that before anything is collected (measured with 25 people at once:
 * 333 MB resident against 205 MB, and a fifth of a page's time spent collecting).
 */
export const SMALL = ['--max-semi-space-size=16', '--heap-growing-percent=50'];

/**
 * Starts a file of the repository, on this terminal or to be heard. The channel is its leash: when this process dies, however, the child
 * ends itself.
 */
export function startProgram(
  file,
  args,
  { flags = [], cwd = process.cwd(), env = process.env, aloud = true } = {},
) {
  const leash = ['--import', new URL('./leash.mjs', import.meta.url).href];
  return spawn(
    nodeBinary(),
    ['--disable-warning=ExperimentalWarning', ...leash, ...flags, join(ROOT, file), ...args],
    {
      cwd,
      env,
      stdio: aloud ? ['inherit', 'inherit', 'inherit', 'ipc'] : ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
}
