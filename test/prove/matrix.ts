import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

/** Every route, asked by everybody about every kind of record: the test of the change, with no refusal left out. */
export const MATRIX_PROOF: Proof = {
  id: 'matrix',
  goal: 'Every route answers every role about every kind of record as the table written by hand says: no leak, no wrong refusal.',
  seed: 'none: the whole table is asked',
  async run(say) {
    const { said, faults } = await runTests(['test/trust/matrix.test.ts'], { MATRIX: 'whole' });
    const [line = 'nothing was asked', all = '0', there = '0', counts = ''] =
      /^matrix: (\d+) answers, (\d+) about what is there; (.*)$/m.exec(said) ?? [];
    say(line);
    const each = [...counts.matchAll(/([a-z ]+) (\d+)/g)].map(([, name = '', count]) => [
      `Answers: ${name.trim()}`,
      Number(count),
    ]);
    const control = /^matrix, control: (.*)$/m.exec(said)?.[1];
    return {
      attempts: Number(all),
      failures: faults.length,
      figures: {
        'About what is there': Number(there),
        ...Object.fromEntries(each),
        'Control, a wall down and one too many: found': control ?? 'none',
      },
      faults,
    };
  },
};
