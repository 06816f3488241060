// Writes the bill of materials of a build: what stands in the production tree of the lock, as CycloneDX 1.6.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

/** What the program is made of: every package of the lock that is not for building and testing alone, with the hash it is held to. */
export function billOfMaterials(lock) {
  const own = lock.packages[''];
  const components = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true && entry.version !== undefined)
    .map(([path, entry]) => {
      const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const purl = `pkg:npm/${name.replace('@', '%40')}@${entry.version}`;
      return {
        type: 'library',
        'bom-ref': `${purl}#${path}`,
        name,
        version: entry.version,
        scope: entry.optional === true ? 'optional' : 'required',
        purl,
        ...(entry.license === undefined ? {} : { licenses: [{ license: { name: entry.license } }] }),
        ...(entry.integrity === undefined ? {} : { hashes: [hashOf(entry.integrity)] }),
      };
    })
    .sort((one, other) => (one['bom-ref'] < other['bom-ref'] ? -1 : 1));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: own.name, version: own.version } },
    components,
  };
}

/** The lock holds hashes as `sha512-` and base64; a bill of materials holds them in hex. */
function hashOf(integrity) {
  const [algorithm, content] = integrity.split(/-(.*)/s);
  return {
    alg: algorithm.replace(/^sha(\d+)$/, 'SHA-$1'),
    content: Buffer.from(content, 'base64').toString('hex'),
  };
}

/** Writes `dist/sbom.json`. */
export function writeBillOfMaterials() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(join(ROOT, 'dist', 'sbom.json'), `${JSON.stringify(billOfMaterials(lock), null, 2)}\n`);
}
