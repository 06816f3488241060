import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { createAssets } from './assets.ts';
import { renderDocument } from './document.tsx';
import { GALLERY } from './gallery/pages.tsx';
import { Link } from './links.tsx';

const NAMES = [
  'public.css',
  'staff.css',
  'page.js',
  'keys.js',
  'autosave.js',
  'signed-out.js',
  'toast.js',
  'leave.js',
  'mark.svg',
];
const assets = createAssets(
  Object.fromEntries([...NAMES, 'atkinson-latin.woff2'].map((name) => [name, name.replace('.', '.hash.')])),
);
const rendering = { assets, nonce: 'n0nce' };

describe.each(Object.entries(GALLERY))('The page "%s"', (_name, page) => {
  const html = renderDocument(h(page, {}), rendering);

  it('is a whole document in a language, with a title, one heading and a way past the header', () => {
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en"/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
    expect(html.match(/<main id="main"/g)).toHaveLength(1);
  });

  it('has no style and no script of its own, so that the strictest policy lets it through', () => {
    expect(html).not.toMatch(/ style="/);
    expect(html).not.toContain('<style');
    expect(html).not.toMatch(/ on[a-z]+="/);
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) {
      expect(tag).toMatch(/src="\/assets\/[\w-]+\.hash\.js" nonce="n0nce"/);
    }
  });

  it('names every control', () => {
    for (const [control] of html.matchAll(/<(?:input|select|textarea)[^>]*>/g)) {
      if (control.includes('type="hidden"')) continue;
      const id = / id="([^"]+)"/.exec(control)?.[1];
      expect(html).toContain(`for="${id}"`);
    }
  });

  it('gives no id twice, and describes only by what is there', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, describing] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) {
      for (const id of describing?.split(' ') ?? []) expect(ids).toContain(id);
    }
  });

  it('hides every drawing from screen readers', () => {
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"');
  });
});

describe('Every public page', () => {
  it('has the emergency numbers before everything else, and a link that leaves', () => {
    for (const name of ['front', 'question', 'refused']) {
      const page = GALLERY[name];
      const html = page ? renderDocument(h(page, {}), rendering) : '';
      expect(html.indexOf('href="tel:999"')).toBeGreaterThan(0);
      expect(html.indexOf('href="tel:999"')).toBeLessThan(html.indexOf('<main'));
      expect(html).toMatch(/<a class="c-leave" href="\/leave"/);
    }
  });
});

describe('Words in a page', () => {
  it('are words, whatever they look like', () => {
    const html = renderDocument(<p title={'"><b>'}>{'<script>alert(1)</script>'}</p>, rendering);
    expect(html).toBe('<!DOCTYPE html><p title="&quot;>&lt;b>">&lt;script>alert(1)&lt;/script></p>');
    expect(html).not.toContain('<script');
  });

  it('stand without a link when the address is not a safe one', () => {
    const unsafe = ['javascript', 'alert(1)'].join(':');
    const html = renderDocument(<Link href={unsafe}>Open</Link>, rendering);
    expect(html).toContain('<span class="govuk-link">Open</span>');
  });

  it('never come in as raw HTML from this folder', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file));
    expect(sources.length).toBeGreaterThan(20);
    const raw = sources.filter((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8').includes('dangerouslySetInnerHTML'),
    );
    expect(raw).toEqual([]);
  });
});
