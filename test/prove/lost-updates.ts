import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const EDITORS = 50;

/** Fifty windows write one text at once, twenty times each. */
export const G11: Proof = {
  id: 'G11',
  goal: `Of ${EDITORS} windows that save one form twenty times each, all at once, no save is lost, and each one that came late is shown both texts.`,
  seed: 'none: the windows race',
  async run(say) {
    const { said, faults } = await runTests(['test/trust/lost-updates.test.ts'], { EDITORS: String(EDITORS) }, 'G11');
    const [line, saves, lost, conflicts, shown] =
      /^editors: (\d+) saves, (\d+) lost, (\d+) conflicts, (\d+) with both texts$/m.exec(said) ?? [];
    say(line ?? 'nothing was counted');
    return {
      attempts: Number(saves ?? 0),
      failures: saves === undefined ? 1 : Math.max(Number(lost), faults.length),
      figures: {
        'Saves': Number(saves ?? 0),
        'Lost': Number(lost ?? 0),
        'Came late': Number(conflicts ?? 0),
        'Of them shown both texts': Number(shown ?? 0),
        'Control, whoever is late writes over it: lost': Number(/^editors, control: (\d+) lost/m.exec(said)?.[1] ?? 0),
      },
      faults,
    };
  },
}; // biome-ignore format: a pattern reads in one line
