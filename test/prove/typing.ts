import type pg from 'pg';
import { withDatabase } from '../../src/commands/with-database.ts';
import { readConfig } from '../../src/config.ts';
import { asOwner } from '../../src/platform/database/migrate.ts';
import { newInstallation } from './program.ts';
import { type Proof, progressFile, type Result } from './proof.ts';
import { carryOutRun, KINDS, MOST } from './typing-runs.ts';

type State = { done: Record<string, number>; worst: number; sum: number; faults: string[] };
const FRESH: State = { done: {}, worst: 0, sum: 0, faults: [] };
const RUNS = KINDS.reduce((sum, { runs }) => sum + runs, 0);

/** Interrupts people who type, in every way there is, and looks from another browser for what they wrote. */
export const G12: Proof = {
  id: 'G12',
  goal: `When the browser is killed, the page is loaded again, two windows write, the session is lost or a form is sent twice (${RUNS} runs), at most five seconds of typing are lost, and nothing is there twice. A family that has its code comes back to its words; without one nothing of theirs can be found, by design.`,
  seed: 'none: instants are random',
  async run(say) {
    const progress = progressFile<State>('G12', FRESH);
    const { state } = progress;
    const house = await newInstallation();
    try {
      await house.start();
      await besideProgram(house.folder, async (owner) => {
        for (const kind of KINDS)
          for (let turn = state.done[kind.name] ?? 0; turn < kind.runs; turn += 1) {
            const ended = await carryOutRun(kind, { address: house.address, owner, turn });
            take(state, kind.name, ended);
            progress.save();
            say(`${kind.name}, ${turn + 1} of ${kind.runs}: ${told(ended)}`);
          }
      });
      await house.stop();
    } finally {
      await house.remove();
    }
    progress.forget();
    return resultOf(state);
  },
};

type Ending = Awaited<ReturnType<typeof carryOutRun>>;

function take(state: State, name: string, ended: Ending): void {
  state.done[name] = (state.done[name] ?? 0) + 1;
  if ('fault' in ended) state.faults.push(`${name}: ${ended.fault}`);
  else {
    state.worst = Math.max(state.worst, ended.lost);
    state.sum += ended.lost;
  }
}

function told(ended: Ending): string {
  return 'fault' in ended ? ended.fault : `${ended.lost} ms lost`;
}

/** Asks the database of a running program past every wall, in the schema of the demonstration. */
function besideProgram(folder: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const config = readConfig({ DATA_DIR: folder });
  if (!config.ok) throw new Error('the folder of the proof is not one');
  return withDatabase(
    config.value,
    () => undefined,
    ({ owner }) =>
      asOwner(owner, async (client) => {
        const { rows } = await client.query('select schema_name from directory.authority limit 1');
        await client.query("select set_config('search_path', $1, false)", [
          `${rows[0]?.schema_name}, extensions`,
        ]);
        await work(client);
      }),
  );
}

function resultOf({ done, worst, sum, faults }: State): Result {
  const attempts = Object.values(done).reduce((all, count) => all + count, 0);
  return {
    attempts,
    failures: faults.length,
    figures: {
      ...Object.fromEntries(Object.entries(done).map(([name, count]) => [capital(name), count])),
      'Most that was lost, milliseconds of typing': worst,
      'Lost on average, milliseconds of typing': Math.round(sum / Math.max(1, attempts - faults.length)),
      'May be lost, milliseconds of typing': MOST,
    },
    faults: faults.slice(0, 20),
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
