import type { Proof } from './proof.ts';
import { runTests } from './tested.ts';

const CASES = 500;

/** Five managers at once on 500 cases: the test of the change, run with all of them. */
export const RATING: Proof = {
  id: 'rating',
  goal: `Five managers who open and send each of ${CASES} cases at the same moment lose no rating; without the guard of the database some are lost.`,
  seed: 'none: the managers race',
  async run(say) {
    const { said, faults: failedTests } = await runTests(['test/trust/concurrent-ratings.test.ts'], {
      RATING_CASES: String(CASES),
    });
    const lines = [
      ...said.matchAll(
        /^rating, guard (\w+): (\d+) acknowledged, (\d+) told of another, (\d+) lost, (\d+) faults$/gm,
      ),
    ];
    for (const [line] of lines) say(line);
    const of = (guard: string) =>
      lines
        .find((line) => line[1] === guard)
        ?.slice(2)
        .map(Number) ?? [];
    const [acknowledged = 0, told = 0, lost = 0, faults = 0] = of('on');
    const [, , lostWithout = 0] = of('off');
    const missing = Math.max(0, CASES * 5 - acknowledged);
    return {
      attempts: CASES * 5 + told,
      failures: lost + faults + missing + (lostWithout > 0 ? 0 : 1) + failedTests.length,
      figures: {
        'Ratings acknowledged': acknowledged,
        'Told of another’s, and sent again': told,
        Lost: lost,
        'Lost by the control, without the guard': lostWithout,
      },
      faults: [
        ...failedTests,
        ...(lostWithout > 0 ? [] : ['the control lost nothing, so the proof shows nothing']),
      ],
    };
  },
};
