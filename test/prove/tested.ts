import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');

/** How tests ended that were run for a proof. */
export type Tested = {
  /** All that they printed. */
  readonly said: string;
  readonly passed: number;
  readonly failed: number;
  /** The title of each that failed, with the beginning of why; a file that does not load is one of them. */
  readonly faults: readonly string[];
};

type Report = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/**
 * Runs tests of the change for a proof: longer, or otherwise than `npm test` does, as the surroundings tell them. Runs side by side need
 * names of their own. `hear` is told each line as it comes, so that what is done can be kept.
 */
export async function runTests(
  files: readonly string[],
  surroundings: Readonly<Record<string, string>>,
  name = 'tests',
  hear: (line: string) => void = () => undefined,
): Promise<Tested> {
  const report = join(ROOT, '.cache', `prove-${name}.json`);
  rmSync(report, { force: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const words = ['run', ...files, '--reporter=json', '--reporter=default', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, ...words], {
    cwd: ROOT,
    env: { ...process.env, ...surroundings, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  createInterface(child.stdout).on('line', (line) => hear(stripVTControlCharacters(line)));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return { said, ...outcomeOf(report) };
}

function outcomeOf(file: string): Omit<Tested, 'said'> {
  if (!existsSync(file)) return { passed: 0, failed: 1, faults: ['The tests did not run'] };
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  const faults = report.testResults.flatMap(({ name, status, message, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [`${name}: ${message.slice(0, 300)}`]
      : assertionResults
          .filter((one) => one.status === 'failed')
          .map(({ title, failureMessages }) => `${title}: ${failureMessages[0]?.slice(0, 300)}`),
  );
  return { passed: report.numPassedTests, failed: faults.length, faults };
}
