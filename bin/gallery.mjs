// Writes every page of the gallery as a file to look at: .cache/gallery/<page>.html, and <page>-dark.html beside it.
// Needs what `npm run build` has built.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { h } from 'preact';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = process.argv[2] ?? join(ROOT, 'dist');
const FOLDER = join(ROOT, '.cache/gallery');

const { GALLERY } = await import(join(DIST, 'platform/html/gallery/pages.js'));
const { renderDocument } = await import(join(DIST, 'platform/html/document.js'));
const { createAssets } = await import(join(DIST, 'platform/html/assets.js'));

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
cpSync(join(ROOT, 'dist/assets'), join(FOLDER, 'assets'), { recursive: true });
const assets = createAssets(
  JSON.parse(readFileSync(join(FOLDER, 'assets/manifest.json'), 'utf8')),
  'assets/',
);
for (const [name, page] of Object.entries(GALLERY)) {
  for (const theme of ['light', 'dark']) {
    const file = theme === 'dark' ? `${name}-dark.html` : `${name}.html`;
    writeFileSync(join(FOLDER, file), renderDocument(h(page, {}), { assets, theme }));
  }
}
