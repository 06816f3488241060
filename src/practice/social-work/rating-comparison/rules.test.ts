import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { byColour, type Compared, directionOf, followedBy, movedOf, squaresOf } from './rules.ts';

const RATED_ON = day('2026-03-02');
const WITHIN = 90;
const OVER = addDays(RATED_ON, WITHIN);
const square = fc.record({
  harm: fc.constantFrom('green' as const, 'amber' as const, 'red' as const),
  breakdown: fc.constantFrom('green' as const, 'amber' as const, 'red' as const),
});
let many = 0;
const rated = (more: Partial<Compared> = {}): Compared => {
  many += 1;
  return {
    personId: id(`00000000-0000-4000-8000-${String(many).padStart(12, '0')}`),
    now: { harm: 'red', breakdown: 'green', why: 'Why', ratedOn: RATED_ON },
    before: undefined,
    periods: [stood('in need', -100)],
    plans: [],
    care: [],
    ...more,
  };
};
const stood = (kind: string, beganAfter: number, endedAfter?: number) => ({
  kind,
  beganOn: addDays(RATED_ON, beganAfter),
  endedOn: endedAfter === undefined ? undefined : addDays(RATED_ON, endedAfter),
});
const followed = (more: Partial<Compared>) => followedBy(rated(more), WITHIN, OVER);

describe('What followed a rating', () => {
  it('begins on the day after it and ends with the ninetieth', () => {
    const plan = (after: number) => followed({ plans: [stood('plan', after)] }).plan;
    expect([-1, 0, 1, 90, 91].map(plan)).toEqual([false, false, true, true, false]);
    const care = (after: number) => followed({ care: [stood('care', after)] }).care;
    expect([0, 1, 90, 91].map(care)).toEqual([false, true, true, false]);
  });

  it('is a step up only from early help alone', () => {
    const from = (kind: string, to: string) =>
      followed({ periods: [stood(kind, -10), stood(to, 5)] }).steppedUp;
    expect(from('early help', 'assessment')).toBe(true);
    expect(from('early help', 'early help')).toBe(false);
    expect(from('in need', 'assessment')).toBe(false);
  });

  it('is a closing only where nothing else was open that day', () => {
    expect(followed({ periods: [stood('in need', -10, 20)] }).closed).toBe(true);
    expect(followed({ periods: [stood('assessment', -10, 20), stood('in need', 20)] }).closed).toBe(false);
    expect(followed({ periods: [stood('in need', -10, 20), stood('in need', 40)] }).closed).toBe(true);
    expect(followed({ periods: [stood('in need', -10, 91)] }).closed).toBe(false);
  });

  it('is counted only of those whose time is over, and says how many have less behind them', () => {
    const cases = [
      rated({ plans: [stood('plan', 3)] }),
      rated(),
      rated({
        now: { harm: 'red', breakdown: 'red', why: 'Why', ratedOn: addDays(RATED_ON, 1) },
        plans: [stood('plan', 3)],
      }),
    ];
    const [red] = byColour(cases, WITHIN, OVER);
    expect(red).toMatchObject({ colour: 'red', whole: 2, tooYoung: 1, counts: { plan: 1, care: 0 } });
  });
});

describe('Who moved', () => {
  it('is up or down by the higher of the two risks first, and the way back is the other way', () => {
    const opposite = { up: 'down', down: 'up', sideways: 'sideways', stayed: 'stayed', first: 'first' };
    fc.assert(
      fc.property(square, square, (one, other) => {
        const there = directionOf(rated({ before: one, now: { ...other, why: '', ratedOn: RATED_ON } }));
        const back = directionOf(rated({ before: other, now: { ...one, why: '', ratedOn: RATED_ON } }));
        expect(back).toBe(opposite[there]);
      }),
    );
    expect(directionOf(rated({ before: { harm: 'amber', breakdown: 'amber' } }))).toBe('up');
    expect(directionOf(rated())).toBe('first');
  });

  it('adds up: every case sits in one square, and every move is of one case that moved', () => {
    const cases = fc.array(fc.tuple(fc.option(square, { nil: undefined }), square), { maxLength: 40 });
    fc.assert(
      fc.property(cases, (pairs) => {
        const all = pairs.map(([before, now]) =>
          rated({ before, now: { ...now, why: '', ratedOn: RATED_ON } }),
        );
        const { counts, moves } = squaresOf(all);
        expect([...counts.values()].reduce((sum, one) => sum + one, 0)).toBe(all.length);
        expect(moves.reduce((sum, { count }) => sum + count, 0)).toBe(movedOf(all).length);
      }),
    );
  });
});
