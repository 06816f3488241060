// Compiles the program and its assets into dist/, each only when something it is made from has changed.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, CannotStart, command, installPackages, nodeBinary, ROOT, run } from './prepare.mjs';
import { writeBillOfMaterials } from './sbom.mjs';

const SRC = join(ROOT, 'src');
const DIST = join(ROOT, 'dist');

// Migrations are read from their own folder and never copied.
const PARTS = [
  {
    name: 'program',
    madeFrom: ['src', 'tsconfig.json', 'package-lock.json', 'bin/build.mjs'],
    make: compileProgram,
  },
  {
    name: 'assets',
    madeFrom: ['styles', 'assets', 'src/platform/html/client', 'package-lock.json', 'bin/assets.mjs'],
    make: makeAssets,
  },
  { name: 'sbom', madeFrom: ['package-lock.json', 'bin/sbom.mjs'], make: writeBillOfMaterials },
];

/** Brings dist/ up to date. Cheap when it is: names, sizes and times of the files decide, not their content. */
export async function build() {
  if (PARTS.every(upToDate)) return;
  await alone('build', async () => {
    for (const part of PARTS) {
      if (upToDate(part)) continue;
      const fingerprint = fingerprintOf(part);
      rmSync(stampOf(part), { force: true });
      await part.make();
      writeFileSync(stampOf(part), fingerprint);
    }
  });
}

function upToDate(part) {
  return existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === fingerprintOf(part);
}

function stampOf(part) {
  return join(DIST, `.made-${part.name}`);
}

function fingerprintOf(part) {
  const hash = createHash('sha256');
  for (const file of part.madeFrom.flatMap((name) => filesUnder(join(ROOT, name)))) {
    const { size, mtimeMs } = statSync(file);
    if (!isTest(file)) hash.update(`${relative(ROOT, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function isTest(file) {
  return /\.test\.tsx?$/.test(file);
}

async function compileProgram() {
  console.log('Building …');
  mkdirSync(DIST, { recursive: true });
  removeLeftovers();
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  // What is written is the same whether or not types are checked; that is for `npm run check`, and takes five times as long.
  if ((await run(nodeBinary(), [tsc, '-p', 'tsconfig.json', '--noCheck'])) !== 0) {
    throw new CannotStart('The program does not compile. The errors stand above.');
  }
  copyDataFiles();
}

/** Removes compiled files whose source has gone: they could still be imported. */
function removeLeftovers() {
  for (const file of filesUnder(DIST)) {
    const source = join(SRC, relative(DIST, file));
    const gone = [source, source.replace(/\.js$/, '.ts'), source.replace(/\.js$/, '.tsx')].every(
      (path) => !existsSync(path),
    );
    if (file.endsWith('.js') && !file.startsWith(join(DIST, 'assets')) && gone) rmSync(file);
  }
}

/** Word lists, catalogues and the like stand beside the source that reads them, and so they do in dist/. */
function copyDataFiles() {
  for (const file of filesUnder(SRC)) {
    if (/\.tsx?$/.test(file)) continue;
    const copy = join(DIST, relative(SRC, file));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
}

async function makeAssets() {
  mkdirSync(DIST, { recursive: true });
  if (!existsSync(join(ROOT, 'bin/assets.mjs'))) return;
  if ((await run(nodeBinary(), ['bin/assets.mjs'])) !== 0) {
    throw new CannotStart('The styles and scripts could not be made. The errors stand above.');
  }
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await command(async () => {
    await installPackages();
    await build();
  });
}
