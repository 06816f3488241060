import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const ASKED = 20_000;

/** The walls in the database alone: whole tables are asked as somebody, and no check of the program comes before. */
export const G7: Proof = {
  id: 'G7',
  goal: `With no check of the program before it, the database shows nobody a row of a child who is not theirs: ${ASKED} transactions, twenty at once over ten connections, ask whole tables as eleven members of staff.`,
  seed: 'none: everybody asks every table in turn',
  async run(say) {
    const { said, faults } = await runTests(['test/trust/second-wall.test.ts'], { WALL_REQUESTS: String(ASKED) }, 'G7');
    const [line, asked, tables, seen, foreign] =
      /^second wall: (\d+) asked of (\d+) tables, (\d+) rows seen, (\d+) foreign$/m.exec(said) ?? [];
    say(line ?? 'nothing was counted');
    return {
      attempts: Number(asked ?? 0),
      failures: asked === undefined ? 1 : Math.max(Number(foreign), faults.length),
      figures: {
        'Tables asked': Number(tables ?? 0),
        'Rows seen': Number(seen ?? 0),
        'Rows of somebody else’s child': Number(foreign ?? 0),
        'Control, one policy that lets everybody through: foreign rows seen': Number(
          /^second wall, control: (\d+) foreign/m.exec(said)?.[1] ?? 0,
        ),
      },
      faults,
    };
  },
}; // biome-ignore format: a pattern reads in one line
