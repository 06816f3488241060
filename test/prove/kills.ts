import { setTimeout as pause } from 'node:timers/promises';
import { contactsByWords, faultsOf, type Ledger } from './ledger.ts';
import { type Installation, newInstallation } from './program.ts';
import { type Proof, progressFile, type Result } from './proof.ts';
import { anotherLetter, type Letter, sendUntilHeard, writeLetter } from './telling.ts';

const KILLS = 20;
const SENDERS = 6;
const SEED = 'kills-1';

type State = {
  program: number;
  database: number;
  acknowledged: number;
  repeats: number;
  faults: string[];
  slowest: number;
};
const FRESH: State = { program: 0, database: 0, acknowledged: 0, repeats: 0, faults: [], slowest: 0 };

/** Kills the program 20 times and its database 20 times while people send; nothing acknowledged is lost or doubled. */
export const G1: Proof = {
  id: 'G1',
  goal: 'Nothing that was acknowledged is lost or doubled when the program (20 times) or its database (20 times) is killed while people send.',
  seed: SEED,
  async run(say) {
    const progress = progressFile<State>('G1', FRESH);
    const { state } = progress;
    while (state.program < KILLS || state.database < KILLS) {
      const what = state.program < KILLS ? 'program' : 'database';
      await someKills(what, Math.min(5, KILLS - state[what]), state);
      progress.save();
      say(
        `${state.program} kills of the program, ${state.database} of the database; ${state.acknowledged} acknowledged`,
      );
    }
    progress.forget();
    return resultOf(state);
  },
};

/** A few kills on a new installation, then the reckoning. What was done is kept, so that a proof broken off goes on. */
async function someKills(what: 'program' | 'database', count: number, state: State): Promise<void> {
  const house = await newInstallation({ DEMONSTRATION: 'no' });
  try {
    await house.command('authority', 'add', '--name', 'jersey', '--title', 'Jersey', '--profile', 'jersey');
    await house.start();
    const crowd = sendingCrowd(house, await writeLetter(house.address, 'the first'));
    for (let kill = 0; kill < count; kill += 1) {
      await crowd.heardMore(5);
      await pause(20 + ((kill * 137 + state[what] * 61) % 400));
      await (what === 'program' ? restart(house, state) : house.killDatabase());
      state[what] += 1;
    }
    await crowd.heardMore(5);
    await crowd.end();
    const kept = await contactsByWords(house.folder);
    state.acknowledged += crowd.acknowledged.size;
    state.repeats += crowd.repeats();
    state.faults.push(...crowd.faults, ...faultsOf(crowd.acknowledged, kept));
    await house.stop();
  } finally {
    await house.remove();
  }
}

async function restart(house: Installation, state: State): Promise<void> {
  await house.killProgram();
  const began = Date.now();
  await house.start();
  state.slowest = Math.max(state.slowest, Date.now() - began);
}

/** People who send one letter after the other, each until they hear a reference, and now and then the same once more. */
function sendingCrowd(house: Installation, model: Letter) {
  const acknowledged: Ledger = new Map();
  const faults: string[] = [];
  let [ended, repeats] = [false, 0];
  const one = async (who: number) => {
    for (let turn = 0; !ended; turn += 1) {
      const words = `sender ${who}, letter ${turn} of ${house.port}`;
      const letter = anotherLetter(model, words);
      const reply = await sendUntilHeard(house.address, letter);
      repeats += reply.tries - 1;
      if (reply.reference === undefined) faults.push(`refused: ${words} (${reply.status})`);
      else acknowledged.set(words, reply.reference);
      if (turn % 3 !== 0) continue;
      const again = await sendUntilHeard(house.address, letter);
      repeats += again.tries;
      if (again.reference !== reply.reference)
        faults.push(`changed: ${words} was ${reply.reference} and then ${again.reference}`);
    }
  };
  const everybody = Array.from({ length: SENDERS }, (_, who) => one(who));
  return {
    acknowledged,
    faults,
    repeats: () => repeats,
    async heardMore(count: number) {
      const enough = acknowledged.size + count;
      while (acknowledged.size < enough) await Promise.race([pause(10), ...everybody]);
    },
    async end() {
      ended = true;
      await Promise.all(everybody);
    },
  };
}

function resultOf(state: State): Result {
  return {
    attempts: state.program + state.database,
    failures: state.faults.length,
    figures: {
      'Kills of the program': state.program,
      'Kills of the database': state.database,
      'Letters acknowledged': state.acknowledged,
      'Sent again (no answer, or on purpose)': state.repeats,
      'Longest start after a kill, milliseconds': state.slowest,
    },
    faults: state.faults.slice(0, 20),
  };
}
