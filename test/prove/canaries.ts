import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

/** Words that could be somebody's, in every field of every form, are looked for wherever the program writes beside the record. */
export const G24: Proof = {
  id: 'G24',
  goal: 'Words typed into every field of every form, accepted, refused or met by a fault, stand in no line of the log, no address, no header, no table of the house’s own work, no subject of a mail, no file beside the database and no line of the database’s own log.',
  seed: '20261122; the mark is new each time',
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'continuum-prove-log-'));
    const surroundings = { CANARIES: 'all', TEST_PG_LOG: join(folder, 'log') };
    const { said, faults } = await runTests(['test/trust/canaries.test.ts', 'test/trust/database-log.test.ts'], surroundings, 'G24').finally(() => rmSync(folder, { recursive: true, force: true }));
    const [, ofDatabase = '0'] = /^canaries, log of the database: (\d+) lines$/m.exec(said) ?? [];
    const [, wrong = '0', told = '0', there] = /^database log: (\d+) faults, (\d+) lines, (\d+) found$/m.exec(said) ?? [];
    const [line, sent, accepted, classes, lines, broken, found = '{}'] =
      /^canaries: (\d+) forms sent, (\d+) accepted, (\d+) classes, (\d+) lines of the log, (\d+) faults; found (.*)$/m.exec(said) ?? [];
    say(line ?? 'nothing was counted');
    const hits: Record<string, number> = JSON.parse(found);
    const all = Object.values(hits).reduce((sum, one) => sum + one, 0);
    return {
      attempts: Number(sent ?? 0) + Number(broken ?? 0) + Number(wrong),
      failures: sent === undefined || there === undefined ? 1 : Math.max(all + Number(there), faults.length),
      figures: {
        'Kinds of field that held a mark': Number(classes ?? 0),
        'Forms accepted': Number(accepted ?? 0),
        'Forms that ended in a fault on purpose': Number(broken ?? 0),
        'Lines of the log at the level that tells most': Number(lines ?? 0),
        'Lines of the log of the database meanwhile': Number(ofDatabase),
        'Faults of other kinds in a database, each with a mark': `${wrong}; its log had ${told} lines`,
        'Marks found': all + Number(there ?? 0),
        'Control, a log that writes what was sent: found': Number(/^canaries, control: (\d+) found/m.exec(said)?.[1] ?? 0),
        'Control, the log of a database that is set as many are: found': Number(/^database log, control: (\d+) found/m.exec(said)?.[1] ?? 0),
      },
      faults,
    };
  },
}; // biome-ignore format: a pattern reads in one line
