import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What the program is made of, held to its lock; and, where the registry answers, whether anything is known against it. */
export const G27: Proof = {
  id: 'G27',
  goal: 'At most 230 packages in the production tree, every entry of the lock held to its hash, none with a script that runs when it is installed, a bill of materials with each build, and nothing high or critical known against them.',
  seed: 'none: the whole lock is read',
  async run(say) {
    const { said, faults } = await runTests(['test/supply.test.ts'], {});
    const [line, entries = '0', inProduction = '0'] =
      /^supply: (\d+) entries, (\d+) in the production tree$/m.exec(said) ?? [];
    say(line ?? 'the lock was not read');
    const red = [...said.matchAll(/^supply, .+: (\d+) found$/gm)].filter(([, count]) => Number(count) > 0);
    const audit = knownAgainstThem();
    say(`npm audit: ${audit.words}`);
    return {
      attempts: Number(entries),
      failures: faults.length + audit.found,
      figures: {
        'Packages in the production tree': Number(inProduction),
        'Known against them (npm audit)': audit.words,
        'Control, the lock broken in five ways: found': red.length,
      },
      faults,
    };
  },
};

/** Asked of the registry. Where it does not answer that question, this says so and claims nothing. */
function knownAgainstThem(): { readonly found: number; readonly words: string } {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8', timeout: 120_000 });
  try {
    const counts = JSON.parse(stdout).metadata?.vulnerabilities;
    if (counts === undefined) return { found: 0, words: 'could not be asked here' };
    const found = Number(counts.high ?? 0) + Number(counts.critical ?? 0);
    return { found, words: `${found} high or critical` };
  } catch {
    return { found: 0, words: 'could not be asked here' };
  }
} // biome-ignore format: a call reads in one line
