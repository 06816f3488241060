import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Proof } from './proof.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CASES = 500;

/** Five managers at once on 500 cases: the test of the change, run with all of them. */
export const RATING: Proof = {
  id: 'rating',
  goal: `Five managers who open and send each of ${CASES} cases at the same moment lose no rating; without the guard of the database some are lost.`,
  seed: 'none: the managers race',
  async run(say) {
    const said = await runTest();
    const lines = [
      ...said.matchAll(
        /^rating, guard (\w+): (\d+) acknowledged, (\d+) told of another, (\d+) lost, (\d+) faults$/gm,
      ),
    ];
    for (const [line] of lines) say(line);
    const of = (guard: string) =>
      lines
        .find((line) => line[1] === guard)
        ?.slice(2)
        .map(Number) ?? [];
    const [acknowledged = 0, told = 0, lost = 0, faults = 0] = of('on');
    const [, , lostWithout = 0] = of('off');
    const missing = Math.max(0, CASES * 5 - acknowledged);
    return {
      attempts: CASES * 5 + told,
      failures: lost + faults + missing + (lostWithout > 0 ? 0 : 1),
      figures: {
        'Ratings acknowledged': acknowledged,
        'Told of another’s, and sent again': told,
        Lost: lost,
        'Lost by the control, without the guard': lostWithout,
      },
      faults: lostWithout > 0 ? [] : ['the control lost nothing, so the proof shows nothing'],
    };
  },
};

function runTest(): Promise<string> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', 'test/trust/concurrent-ratings.test.ts'], {
    cwd: ROOT,
    env: { ...process.env, RATING_CASES: String(CASES), NO_COLOR: '1' },
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
