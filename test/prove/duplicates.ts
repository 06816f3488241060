import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const SEEDS = ['20261122', '20261123', '20261124'];
const PERSONS = 500;

/** Duplicates against planted truth: the test of the change, on four times as many persons, for three seeds; and a control that must not hold. */
export const DUPLICATES_PROOF: Proof = {
  id: 'duplicates',
  goal: `Of the second records planted among ${PERSONS} persons in families, with nine kinds of error, at least nine in ten are proposed, and at least nine in ten of what is proposed is right.`,
  seed: SEEDS.join(', '),
  async run(say) {
    const figures: Record<string, string> = {};
    const faults: string[] = [];
    let [attempts, failures] = [0, 0];
    for (const seed of SEEDS) {
      const done = await runTests(['test/trust/planted-duplicates.test.ts'], {
        DUPLICATES_SEED: seed,
        DUPLICATES_PERSONS: String(PERSONS),
      });
      const [line = 'nothing was compared', planted = '0', figure = ''] =
        /^duplicates: (\d+) planted .*?; (precision .*)$/m.exec(done.said) ?? [];
      say(line);
      attempts += Number(planted);
      failures += done.failed;
      figures[`Seed ${seed}`] = figure;
      faults.push(...done.faults);
    }
    const control = await runTests(['test/trust/planted-duplicates.test.ts'], {
      DUPLICATES_SEED: SEEDS[0] ?? '',
      DUPLICATES_PERSONS: String(PERSONS),
      DUPLICATES_CONTROL: 'by name alone',
    });
    if (control.failed === 0)
      faults.push('The control held: names alone find duplicates as well as the model does.');
    figures['Control, names alone'] =
      `${control.failed > 0 ? 'seen red' : 'held'}: ${/(precision .*)$/m.exec(control.said)?.[1] ?? ''}`;
    return { attempts, failures: failures + (control.failed === 0 ? 1 : 0), figures, faults };
  },
};
