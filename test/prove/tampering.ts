import { TAMPERINGS } from '../support/tampering.ts';
import { type Proof, progressFile } from './proof.ts';
import { runTests } from './tested.ts';

const PLACES = 1000;
const TEST = ['test/trust/tampering.test.ts'];

type State = { done: Record<string, number>; faults: string[] };

/** The test of the change at a thousand places for each kind, one kind after the other, so that a proof broken off goes on. */
export const G10: Proof = {
  id: 'G10',
  goal:
    `What was sealed cannot be altered unseen: ${TAMPERINGS.length} kinds of tampering by the owner of the database, each at ${PLACES} ` +
    'places, are found, and the first bad row, seal or head is named.',
  seed: '20261122',
  async run(say) {
    const progress = progressFile<State>('G10', { done: {}, faults: [] });
    const { state } = progress;
    for (const { kind } of TAMPERINGS.filter((one) => state.done[one.kind] === undefined)) {
      const surroundings = { TAMPERING_PLACES: String(PLACES), TAMPERING_KIND: kind };
      const { said, faults } = await runTests([...TEST, '-t', `when ${kind}$`], surroundings, 'tampering');
      const missed = /^tampering: .*: \d+ places, (\d+) missed$/m.exec(said)?.[1];
      state.done[kind] = Number(missed ?? PLACES);
      state.faults.push(...faults);
      progress.save();
      say(`${kind}: ${state.done[kind]} of ${PLACES} missed`);
    }
    const { said } = await runTests(
      [...TEST, '-t', 'no heads to compare'],
      { TAMPERING_PLACES: String(PLACES) },
      'tampering',
    );
    const unseen = /^control: (\d+) of \d+ missed without heads$/m.exec(said)?.[1] ?? 'not tried';
    progress.forget();
    const missed = Object.values(state.done).reduce((sum, one) => sum + one, 0);
    return {
      attempts: PLACES * TAMPERINGS.length,
      failures: missed + (unseen === String(PLACES) ? 0 : 1),
      figures: {
        ...Object.fromEntries(
          TAMPERINGS.map(({ kind }) => [`Missed when ${kind}`, state.done[kind] ?? PLACES]),
        ),
        'Control: everything hashed again, and no heads to compare with, missed': `${unseen} of ${PLACES}`,
      },
      faults: state.faults.slice(0, 20),
    };
  },
};
