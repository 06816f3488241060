import { describe, expect, it } from 'vitest';
import { day } from '../language/day.ts';
import { id } from '../language/id.ts';
import { behind, figureOf, mostOf } from './figure.ts';
import { type Line, measure } from './measure.ts';

let children = 0;
function line(difference: Partial<Line> = {}): Line {
  children += 1;
  const subject = id(`00000000-0000-4000-8000-${String(children).padStart(12, '0')}`);
  return { subject, contactId: null, happenedOn: day('2027-02-03'), met: true, value: null, ...difference };
}

describe('A figure', () => {
  it('of contacts counts those that count, with an interval', () => {
    const figure = figureOf([...Array.from({ length: 47 }, () => line()), line({ met: null })], 'count');
    expect(figure).toMatchObject({ value: 47, met: 47, counted: 47, notCounted: 1 });
    expect(figure.interval?.upper).toBeCloseTo(62.5014, 4);
  });

  it('of contacts is less certain where contacts come in batches', () => {
    const lines = Array.from({ length: 47 }, () => line());
    expect(figureOf(lines, 'count', 4).interval?.upper).toBeCloseTo(47 + 2 * 15.5014, 3);
  });

  it('of decisions in time is n of N, and a contact still in time is in neither', () => {
    const lines = [
      ...Array.from({ length: 18 }, () => line()),
      line({ met: false }),
      line({ met: false }),
      line({ met: null }),
    ];
    const figure = figureOf(lines, 'proportion');
    expect(figure).toMatchObject({ value: 0.9, met: 18, counted: 20, notCounted: 1 });
    expect(figure.interval?.lower).toBeCloseTo(0.698966, 6);
  });

  it('of a share of nobody is no figure', () => {
    expect(figureOf([line({ met: null })], 'proportion')).toMatchObject({
      value: null,
      counted: 0,
      interval: null,
    });
  });

  it('of hours is the middle and what nine in ten stay within; an open one has no hours yet', () => {
    const hours = Array.from({ length: 11 }, (_, at) => line({ value: at + 1 }));
    const figure = figureOf([...hours, line({ met: null, value: null })], 'duration');
    expect(figure).toMatchObject({ value: 6, ninetieth: 10, counted: 11, notCounted: 1 });
    expect(figure.interval).toEqual({ lower: 2, upper: 10 });
  });

  it('of five hours has no interval, because the true middle may lie outside all five', () => {
    expect(
      figureOf(
        Array.from({ length: 5 }, () => line({ value: 2 })),
        'duration',
      ).interval,
    ).toBeNull();
  });

  it('of children open was counted and not estimated', () => {
    expect(figureOf([line(), line()], 'stock')).toMatchObject({ value: 2, interval: null });
  });

  it('of caseloads is the mean of those who have children, and keeps what each has', () => {
    const loads = [20, 3, 7].map((value) => line({ value }));
    expect(figureOf(loads, 'load')).toMatchObject({
      value: 10,
      counted: 3,
      loads: [3, 7, 20],
      interval: null,
    });
    expect(mostOf(figureOf(loads, 'load'))).toBe(20);
    expect(figureOf([], 'load')).toMatchObject({ value: null, counted: 0, loads: [] });
    expect(mostOf(figureOf([], 'load'))).toBeNull();
    expect(mostOf(figureOf(loads, 'count'))).toBeNull();
  });

  it('adds up nothing that is not listed behind it, and loses no line', () => {
    const lines = [line(), line({ met: false }), line({ met: null }), line({ value: 3 })];
    for (const kind of ['count', 'proportion', 'duration', 'stock', 'load'] as const) {
      const { met, notMet, notCounted } = behind(lines, kind);
      const figure = figureOf(lines, kind);
      expect([met.length, met.length + notMet.length, notCounted.length]).toEqual([
        figure.met,
        figure.counted,
        figure.notCounted,
      ]);
      expect(new Set([...met, ...notMet, ...notCounted])).toEqual(new Set(lines));
    }
  });
});

describe('A measure', () => {
  const shareOfTwo = {
    id: 'X1',
    title: 'Answered',
    inWords: 'Of those asked, the share answered.',
    counted: 'One row per child.',
    notCounted: 'Those still in time.',
    kind: 'proportion',
    better: 'higher',
    unit: { one: 'answer', many: 'answers' },
    listed: { kind: 'child', nouns: 'children', met: 'Yes', notMet: 'No', notCounted: 'Not asked' },
    owner: 'insight lead',
    version: 1,
    since: day('2026-04-01'),
    lines: (): never => {
      throw new Error('a declaration asks nothing');
    },
  } as const;

  it('is declared with its words, its owner and since when it has been counted so', () => {
    expect(measure(shareOfTwo)).toMatchObject({
      id: 'X1',
      owner: 'insight lead',
      version: 1,
      since: '2026-04-01',
    });
  });

  it('is refused with a standard that no share can reach', () => {
    expect(() => measure({ ...shareOfTwo, target: 85 })).toThrow(RangeError);
  });
});
