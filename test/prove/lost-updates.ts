import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const EDITORS = Number(process.env['G11_EDITORS'] ?? 50);
const TEST = 'test/trust/lost-updates.test.ts';

type State = {
  /** What the windows came to: saves, lost, late, shown both texts. */
  saves: readonly number[];
  control: number | undefined;
  faults: string[];
};

/** Fifty windows write one text at once, twenty times each; then the control. What is done is kept, so that a proof broken off goes on. */
export const G11: Proof = {
  id: 'G11',
  goal: `Of ${EDITORS} windows that save one form twenty times each, all at once, no save is lost, and each one that came late is shown both texts.`,
  seed: 'none: the windows race',
  async run(say) {
    const progress = progressFile<State>('G11', { saves: [], control: undefined, faults: [] });
    const { state } = progress;
    const part = async (title: string, pattern: RegExp): Promise<readonly number[]> => {
      const { said, faults } = await runTests([TEST, '-t', title], { EDITORS: String(EDITORS) }, 'G11');
      state.faults.push(...faults);
      const [line, ...counts] = pattern.exec(said) ?? [];
      say(line ?? `nothing was counted: ${title}`);
      return counts.map(Number);
    };
    if (state.saves.length === 0) {
      state.saves = await part(
        'loses no save',
        /^editors: (\d+) saves, (\d+) lost, (\d+) conflicts, (\d+) with both texts$/m,
      );
      progress.save();
    }
    if (state.control === undefined) {
      [state.control] = await part('the control shows', /^editors, control: (\d+) lost$/m);
      progress.save();
    }
    progress.forget();
    const [saves = 0, lost = 0, late = 0, shown = 0] = state.saves;
    return {
      attempts: saves,
      failures: Math.max(lost, state.faults.length, saves === 0 || state.control === undefined ? 1 : 0),
      figures: {
        Saves: saves,
        Lost: lost,
        'Came late': late,
        'Of them shown both texts': shown,
        'Control, whoever is late writes over it: lost': state.control ?? 'not tried',
      },
      faults: state.faults,
    };
  },
};
