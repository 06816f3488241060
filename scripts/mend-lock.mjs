// Completes package-lock.json after an install from a registry that lacks packages for foreign platforms.
// npm writes such a lock without them and then refuses it in `npm ci` ("Missing … from lock file").
// Each one missing becomes an entry that names the foreign system and carries no hash, so it can never be installed here.
// Run after every `npm install`; does nothing when the lock is whole.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const FOREIGN = /darwin|android|win32|freebsd|openharmony|openbsd|netbsd|sunos|aix|linux/;

/** Whether a package at `from` finds `name`, looking upward through node_modules as Node does. */
function resolves(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** The entry npm would have written, as far as the name of the package tells. */
function foreignEntry(name, range, dev) {
  const system = FOREIGN.exec(name)?.[0] ?? 'none';
  const os = [system === 'linux' ? '!linux' : system];
  return { version: range.replace(/^[\^~]/, ''), optional: true, ...(dev ? { dev } : {}), os };
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([where, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !resolves(lock.packages, where, name))
    .map(([name, range]) => [`node_modules/${name}`, foreignEntry(name, range, entry.dev)]),
);

if (missing.length > 0) {
  const all = [...Object.entries(lock.packages), ...missing];
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
}
process.stdout.write(`package-lock.json: ${missing.length} entries for foreign platforms added\n`);
