import { describe, expect, it } from 'vitest';
import { rateByFive } from '../support/concurrent-ratings.ts';

const CASES = 12;

describe('Rating under five concurrent managers', () => {
  it('loses nothing: every rating that was acknowledged stands, and none was covered unseen', async () => {
    const held = await rateByFive(CASES, 'on');
    expect(held).toMatchObject({ acknowledged: CASES * 5, lost: 0, faults: 0 });
    expect(held.toldOfAnother).toBeGreaterThan(0);
  }, 60_000);

  it('would lose ratings if the database let two follow one: the control shows that this can fail', async () => {
    const { lost } = await rateByFive(CASES, 'off');
    expect(lost).toBeGreaterThan(0);
  }, 60_000);
});
