import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from './proof.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REPORT = join(ROOT, '.cache', 'prove-fuzz.json');
const RUNS = 2000;

/** Every form under 2,000 nasty inputs: the tests of the change, run ten times as long. */
export const G14: Proof = {
  id: 'G14',
  goal: `Every form answers ${RUNS} nasty inputs without a fault; at least three in ten are accepted; what is stored is what was sent.`,
  seed: '20261121',
  async run(say) {
    const said = await runFuzz();
    const lines = [...said.matchAll(/^fuzz (.+): (\d+) accepted, (\d+) refused, (\d+) unread$/gm)];
    for (const [line] of lines) say(line);
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    const sum = (at: number) => lines.reduce((total, line) => total + Number(line[at]), 0);
    const faults: string[] = report.testResults.flatMap(
      (file: { assertionResults: { status: string; title: string; failureMessages: string[] }[] }) =>
        file.assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ title, failureMessages }) => `${title}: ${failureMessages[0]?.slice(0, 300)}`),
    );
    return {
      attempts: sum(2) + sum(3) + sum(4),
      failures: report.numFailedTests,
      figures: { Forms: lines.length, Accepted: sum(2), Refused: sum(3), 'Could not be read': sum(4) },
      faults,
    };
  },
};

function runFuzz(): Promise<string> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    [
      vitest,
      'run',
      'test/trust/fuzz.test.ts',
      '--reporter=json',
      '--reporter=default',
      `--outputFile.json=${REPORT}`,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, FUZZ_RUNS: String(RUNS), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', () => resolve(said));
  });
}
