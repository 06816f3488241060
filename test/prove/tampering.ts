import { TAMPERINGS } from '../support/tampering.ts';
import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const PLACES = Number(process.env['G10_PLACES'] ?? 1000);
const CONTROL = 'no heads';

/** How many of the places were missed, by kind; the control among them. */
type State = { missed: Record<string, number>; faults: string[] };

/** The test of the change at a thousand places for each kind. What is done is kept as it is told, so that a proof broken off goes on. */
export const G10: Proof = {
  id: 'G10',
  goal:
    `What was sealed cannot be altered unseen: ${TAMPERINGS.length} kinds of tampering by the owner of the database, each at ${PLACES} ` +
    'places, are found, and the first bad row, seal or head is named.',
  seed: '20261122',
  async run(say) {
    const progress = progressFile<State>('G10-kinds', { missed: {}, faults: [] });
    const { state } = progress;
    const left = [...TAMPERINGS.map(({ kind }) => kind), CONTROL].filter(
      (kind) => state.missed[kind] === undefined,
    );
    const surroundings = { TAMPERING_PLACES: String(PLACES), TAMPERING_KINDS: left.join('\n') };
    const hear = (line: string) => {
      const [, kind, missed] = /^tampering: (.*): \d+ places, (\d+) missed$/.exec(line) ?? [];
      if (kind === undefined) return;
      state.missed[kind] = Number(missed);
      progress.save();
      say(`${kind}: ${missed} of ${PLACES} missed`);
    };
    const { faults } = await runTests(['test/trust/tampering.test.ts'], surroundings, 'tampering', hear);
    state.faults.push(...faults);
    progress.forget();
    const missed = TAMPERINGS.map(({ kind }) => state.missed[kind] ?? PLACES).reduce(
      (sum, one) => sum + one,
      0,
    );
    const unseen = state.missed[CONTROL];
    return {
      attempts: PLACES * TAMPERINGS.length,
      failures: Math.max(missed + (unseen === PLACES ? 0 : 1), state.faults.length),
      figures: {
        ...Object.fromEntries(
          TAMPERINGS.map(({ kind }) => [`Missed when ${kind}`, state.missed[kind] ?? 'not tried']),
        ),
        'Control: everything hashed again, and no heads to compare with, missed': `${unseen ?? 'not tried'} of ${PLACES}`,
      },
      faults: state.faults.slice(0, 20),
    };
  },
};
