import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

/** Words that could be somebody's, in every field of every form, are looked for wherever the program writes beside the record. */
export const G24: Proof = {
  id: 'G24',
  goal: 'Words typed into every field of every form, accepted, refused or met by a fault, stand in no line of the log, no address, no header, no table of the house’s own work, no subject of a mail and no file beside the database.',
  seed: '20261122; the mark is new each time',
  async run(say) {
    const { said, faults } = await runTests(['test/trust/canaries.test.ts'], { CANARIES: 'all' }, 'G24');
    const [line, sent, accepted, classes, lines, broken, found = '{}'] =
      /^canaries: (\d+) forms sent, (\d+) accepted, (\d+) classes, (\d+) lines of the log, (\d+) faults; found (.*)$/m.exec(said) ?? [];
    say(line ?? 'nothing was counted');
    const hits: Record<string, number> = JSON.parse(found);
    const all = Object.values(hits).reduce((sum, one) => sum + one, 0);
    return {
      attempts: Number(sent ?? 0) + Number(broken ?? 0),
      failures: sent === undefined ? 1 : Math.max(all, faults.length),
      figures: {
        'Kinds of field that held a mark': Number(classes ?? 0),
        'Forms accepted': Number(accepted ?? 0),
        'Forms that ended in a fault on purpose': Number(broken ?? 0),
        'Lines of the log at the level that tells most': Number(lines ?? 0),
        'Marks found': all,
        'Control, a log that writes what was sent: found': Number(/^canaries, control: (\d+) found/m.exec(said)?.[1] ?? 0),
        'The log of the database': 'not read here; it is set to tell of no statement and no error',
      },
      faults,
    };
  },
}; // biome-ignore format: a pattern reads in one line
