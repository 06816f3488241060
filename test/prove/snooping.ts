import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const VIEWS = 100_000;
const SEEDS = ['20261122', '20261123', '20261124'];

type State = {
  done: string[];
  days: number;
  found: number;
  planted: number;
  needless: number;
  lawful: number;
  control: number;
  faults: string[];
};
const FRESH: State = {
  done: [],
  days: 0,
  found: 0,
  planted: 0,
  needless: 0,
  lawful: 0,
  control: 0,
  faults: [],
};

/** A made-up year of looks, three times over: planted looks are found, lawful ones hardly ever asked about. */
export const G29: Proof = {
  id: 'G29',
  goal: `Of ${VIEWS} lawful looks at records in a year and 50 that nobody needed, gone through day by day, every one of the 50 comes before a reviewer, and fewer than one in a hundred of the lawful ones; without the signs none is found.`,
  seed: SEEDS.join(', '),
  async run(say) {
    const { state, save, forget } = progressFile<State>('G29', FRESH);
    for (const seed of SEEDS.filter((one) => !state.done.includes(one))) {
      const { said, faults } = await runTests(['test/trust/snooping.test.ts'], { LOOK_VIEWS: String(VIEWS), LOOK_SEED: seed }, 'G29');
      const [line, days, found, planted, needless, lawful] =
        /^looks: (\d+) days, (\d+) found of (\d+) planted, (\d+) lawful put before somebody of (\d+)$/m.exec(said) ?? [];
      say(line ?? 'nothing was counted');
      state.days += Number(days ?? 0);
      state.found += Number(found ?? 0);
      state.planted += Number(planted ?? 0);
      state.needless += Number(needless ?? 0);
      state.lawful += Number(lawful ?? 0);
      state.control += Number(/^looks, control: (\d+) found/m.exec(said)?.[1] ?? 50);
      state.faults.push(...faults);
      state.done.push(seed);
      save();
    }
    forget();
    return {
      attempts: state.planted + state.lawful,
      failures: state.faults.length,
      figures: {
        'Days gone through': state.days,
        'Planted, and found': `${state.found} of ${state.planted}`,
        'Lawful, and put before somebody': `${state.needless} of ${state.lawful}`,
        'Control, every sign but the first taken away: found': state.control,
      },
      faults: state.faults,
    };
  },
}; // biome-ignore format: a pattern reads in one line
