// Runs one file of the repository under the right Node, as a child on this terminal.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeBinary, ROOT } from './prepare.mjs';

/**
 * Keeps the memory of the serving program near what lives in it, about 60 MB: room for the young of a few pages, and the old collected once
 * it has grown by half. Left to itself it grows to three times that before anything is collected (measured with 25 people at once:
 * 333 MB resident against 205 MB, and a fifth of a page's time spent collecting).
 */
const HEAP = ['--max-semi-space-size=16', '--heap-growing-percent=50'];

/**
 * What glibc is asked, so that memory outside the heap goes back to the system: two arenas instead of sixteen, and large blocks (128 kB)
 * and the free end of an arena given back at once. Without it the program held 17 to 20 MB that nothing lived in. Other libraries of C
 * leave these unread.
 */
export const ALLOCATOR = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** How the serving program is started. What an operator has set in the environment stands. */
export const SMALL = { flags: HEAP, env: { ...ALLOCATOR, ...process.env } };

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
