import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const TRIPS = 1000;
const AT_A_TIME = 100;
const SEED = 20_261_122;
const CONTROLS = ['no mirrored walls', 'unlisted facts'] as const;

type State = { readonly done: Record<string, { written: number; bad: number; faults: readonly string[] }> };

/** Random trips of two records that are merged, written of and made two again: the test of the change, fifty times as long. */
export const MERGES: Proof = {
  id: 'merges',
  goal: `${TRIPS} random trips, merged and made two again with writes in between: what nobody touched is as it was, each fact written in between is listed and given by a person, and nobody’s view is wider at any moment.`,
  seed: `${SEED} and the ${TRIPS - 1} after it`,
  async run(say) {
    const { state, save, forget } = progressFile<State>('merges', { done: {} });
    for (let from = 0; from < TRIPS; from += AT_A_TIME) {
      if (state.done[from] !== undefined) continue;
      const { said, failed, faults } = await trips(from, AT_A_TIME);
      const [, written = '0', bad = String(AT_A_TIME)] =
        /^merges: \d+ trips, (\d+) facts written meanwhile, (\d+) trips wrong$/m.exec(said) ?? [];
      state.done[from] = { written: Number(written), bad: Math.max(Number(bad), failed), faults };
      say(`${from + AT_A_TIME} trips, ${bad} of the last ${AT_A_TIME} wrong`);
      save();
    }
    const parts = Object.values(state.done);
    const faults = parts.flatMap((part) => part.faults);
    const figures: Record<string, string | number> = {
      'Facts written in between': parts.reduce((sum, { written }) => sum + written, 0),
    };
    let failures = parts.reduce((sum, { bad }) => sum + bad, 0);
    for (const control of CONTROLS) {
      const { failed, said } = await trips(0, 20, control);
      const wrong = /(\d+) trips wrong$/m.exec(said)?.[1] ?? '0';
      figures[`Control, ${control}`] = failed > 0 ? `seen red: ${wrong} of 20 trips wrong` : 'held';
      if (failed > 0) continue;
      failures += 1;
      faults.push(`The control held: ${control}.`);
    }
    forget();
    return { attempts: TRIPS, failures, figures, faults };
  },
};

function trips(from: number, count: number, control?: string) {
  return runTests(['test/trust/merge-trips.test.ts'], {
    MERGES_TRIPS: String(count),
    MERGES_SEED: String(SEED + from),
    ...(control === undefined ? {} : { MERGES_CONTROL: control }),
  });
}
