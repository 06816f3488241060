import { describe, expect, it } from 'vitest';
import { rateByFive } from '../support/concurrent-ratings.ts';

/** Few in each change; `npm run prove -- rating` asks for 500. */
const CASES = Number(process.env['RATING_CASES'] ?? 12);
const LONGEST = 60_000 + CASES * 5000;

function say(
  guard: string,
  { acknowledged, toldOfAnother, lost, faults }: Awaited<ReturnType<typeof rateByFive>>,
) {
  console.log(
    `rating, guard ${guard}: ${acknowledged} acknowledged, ${toldOfAnother} told of another, ${lost} lost, ${faults} faults`,
  );
}

describe('Rating under five concurrent managers', () => {
  it(
    'loses nothing: every rating that was acknowledged stands, and none was covered unseen',
    async () => {
      const held = await rateByFive(CASES, 'on');
      say('on', held);
      expect(held).toMatchObject({ acknowledged: CASES * 5, lost: 0, faults: 0 });
      expect(held.toldOfAnother).toBeGreaterThan(0);
    },
    LONGEST,
  );

  it(
    'would lose ratings if the database let two follow one: the control shows that this can fail',
    async () => {
      const control = await rateByFive(CASES, 'off');
      say('off', control);
      expect(control.lost).toBeGreaterThan(0);
    },
    LONGEST,
  );
});
