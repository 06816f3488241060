// npm run check | test | prove | bench | screens. Each installs what is missing first, so that it works on a bare clone.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ending, endLike } from './ending.mjs';
import { CannotStart, command, hear, heard, installPackages, nodeBinary, ROOT } from './prepare.mjs';
import { startProgram } from './program.mjs';

const COMPILED = ['--import', new URL('./compiled.mjs', import.meta.url).href];

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const TSC = 'node_modules/typescript/bin/tsc';
const VITEST = 'node_modules/vitest/vitest.mjs';
const KNIP = 'node_modules/knip/bin/knip.js';

const CHECKS = [
  ['format and lint', BIOME, 'check', '--error-on-warnings'],
  ['types', TSC, '-p', 'tsconfig.check.json'],
  ['boundaries', VITEST, 'run', 'test/architecture.test.ts', '--reporter=dot'],
  ['dead code', KNIP],
  ['budgets', 'bin/budgets.mjs'],
];

const TASKS = {
  check,
  test,
  prove: (args) => measureWith('test/prove/main.ts', args),
  bench: (args) => measureWith('bench/main.ts', args),
  screens: (args) => measureWith('test/screens/main.ts', args),
};

/** Runs every check, two at a time, also after one has failed, so that all faults are seen at once; each says its words in one piece. */
async function check() {
  const failed = [];
  const waiting = [...CHECKS];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, file, ...args] = next;
      const { code, said } = await hear(nodeBinary(), [file, ...args]);
      console.log(`\n# ${name}\n${said.trimEnd()}`);
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all([work(), work()]);
  console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`);
  if (failed.length > 0) process.exitCode = 1;
}

/** Runs the tests and ends with one line `N passed, N failed`, whatever happens: a program that does not build is one failure. */
async function test(args) {
  try {
    await build();
    await runTests(args);
  } catch (fault) {
    console.error(fault.message);
    conclude({ passed: 0, failed: 1 });
  }
}

/** Each page reached once on the oldest PostgreSQL of the machine, where there is one; `prove -- oldest` runs all. */
const SPEAKING_SQL = [
  'src/insight/measures',
  'src/insight/slice.test.ts',
  ...['matrix', 'two-times', 'walls', 'safe-database', 'submission', 'audit', 'state', 'drafts'].map(
    (name) => `test/trust/${name}.test.ts`,
  ),
];
const QUICKLY = { MATRIX: 'reached' };

/** Both at once: while one starts its server, or waits for a last slow file, the other works. */
async function runTests(args) {
  const { systemBinaries } = await import(
    new URL('../dist/platform/database/embedded/system-binaries.js', import.meta.url).href
  );
  const [oldest] = args.length === 0 ? systemBinaries() : [];
  const beside = oldest === undefined ? undefined : runOnOldest(oldest);
  const first = await runOnce(args);
  if (beside === undefined) return conclude(first);
  const { said, counts } = await beside;
  console.log(`\nOnce more on PostgreSQL ${oldest.major}\n${said.trimEnd()}`);
  conclude({ passed: first.passed + counts.passed, failed: first.failed + counts.failed });
}

async function runOnce(args) {
  const report = freshReport('test-report');
  const { code } = await ending(
    startProgram(VITEST, ['run', ...reportingTo(report), ...args], { cwd: ROOT }),
  );
  return countsOf(report, code === 0);
}

async function runOnOldest({ folder }) {
  const report = freshReport('test-report-oldest');
  const env = { ...process.env, TEST_PG_BIN: folder, ...QUICKLY };
  const args = ['run', '--maxWorkers=1', ...reportingTo(report), ...SPEAKING_SQL];
  const { code, said } = await heard(startProgram(VITEST, args, { cwd: ROOT, env, aloud: false }));
  return { said, counts: countsOf(report, code === 0) };
}

function freshReport(name) {
  const report = join(ROOT, '.cache', `${name}.json`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  return report;
}

function reportingTo(report) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
}

function conclude({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** A file that does not load has no failed test in it, and still is one failure. */
function countsOf(file, endedWell) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unread;
  return { passed: report.numPassedTests, failed: failed === 0 && !endedWell ? 1 : failed };
}

async function measureWith(file, args) {
  await build();
  if (!existsSync(join(ROOT, file))) throw new CannotStart(`There is no ${file}.`);
  endLike(await ending(startProgram(file, args, { flags: COMPILED, cwd: ROOT })));
}

await command(async () => {
  const [name, ...args] = process.argv.slice(2);
  const task = Object.hasOwn(TASKS, name ?? '') ? TASKS[name] : undefined;
  if (!task) throw new CannotStart(`Usage: node bin/run.mjs ${Object.keys(TASKS).join('|')} [arguments]`);
  await installPackages();
  await task(args);
});
