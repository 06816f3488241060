import { SECRETS } from '../support/twins/secrets.ts';
import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const REQUESTS = 5000;

type State = { done: string[]; asked: number; letIn: number; leaks: number; red: number[]; faults: string[] };
const FRESH: State = { done: [], asked: 0, letIn: 0, leaks: 0, red: [], faults: [] };

/** Two worlds alike but for one secret, asked the same things by those who must not learn of it: the test of the change, with 5,000 requests of each. */
export const G8: Proof = {
  id: 'G8',
  goal: `Two databases alike but for ${SECRETS.map(({ kind }) => kind).join(', ')} answer ${REQUESTS} requests for each of these, by people who are not entitled to it, with equal bytes, but for what counts everyone (decision 0045).`,
  seed: '20261122',
  async run(say) {
    const { state, save, forget } = progressFile<State>('G8', FRESH);
    for (const { kind } of SECRETS.filter((one) => !state.done.includes(one.kind))) {
      const asked = { TWIN_SECRET: kind, TWIN_REQUESTS: String(REQUESTS) };
      const { said, faults } = await runTests(['test/trust/twin-worlds.test.ts'], asked);
      for (const [line, , requests, leaks, answered = '{}'] of said.matchAll(
        /^twins, (.+): (\d+) requests, (\d+) leaks; (.*)$/gm,
      )) {
        say(line);
        state.asked += Number(requests);
        state.leaks += Number(leaks);
        state.letIn += Number(JSON.parse(answered)['GET 200'] ?? 0);
      }
      const [line, red] = /^twins without the wall, .+: (\d+) leaks$/m.exec(said) ?? [];
      say(line ?? 'the control did not run');
      state.red.push(Number(red ?? 0));
      state.faults.push(
        ...faults,
        ...[...said.matchAll(/^twin leak: (.*)$/gm)].map(([, leak = '']) => leak.slice(0, 400)),
      );
      state.done.push(kind);
      save();
    }
    forget();
    return {
      attempts: state.asked,
      failures: state.faults.length,
      figures: {
        'Requests that were shown a page': state.letIn,
        'Answers that differed': state.leaks,
        'The fourth kind of secret, an adoption link': 'not tried: adoption does not exist yet',
        ...Object.fromEntries(
          SECRETS.map(({ kind }, at) => [
            `Control, the wall round ${kind} taken away: answers of 500 that differed`,
            state.red[at] ?? 0,
          ]),
        ),
      },
      faults: state.faults,
    };
  },
};
