import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const RUNS = 2000;

/** Every form under 2,000 nasty inputs: the tests of the change, run ten times as long. */
export const G14: Proof = {
  id: 'G14',
  goal: `Every form answers ${RUNS} nasty inputs without a fault; at least three in ten are accepted; what is stored is what was sent.`,
  seed: '20261121',
  async run(say) {
    const { said, failed, faults } = await runTests(['test/trust/fuzz.test.ts'], { FUZZ_RUNS: String(RUNS) });
    const lines = [...said.matchAll(/^fuzz (.+): (\d+) accepted, (\d+) refused, (\d+) unread$/gm)];
    for (const [line] of lines) say(line);
    const sum = (at: number) => lines.reduce((total, line) => total + Number(line[at]), 0);
    return {
      attempts: sum(2) + sum(3) + sum(4),
      failures: failed,
      figures: { Forms: lines.length, Accepted: sum(2), Refused: sum(3), 'Could not be read': sum(4) },
      faults,
    };
  },
};
