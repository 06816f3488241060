import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssets } from './assets.ts';

const ROOT = join(import.meta.dirname, '../../..');
const BUILDER = pathToFileURL(join(ROOT, 'bin/assets.mjs')).href;

describe('The assets that a build writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-assets-'));
  const read = (ending: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(folder, name), 'utf8'));

  beforeAll(() => {
    const script = `import { makeAssets } from ${JSON.stringify(BUILDER)}; makeAssets(${JSON.stringify(folder)});`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script]);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('carry neither the font nor the crown of the government of another place', () => {
    for (const css of read('.css')) {
      expect(css).toContain('Atkinson Hyperlegible Next Variable');
      expect(css).not.toContain('GDS Transport');
      expect(css).not.toMatch(/crown|crest/i);
    }
  });

  it('load nothing from anywhere else', () => {
    const texts = [...read('.css'), ...read('.js')];
    expect(texts.length).toBeGreaterThanOrEqual(7);
    for (const text of texts) expect(text).not.toMatch(/https?:\/\//);
    for (const css of read('.css')) {
      for (const [, url] of css.matchAll(/url\(([^)]+)\)/g)) {
        expect(url).toMatch(/^[\w-]+\.[\w-]{10}\.woff2$|^"?#beam"?$|^data:/);
      }
    }
  });

  it('stay within what a poor line can carry', () => {
    const weights = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith('.css'))
        .map((name) => [name.split('.')[0], gzipSync(readFileSync(join(folder, name))).length]),
    );
    expect(weights['public']).toBeLessThanOrEqual(15_000);
    expect(weights['staff']).toBeLessThanOrEqual(20_000);
  });

  it('keep dark for screens, so that paper is always light', () => {
    for (const css of read('.css')) {
      const dark = [
        ...css.matchAll(/@media ([^{]+)\{:root(?:\[data-theme=dark\]|:not\(\[data-theme=light\]\))/g),
      ];
      expect(dark).toHaveLength(2);
      for (const [, medium] of dark) expect(medium).toContain('screen');
    }
  });

  it('V14.3.3: keep nothing on the device, of what was shown or of what was typed', () => {
    const keeping =
      /\b(localStorage|sessionStorage|indexedDB|caches|cookieStore|serviceWorker|showSaveFilePicker|pushState|replaceState)\b|document\.cookie|navigator\.storage|window\.name/;
    expect(read('.js').length).toBeGreaterThan(5);
    for (const script of read('.js')) expect(script).not.toMatch(keeping);
    for (const line of ['localStorage.x = 1', 'document.cookie = "x"', 'caches.open("x")'])
      expect(line).toMatch(keeping);
  });

  it('are found under their hashed names', () => {
    const assets = createAssets(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    expect(assets.url('staff.css')).toMatch(/^\/assets\/staff\.[\w-]{10}\.css$/);
    expect(() => createAssets({}).url('staff.css')).toThrow('staff.css');
  });
});
