import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const CASES = 100_000;
const CHILDREN = 40;
const VIEWERS = 19;
const WORLDS = Math.ceil(CASES / (CHILDREN * VIEWERS));
const AT_A_TIME = 22;
const SEED = 20_261_122;

type State = {
  readonly done: Record<
    string,
    { cases: number; seen: number; wrong: number; control: string; faults: readonly string[] }
  >;
};

/** Lists against the single decision, on random worlds: the test of the change, many times as long. */
export const FILTER: Proof = {
  id: 'filter',
  goal: `In ${WORLDS} random worlds, ${CASES} times for a viewer and a child: lists, asked through the policies of seven tables, hold the child exactly where a decision written apart from them, from the facts alone, says that the record may be opened; and its page opens there and nowhere else.`,
  seed: `${SEED} and the ${WORLDS - 1} after it`,
  async run(say) {
    const { state, save, forget } = progressFile<State>('filter', { done: {} });
    for (let from = 0; from < WORLDS; from += AT_A_TIME) {
      if (state.done[from] !== undefined) continue;
      const worlds = Math.min(AT_A_TIME, WORLDS - from);
      const { said, failed, faults } = await runTests(['test/trust/filter.test.ts'], {
        FILTER_WORLDS: String(worlds),
        FILTER_CHILDREN: String(CHILDREN),
        FILTER_SEED: String(SEED + from),
      });
      const [, cases = '0', seen = '0', wrong = '1'] =
        /^filter: (\d+) cases, (\d+) may be opened, (\d+) differ$/m.exec(said) ?? [];
      const control = /^filter, control: (.+)$/m.exec(said)?.[1] ?? 'not seen';
      state.done[from] = {
        cases: Number(cases),
        seen: Number(seen),
        wrong: Math.max(Number(wrong), failed),
        control,
        faults,
      };
      say(`${from + worlds} worlds, ${wrong} of the last ${cases} cases differ`);
      save();
    }
    const parts = Object.values(state.done);
    const sum = (of: (part: (typeof parts)[number]) => number) =>
      parts.reduce((all, part) => all + of(part), 0);
    forget();
    return {
      attempts: sum(({ cases }) => cases),
      failures: sum(({ wrong }) => wrong),
      figures: {
        'Cases in which the record may be opened': sum(({ seen }) => seen),
        'Control, a policy widened and one narrowed': parts[0]?.control ?? 'not seen',
      },
      faults: parts.flatMap(({ faults }) => faults),
    };
  },
};
