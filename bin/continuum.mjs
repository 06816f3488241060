#!/usr/bin/env node
// The command `continuum`: installs and builds what is missing, then hands over to the program.
import { build } from './build.mjs';
import { ending, endLike } from './ending.mjs';
import { command, installPackages } from './prepare.mjs';
import { SMALL, startProgram } from './program.mjs';
import { watch } from './watch.mjs';

await command(async () => {
  await installPackages();
  const args = process.argv.slice(2);
  if (args.includes('--watch')) {
    return watch(args.filter((word) => word !== '--watch'));
  }
  await build();
  endLike(await ending(startProgram('dist/main.js', args, SMALL)));
});
