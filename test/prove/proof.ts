import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trustReport } from './trust-report.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'docs', 'proof');

/** What a proof ends with: what it set out to show, how often it tried, and how often that was not so. */
export type Result = {
  readonly attempts: number;
  readonly failures: number;
  /** Figures beside the verdict, in the order in which they are read. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** What went wrong, shortly; empty where nothing did. */
  readonly faults: readonly string[];
};

/** One proof that is too long for every change. */
export type Proof = {
  readonly id: string;
  readonly goal: string;
  readonly seed: string;
  run(say: (line: string) => void): Promise<Result>;
};

type Written = Result & {
  readonly id: string;
  readonly goal: string;
  readonly seed: string;
  readonly commit: string;
  readonly ranOn: string;
  readonly seconds: number;
};

/** Says whether the long form of a proof is asked: `npm run prove -- --long G1`. */
export function isLong(): boolean {
  return process.argv.includes('--long');
}

/** Runs a proof, writes its result to docs/proof and makes the page of all results again. */
export async function carryOut(proof: Proof, say: (line: string) => void): Promise<Result> {
  say(`${proof.id}: ${proof.goal}`);
  const began = Date.now();
  const result = await proof.run((line) => say(`  ${line}`));
  const { id, goal, seed } = proof;
  const seconds = Math.round((Date.now() - began) / 1000);
  const written: Written = {
    id,
    goal,
    ...result,
    seed,
    commit: commit(),
    ranOn: new Date().toISOString().slice(0, 10),
    seconds,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${id}.json`), `${JSON.stringify(written, null, 2)}\n`);
  writePage();
  say(
    `  ${result.failures === 0 ? 'held' : 'DID NOT HOLD'}: ${result.attempts} attempts, ${result.failures} failures, ${seconds} s`,
  );
  return result;
}

/** The commit that was proved; with a mark if files differed from it. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'src', 'migrations', 'test');
    return git('rev-parse', '--short=12', 'HEAD') + (changed === '' ? '' : ' and changes');
  } catch {
    return 'not a clone';
  }
}

/**
 * Keeps how far a long proof is, so that it goes on where it was stopped. Forgotten when it has ended, and when the commit is another: what
 * was shown of one says nothing of the next.
 */
export function progressFile<State>(
  id: string,
  fresh: State,
): { state: State; save(): void; forget(): void } {
  const folder = join(ROOT, '.cache', 'prove');
  const file = join(folder, `${id}.json`);
  const kept: { commit: string; state: State } | undefined = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : undefined;
  const now = commit();
  // A copy: two proofs of one kind, run one after the other, would go on with each other's.
  const state = kept?.commit === now ? kept.state : structuredClone(fresh);
  return {
    state,
    save() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify({ commit: now, state }));
    },
    forget: () => rmSync(file, { force: true }),
  };
}

/** Makes the pages of all results again: the one for whoever keeps the program, and the one for whoever must trust it. */
export function writePage(): void {
  const all = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): Written => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  const sections = all.map(
    (one) => `## ${one.id}: ${one.failures === 0 ? 'held' : 'did not hold'}

${one.goal}

| | |
|---|---|
| Attempts | ${one.attempts} |
| Failures | ${one.failures} |
${Object.entries(one.figures)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join('\n')}
| Seed | ${one.seed} |
| Commit | ${one.commit} |
| Run on | ${one.ranOn}, ${one.seconds} seconds |
${one.faults.length === 0 ? '' : `\n${one.faults.map((fault) => `- ${fault}`).join('\n')}\n`}`,
  );
  const page = `# What was proved, and when

Made by \`npm run prove\`; each result beside it as JSON. What no machine of ours can show: power loss on real disks, TLS and names as
deployed, a test by outsiders, and what people do.

${sections.join('\n')}`;
  writeFileSync(join(FOLDER, 'README.md'), page);
  writeFileSync(join(FOLDER, '..', 'trust-report.md'), trustReport(all));
}
