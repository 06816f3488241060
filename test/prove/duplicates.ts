import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const SEEDS = ['20261122', '20261123', '20261124'];
const PERSONS = 2000;

/** Duplicates against planted truth: the test of the change, on five times as many persons, for three seeds. */
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
    return { attempts, failures, figures, faults };
  },
};
