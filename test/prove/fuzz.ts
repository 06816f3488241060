import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const RUNS = 2000;
/** The forms are taken in so many parts, two side by side; a proof broken off goes on with the parts that are left. */
const PARTS = 16;

/** What came of the parts that are done. */
type State = {
  done: number[];
  forms: number;
  accepted: number;
  refused: number;
  unread: number;
  /** Ways of breaking the database on purpose that turned the walk red. */
  control: string;
  faults: string[];
};
const FRESH: State = { done: [], forms: 0, accepted: 0, refused: 0, unread: 0, control: '', faults: [] };

/** Every form under 2,000 nasty inputs: the tests of the change, run ten times as long and each through the server. */
export const G14: Proof = {
  id: 'G14',
  goal: `Every form answers ${RUNS} nasty inputs without a fault; at least three in ten are accepted; what is stored is what was sent.`,
  seed: '20261121',
  async run(say) {
    const { state, save, forget } = progressFile<State>('G14', FRESH);
    const left = Array.from({ length: PARTS }, (_, part) => part).filter(
      (part) => !state.done.includes(part),
    );
    const work = async () => {
      for (let part = left.shift(); part !== undefined; part = left.shift()) {
        await onePart(part, state, say);
        save();
      }
    };
    await Promise.all([work(), work()]);
    forget();
    const { forms, accepted, refused, unread, control, faults } = state;
    return {
      attempts: accepted + refused + unread,
      failures: faults.length,
      figures: {
        Forms: forms,
        Accepted: accepted,
        Refused: refused,
        'Could not be read': unread,
        'Control, what was sent altered and the database breaking on it: found': control,
      },
      faults,
    };
  },
};

async function onePart(part: number, state: State, say: (line: string) => void): Promise<void> {
  const asked = { FUZZ_RUNS: String(RUNS), FUZZ_PART: `${part}/${PARTS}` };
  const { said, faults } = await runTests(['test/trust/fuzz.test.ts'], asked, `fuzz-${part}`);
  for (const [line, , accepted, refused, unread] of said.matchAll(
    /^fuzz (.+): (\d+) accepted, (\d+) refused, (\d+) unread$/gm,
  )) {
    say(line);
    state.forms += 1;
    state.accepted += Number(accepted);
    state.refused += Number(refused);
    state.unread += Number(unread);
  }
  state.control = /^fuzz, control: (\d+ of \d+) found$/m.exec(said)?.[1] ?? state.control;
  for (const fault of faults) say(fault);
  state.faults.push(...faults);
  state.done.push(part);
}
