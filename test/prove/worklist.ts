import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from './proof.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REPORT = join(ROOT, '.cache', 'prove-worklist.json');
const STEPS = 10_000;

/** The worklist against its reference: the test of the change, run many times as long. */
export const WORKLIST_PROOF: Proof = {
  id: 'worklist',
  goal: `After each of ${STEPS} random steps the worklist equals a reference that counts one day after the other.`,
  seed: '20261122',
  async run(say) {
    const said = await runSteps();
    const [line = 'nothing was compared', , compared = '0', until = ''] =
      /^worklist: (\d+) steps, (\d+) things to do compared, until (\S+)$/m.exec(said) ?? [];
    say(line);
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    const faults: string[] = report.testResults.flatMap(
      (file: { assertionResults: { status: string; failureMessages: string[] }[] }) =>
        file.assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ failureMessages }) => `${failureMessages[0]?.slice(0, 300)}`),
    );
    return {
      attempts: STEPS,
      failures: report.numFailedTests,
      figures: { 'Things to do compared': Number(compared), 'Until the day': until },
      faults,
    };
  },
};

function runSteps(): Promise<string> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const words = ['run', 'test/trust/worklist.test.ts', '--reporter=json', '--reporter=default'];
  const child = spawn(process.execPath, [vitest, ...words, `--outputFile.json=${REPORT}`], {
    cwd: ROOT,
    env: { ...process.env, WORKLIST_STEPS: String(STEPS), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', () => resolve(said));
  });
}
