import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../bin/sbom.mjs';
import { type Lock, MOST_PACKAGES, production, supplyFaults } from './support/supply.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const LOCK: Lock = JSON.parse(read('package-lock.json'));

/** Each breaks the lock in one way, and must be found. */
const BROKEN: Readonly<Record<string, Lock['packages']>> = {
  'a package without a hash': { 'node_modules/fastify': { version: '5.0.0' } },
  'a package with a weak hash': { 'node_modules/fastify': { version: '5.0.0', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' } },
  'a script at installation': { 'node_modules/fastify': { ...LOCK.packages['node_modules/fastify'], hasInstallScript: true } },
  'a package from elsewhere': { 'node_modules/fastify': { ...LOCK.packages['node_modules/fastify'], resolved: 'https://elsewhere.example/f.tgz' } },
  'too many packages': Object.fromEntries(Array.from({ length: MOST_PACKAGES }, (_, at) => [`node_modules/many-${at}`, LOCK.packages['node_modules/fastify'] ?? {}])),
}; // biome-ignore format: a table reads as a table

describe('What the program is made of', () => {
  it('V15.2.4 is few packages, each held to its hash, none with a script that runs when it is installed', () => {
    expect(supplyFaults(LOCK)).toEqual([]);
    expect(production(LOCK).length).toBeGreaterThan(50);
    expect(read('bin/prepare.mjs')).toContain("'--ignore-scripts'");
    console.log(`supply: ${Object.keys(LOCK.packages).length} entries, ${production(LOCK).length} in the production tree`);
  });

  it.each(Object.entries(BROKEN))('is found out with %s: the control shows that this can fail', (name, packages) => {
    const faults = supplyFaults({ packages: { ...LOCK.packages, ...packages } });
    console.log(`supply, ${name}: ${faults.length} found`);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('V15.1.2 stands in a bill of materials that each build writes, with the hash of every package', () => {
    const bill = billOfMaterials(LOCK);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const named = production(LOCK).filter((path) => LOCK.packages[path]?.version !== undefined);
    expect(bill.components).toHaveLength(named.length);
    for (const { hashes, purl } of bill.components) expect(hashes?.[0]?.content, purl).toMatch(/^[0-9a-f]{128}$/);
    expect(JSON.parse(read('dist/sbom.json'))).toEqual(JSON.parse(JSON.stringify(bill)));
  });
}); // biome-ignore format: expectations read in one line
