// Restarts the program whenever a source file changes. For those who work on the program.
import { existsSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './build.mjs';
import { ending } from './ending.mjs';
import { ROOT } from './prepare.mjs';
import { SMALL, startProgram } from './program.mjs';

const WATCHED = ['src', 'styles', 'migrations'];

/** Runs until it is stopped by a signal or the program ends itself; a build that fails waits for the next change. */
export async function watch(args) {
  const stop = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('stop'));
  });
  for (;;) {
    const { change, close } = nextChange();
    const program = (await built()) ? startProgram('dist/main.js', args, SMALL) : undefined;
    const ended = program ? ending(program).then(() => 'stop') : stop;
    if ((await Promise.race([change, ended])) === 'stop') return close();
    program?.kill('SIGTERM');
    if (program) await ended;
  }
}

async function built() {
  try {
    await build();
    return true;
  } catch (fault) {
    console.error(fault.message);
    return false;
  }
}

/** The next change of a source file, told a moment after it, so that a save of many files counts once. */
function nextChange() {
  const watching = new AbortController();
  const options = { recursive: true, signal: watching.signal };
  const change = new Promise((resolve) => {
    for (const name of WATCHED.filter((folder) => existsSync(join(ROOT, folder)))) {
      watchFolder(join(ROOT, name), options, async () => {
        watching.abort();
        await pause(150);
        resolve('change');
      });
    }
  });
  return { change, close: () => watching.abort() };
}
