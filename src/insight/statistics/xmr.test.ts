import { describe, expect, it } from 'vitest';
import { trendEnds, trendMembers, twoOfThree } from './point-rules.ts';
import { chartOfGaps, logXmr, xmr } from './xmr.ts';

const one = (digits: number) => (value: number | undefined) => value?.toFixed(digits);
const MASH = [109, 107, 98, 118, 138, 109, 139, 119, 149, 172, 259, 77, 179, 116, 235, 127, 210];
const SOCIAL_WORK = [46, 42, 67, 65, 81, 68, 105, 70, 75, 93, 167, 47, 124, 76, 141, 63, 100];
const LEAP = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

function outAt(values: readonly number[]): readonly number[] {
  const { points } = xmr(values, { better: 'neither' });
  return points.flatMap(({ signal }, at) => (signal === 'out' ? [at] : []));
}

describe('The limits of a chart of single values', () => {
  it('leave a single leap out of account', () => {
    const [first] = xmr(LEAP, { better: 'neither', lockAt: LEAP.length }).points;
    expect([first?.mean, first?.upper, first?.lower].map(one(2))).toEqual(['1.94', '4.60', '-0.72']);
  });

  it('include the leap when asked to, as the NHS spreadsheet does', () => {
    const [first] = xmr(LEAP, { better: 'neither', lockAt: LEAP.length, screening: false }).points;
    expect([first?.mean, first?.upper, first?.lower].map(one(2))).toEqual(['1.94', '6.95', '-3.06']);
  });

  it('of the MASH series of 2016 and 2017 are those of its first twelve months', () => {
    const [first] = xmr(MASH, { better: 'neither' }).points;
    expect([first?.mean, first?.upper, first?.lower].map(one(1))).toEqual(['132.8', '204.7', '61.0']);
    expect(outAt(MASH)).toEqual([10, 14, 16]);
  });

  it('of the social work series flag November 2016 and March 2017', () => {
    const [first] = xmr(SOCIAL_WORK, { better: 'neither' }).points;
    expect([first?.mean, first?.upper, first?.lower].map(one(1))).toEqual(['77.2', '138.1', '16.3']);
    expect(outAt(SOCIAL_WORK)).toEqual([10, 14]);
  });

  it('stay where twelve points have put them, whatever comes after', () => {
    const upper = (values: readonly number[]) => xmr(values, { better: 'neither' }).points[0]?.upper;
    expect(upper([...MASH, 900, 900])).toBe(upper(MASH));
  });

  it('are on trial below twelve points and cannot be locked there', () => {
    expect(xmr(MASH.slice(0, 11), { better: 'neither' }).segments[0]?.trial).toBe(true);
    expect(xmr(MASH.slice(0, 12), { better: 'neither' }).segments[0]?.trial).toBe(false);
    expect(() => xmr(MASH, { better: 'neither', lockAt: 8 })).toThrow(RangeError);
  });

  it('start afresh where a reset was recorded, and no rule looks across it', () => {
    const low = [5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4];
    const high = low.map((value) => value + 20);
    const { points, segments } = xmr([...low, ...high], { better: 'lower', rebaseAt: [12] });
    expect(segments.map(({ from, until }) => [from, until])).toEqual([
      [0, 12],
      [12, 24],
    ]);
    expect(points[12]?.mean).toBe(25);
    expect(points.every(({ signal }) => signal === null)).toBe(true);
  });
});

describe('The rules for a point', () => {
  it('see seven rising months only at the seventh, and then flag all seven', () => {
    const values = [2, 1, 2, 3, 4, 5, 6, 7, 3];
    expect(trendEnds(values)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(trendMembers(values)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('see no trend across a tie', () => {
    expect(trendMembers([1, 2, 3, 3, 4, 5, 6, 7])).not.toContain(1);
  });

  it('give the turning point of two trends the later direction', () => {
    expect(trendMembers([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1])[6]).toBe(-1);
  });

  it('see two of three near a limit in windows of three', () => {
    const near = [0, 0, 1, 0, 1, 0, 0].map(Boolean);
    const members = twoOfThree(near, [1, 1, 1, 1, 1, 1, 1]);
    expect(members.map(Number)).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(twoOfThree(near, [1, 1, 1, -1, 1, 1, 1])).not.toContain(true);
  });

  it('do not count a point beyond the limit as one that is near it', () => {
    const steady = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
    const { points } = xmr([...steady, 15.4, 99, 11.5], { better: 'neither' });
    expect(points.slice(12).map(({ signal }) => signal)).toEqual([null, 'out', null]);
    const both = xmr([...steady, 15.4, 15.4, 11.5], { better: 'neither' });
    expect(both.points.slice(12).map(({ signal }) => signal)).toEqual(['two of three', 'two of three', null]);
  });

  it('see a shift in seven on one side, and a month at the mean breaks it', () => {
    const steady = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
    const shifted = xmr([...steady, 9, 10, 9, 10, 9, 10, 9], { better: 'lower' });
    expect(shifted.points.slice(12).every(({ signal }) => signal === 'shift')).toBe(true);
    const broken = xmr([...steady, 9, 10, 9, 11, 9, 10, 9], { better: 'lower' });
    expect(broken.points.slice(12).every(({ signal }) => signal === null)).toBe(true);
  });
});

describe('What the last point may be called', () => {
  const steady = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];

  it('depends on which direction is good', () => {
    const meaning = (better: 'higher' | 'lower' | 'neither') =>
      xmr([...steady, 40], { better }).variation.meaning;
    expect([meaning('higher'), meaning('lower'), meaning('neither')]).toEqual([
      'better',
      'concern',
      'neither',
    ]);
  });

  it('is as usual once a single leap is over', () => {
    expect(xmr([...steady, 40, 10], { better: 'higher' }).variation.meaning).toBe('usual');
  });

  it('says whether a standard is kept always, never or by luck', () => {
    const assurance = (target: number, better: 'higher' | 'lower' | 'neither') =>
      xmr(steady, { better, target }).assurance;
    expect([assurance(30, 'higher'), assurance(30, 'lower'), assurance(30, 'neither')]).toEqual([
      'cannot',
      'keeps',
      null,
    ]);
    expect([assurance(1, 'higher'), assurance(1, 'lower'), assurance(11, 'higher')]).toEqual([
      'keeps',
      'cannot',
      'sometimes',
    ]);
    expect(xmr(steady, { better: 'higher' }).assurance).toBeNull();
  });
});

describe('Durations and rare events', () => {
  const hours = [4, 5, 4, 6, 5, 4, 5, 6, 4, 5, 6, 5];

  it('have limits in hours that are never negative and lie closer below than above', () => {
    const [first] = logXmr(hours, { better: 'lower' }).points;
    expect(first?.lower).toBeGreaterThan(0);
    expect((first?.upper ?? 0) - (first?.mean ?? 0)).toBeGreaterThan(
      (first?.mean ?? 0) - (first?.lower ?? 0),
    );
  });

  it('are judged alike in hours and in minutes', () => {
    const series = [...hours, 40, 5];
    const inMinutes = logXmr(
      series.map((value) => value * 60),
      { better: 'lower', target: 600 },
    );
    const inHours = logXmr(series, { better: 'lower', target: 10 });
    expect(inMinutes.points.map(({ signal }) => signal)).toEqual(inHours.points.map(({ signal }) => signal));
    expect(inMinutes.assurance).toBe(inHours.assurance);
    expect(inHours.points[12]?.value).toBe(40);
  });

  it('see an unusually long time without an event', () => {
    const gaps = [12, 30, 9, 21, 40, 15, 0, 26, 18, 33, 7, 22];
    const { points } = chartOfGaps([...gaps, 900], { better: 'higher' });
    expect(points[12]).toMatchObject({ value: 900, signal: 'out', meaning: 'better' });
    expect(points[6]).toMatchObject({ value: 0, lower: expect.closeTo(0, 0) });
  });
});
