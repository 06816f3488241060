import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const ENDS = 300;
const RANDOM = 3_000;

/** Shares: the test of the change, run many times as long. */
export const SHARES: Proof = {
  id: 'shares',
  goal: `${ENDS} shares that end while they are read tell nothing to whoever asks after the end; ${RANDOM} shares by chance reach whom a second writing of the rule says and nobody else; a database that forgets the end is found out.`,
  seed: '20261122',
  async run(say) {
    const { said, failed, faults } = await runTests(['test/trust/share-ends.test.ts'], {
      SHARES_ENDED: String(ENDS),
      SHARES_RANDOM: String(RANDOM),
    });
    const ends =
      /^shares: (\d+) ended, (\d+) told before the end, (\d+) asked after it, (\d+) told, (\d+) kept/m.exec(
        said,
      );
    const chance = /^shares, by chance: (\d+) shares, (\d+) asked, (\d+) reached, (\d+) wrong/m.exec(said);
    say(ends?.[0] ?? 'nothing was ended');
    say(chance?.[0] ?? 'nothing was asked');
    const [ended = 0, before = 0, after = 0, late = ENDS, kept = ENDS] = (ends ?? []).slice(1).map(Number);
    const [, asked = 0, reached = 0, wrong = RANDOM] = (chance ?? []).slice(1).map(Number);
    const control = Number(/^shares, control: (\d+) told/m.exec(said)?.[1] ?? 0);
    return {
      attempts: after + asked,
      failures: late + kept + wrong + failed + (control === 0 ? 1 : 0),
      figures: {
        'Shares ended while they were read': ended,
        'Told before the end': before,
        'Asked after the end': after,
        'Told after the end': late,
        'Messages kept after the end': kept,
        'Asked of shares by chance': asked,
        'Reached, as the rule says': reached,
        'Other than the rule says': wrong,
        'Told after the end by the control, without it': control,
      },
      faults,
    };
  },
};
