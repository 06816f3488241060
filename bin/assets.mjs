// Makes dist/assets: styles compiled, fonts and scripts copied, each under a name that carries a hash of its bytes, and the
// manifest that leads from the name in the source to the name on disk. Plain JavaScript; needs the packages and nothing else.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PACKAGES = join(ROOT, 'node_modules');

const FONTS = {
  'atkinson-latin.woff2':
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'atkinson-latin-ext.woff2':
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  'literata-latin.woff2': 'literata/files/literata-latin-wght-normal.woff2',
};

/** What a page may weigh in style, compressed. */
const BUDGETS = { 'public.css': 15_000, 'staff.css': 20_000 };

/** Writes every asset and the manifest into a folder, and answers the manifest. */
export function makeAssets(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = {};
  const keep = (name, bytes) => {
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10);
    manifest[name] = name.replace(/\.([^.]+)$/, `.${hash}.$1`);
    writeFileSync(join(folder, manifest[name]), bytes);
  };
  for (const [name, path] of Object.entries(FONTS)) {
    keep(name, readFileSync(join(PACKAGES, '@fontsource-variable', path)));
  }
  for (const file of filesOf('src/platform/html/client', '.js')) keep(basename(file), readFileSync(file));
  for (const file of filesOf('assets', '.svg')) keep(basename(file), readFileSync(file));
  for (const name of Object.keys(BUDGETS)) keep(name, styleSheet(name, manifest));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function filesOf(folder, ending) {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(path, name));
}

function styleSheet(name, manifest) {
  const { css } = compile(join(ROOT, 'styles', name.replace('.css', '.scss')), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(PACKAGES, 'govuk-frontend/dist')],
    quietDeps: true,
  });
  // Fonts lie beside the style sheet, under their hashed names.
  const finished = css.replace(/url\("?([\w-]+\.woff2)"?\)/g, (_, font) => `url(${manifest[font]})`);
  const weight = gzipSync(finished, { level: 9 }).length;
  if (weight > BUDGETS[name])
    throw new Error(`${name} weighs ${weight} bytes compressed; ${BUDGETS[name]} are allowed`);
  return Buffer.from(finished);
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  makeAssets(join(ROOT, 'dist/assets'));
}
