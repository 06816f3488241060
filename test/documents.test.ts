import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('The documents', () => {
  it.each(['README.md', 'ARCHITECTURE.md', 'STYLE.md'])('%s names no path that is not there', (file) => {
    const named = [
      ...read(file).matchAll(/`((?:src|test|bench|docs|migrations|bin|styles)\/[\w./-]*|[A-Z]+\.md)`/g),
    ].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('stay short enough to be read', () => {
    const lines = (file: string) => read(file).split('\n').length;
    expect(lines('README.md')).toBeLessThanOrEqual(100);
    expect(lines('ARCHITECTURE.md')).toBeLessThanOrEqual(150);
    expect(lines('STYLE.md')).toBeLessThanOrEqual(200);
    const decisions = readdirSync(join(ROOT, 'docs/decisions'));
    expect(decisions.filter((file) => lines(`docs/decisions/${file}`) > 40)).toEqual([]);
  });

  it('number each decision once', () => {
    const numbers = readdirSync(join(ROOT, 'docs/decisions')).map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('name no host of a package registry and no folder of a machine, nor does the lock', () => {
    for (const file of [
      'README.md',
      'ARCHITECTURE.md',
      'STYLE.md',
      'docs/dependencies.md',
      'package.json',
      'package-lock.json',
    ]) {
      expect(read(file), file).not.toMatch(/registry\.[a-z]+\.(org|com)|\/home\/|\/root\/|\/work\//);
    }
  });
});
