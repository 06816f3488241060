import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '../test/prove/program.ts';

/** What a backup and its restoration took, from the command to its end, beside copying the same files. Seconds. */
export type RestoringFigures = {
  readonly megabytes: number;
  readonly backup: number;
  readonly restored: number;
  readonly copied: number;
};

/** Backs up the running installation, restores it into an empty folder and verifies it there, through the commands that an operator types. */
export async function benchRestoring(house: Installation): Promise<RestoringFigures> {
  const into = mkdtempSync(join(tmpdir(), 'continuum-bench-restored-'));
  const copy = mkdtempSync(join(tmpdir(), 'continuum-bench-copied-'));
  // As root the database runs under another account, which must be able to enter.
  chmodSync(into, 0o755);
  try {
    const [backup, said] = await seconds(() => house.command('backup', 'create'));
    const [restored] = await seconds(() => house.command('restore', '--to', 'latest', '--into', into));
    const [copied] = await seconds(async () => copyAll(join(into, 'postgres'), copy));
    return { megabytes: Number(/(\d+) MB in/.exec(said)?.[1]), backup, restored, copied };
  } finally {
    for (const folder of [into, copy, join(house.folder, 'backups')])
      rmSync(folder, { recursive: true, force: true });
  }
}

/** The restoration in the words of docs/benchmarks.md. */
export function restoringInWords({ megabytes, backup, restored, copied }: RestoringFigures): string {
  const rate = (took: number) =>
    `${took.toFixed(1)} s (${(megabytes / took).toFixed(0)} MB a second, × ${(took / copied).toFixed(1)} of copying the restored files)`;
  return [
    `Restoring: a backup of ${megabytes} MB, made and read through, took ${rate(backup)};`,
    `restoring it to the newest moment into an empty folder, every row, index and line of the audit verified, took ${rate(restored)}.`,
  ].join('\n');
}

/** Copied and flushed, as a backup is. */
function copyAll(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
  execFileSync('sync', ['-f', to]);
}

async function seconds<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}
