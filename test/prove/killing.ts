import { setTimeout as pause } from 'node:timers/promises';
import { type Installation, newInstallation } from './program.ts';
import { type Proof, progressFile, type Result } from './proof.ts';

/** People who go on sending until they are told to end, what they were told is done, and what they found wrong. */
export type Crowd = {
  readonly acknowledged: { readonly size: number };
  readonly faults: readonly string[];
  /** How often something was sent again. */
  repeats(): number;
  /** Resolves when so many more answers were heard. */
  heardMore(count: number): Promise<void>;
  end(): Promise<void>;
};

type Begun = {
  readonly crowd: Crowd;
  /** Made when the crowd has ended. */
  reckon(): Promise<readonly string[]>;
  /** What is always so, asked after each kill of the program while the crowd goes on: what is not so. */
  always?(): Promise<readonly string[]>;
  /** The control: takes from the record what was acknowledged, past every wall. The next reckoning must find it. */
  spoil(): Promise<void>;
};

/** What one proof kills a house during. */
type During = {
  readonly id: string;
  readonly goal: string;
  readonly kills: Readonly<Record<'program' | 'database', number>>;
  readonly authority: readonly [name: string, title: string];
  /** What was acknowledged, as the figures call it. */
  readonly called: string;
  /** What the control does to the record, as the figures call it. */
  readonly spoilt: string;
  /** Sets a crowd to work on a house that serves. */
  begin(house: Installation): Promise<Begun>;
};

type State = {
  program: number;
  database: number;
  acknowledged: number;
  repeats: number;
  faults: string[];
  slowest: number;
  /** Houses whose record was spoilt by the control, and what was found in them. */
  spoilt: number;
  red: number;
};
const FRESH: State = {
  program: 0,
  database: 0,
  acknowledged: 0,
  repeats: 0,
  faults: [],
  slowest: 0,
  spoilt: 0,
  red: 0,
};
/** On one installation; the next begins with a new one. */
const KILLS_OF_A_HOUSE = 5;

/** Kills the program and its database while a crowd sends, and reckons up. What was done is kept, so that a proof broken off goes on. */
export function killingProof(during: During): Proof {
  const { id, goal, kills } = during;
  return {
    id,
    goal,
    seed: `${id}-1`,
    async run(say) {
      const progress = progressFile<State>(id, FRESH);
      const { state } = progress;
      while (state.program < kills.program || state.database < kills.database) {
        const what = state.program < kills.program ? 'program' : 'database';
        await someKills(during, what, Math.min(KILLS_OF_A_HOUSE, kills[what] - state[what]), state);
        progress.save();
        say(
          `${state.program} kills of the program, ${state.database} of the database; ${state.acknowledged} acknowledged`,
        );
      }
      progress.forget();
      return resultOf(state, during);
    },
  };
}

/** A few kills on a new installation, then the reckoning. */
async function someKills(
  { authority: [name, title], begin }: During,
  what: 'program' | 'database',
  count: number,
  state: State,
): Promise<void> {
  const house = await newInstallation({ DEMONSTRATION: 'no' });
  try {
    await house.command('authority', 'add', '--name', name, '--title', title, '--profile', 'jersey');
    await house.start();
    const { crowd, reckon, spoil, always } = await begin(house);
    const killing = { what, count, shift: state[what], looked: always };
    const { slowest, broken } = await killWhile(house, crowd, killing);
    state.faults.push(...broken);
    state[what] += count;
    state.slowest = Math.max(state.slowest, slowest);
    state.acknowledged += crowd.acknowledged.size;
    state.repeats += crowd.repeats();
    const found = await reckon();
    state.faults.push(...crowd.faults, ...found);
    await spoil();
    const foundThen = (await reckon()).length;
    state.spoilt += 1;
    state.red += foundThen - found.length;
    if (foundThen <= found.length)
      state.faults.push('the control was not found, so the reckoning shows nothing');
    await house.stop();
  } finally {
    await house.remove();
  }
}

function resultOf(state: State, { called, spoilt }: During): Result {
  return {
    attempts: state.program + state.database,
    failures: state.faults.length,
    figures: {
      'Kills of the program': state.program,
      'Kills of the database': state.database,
      [called]: state.acknowledged,
      'Sent again (no answer, or on purpose)': state.repeats,
      'Longest start after a kill, milliseconds': state.slowest,
      [`Control, ${spoilt} in ${state.spoilt} houses: found`]: state.red,
    },
    faults: state.faults.slice(0, 20),
  };
}

/** What is killed, and how long after the next answers: another moment each time. */
type Killing = {
  readonly what: 'program' | 'database';
  readonly count: number;
  readonly shift: number;
  readonly looked: Begun['always'];
};

/** Kills the program, or its database, so often while a crowd sends, and lets it end. Gives the longest start after a kill, in milliseconds, and what was not so after one. */
async function killWhile(
  house: Installation,
  crowd: Crowd,
  { what, count, shift, looked }: Killing,
): Promise<{ slowest: number; broken: readonly string[] }> {
  const broken: string[] = [];
  let slowest = 0;
  for (let kill = 0; kill < count; kill += 1) {
    await crowd.heardMore(5);
    await pause(20 + ((kill * 137 + shift * 61) % 400));
    if (what === 'database') await house.killDatabase();
    else {
      slowest = Math.max(slowest, await restart(house));
      broken.push(...((await looked?.()) ?? []));
    }
  }
  await crowd.heardMore(5);
  await crowd.end();
  return { slowest, broken };
}

async function restart(house: Installation): Promise<number> {
  await house.killProgram();
  const began = Date.now();
  await house.start();
  return Date.now() - began;
}
