import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const STEPS = 10_000;

/** The worklist against its reference: the test of the change, run many times as long. */
export const WORKLIST_PROOF: Proof = {
  id: 'worklist',
  goal: `After each of ${STEPS} random steps the worklist equals a reference that counts one day after the other.`,
  seed: '20261122',
  async run(say) {
    const { said, failed, faults } = await runTests(['test/trust/worklist.test.ts'], {
      WORKLIST_STEPS: String(STEPS),
    });
    const [line = 'nothing was compared', , compared = '0', until = ''] =
      /^worklist: (\d+) steps, (\d+) things to do compared, until (\S+)$/m.exec(said) ?? [];
    say(line);
    return {
      attempts: STEPS,
      failures: failed,
      figures: { 'Things to do compared': Number(compared), 'Until the day': until },
      faults,
    };
  },
};
