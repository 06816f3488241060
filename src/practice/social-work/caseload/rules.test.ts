import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { CASELOAD } from '../../../profile/caseload.ts';
import { fullWith, loadInWords, loadOf, mayCover } from './rules.ts';

describe('What a worker carries', () => {
  const siblings = [
    { family: '1', kinds: ['in need'] },
    { family: '1', kinds: ['in need', 'early help'] },
    { family: '2', kinds: ['early help'] },
    { family: '3', kinds: [] },
  ];

  it('is counted as children, as families and as points', () => {
    const load = loadOf(CASELOAD, { title: 'Social worker' }, siblings);
    expect(load).toEqual({ children: 4, families: 3, points: 11, ceiling: 20 });
    expect(loadInWords(load)).toBe('4 children, 3 families, 11 points; full at 20');
    expect(
      loadInWords(loadOf(CASELOAD, { title: 'Newly qualified social worker' }, siblings.slice(0, 1))),
    ).toBe('1 child, 1 family, 4 points; full at 18');
  });

  it('is full with the child that reaches the ceiling, not with the one before', () => {
    expect([18, 19, 20].map((children) => fullWith({ children, ceiling: 20 }))).toEqual([false, true, true]);
  });
});

describe('Cover for an absence', () => {
  const [tess, ivo] = [
    id('00000000-0000-4000-8000-000000000001'),
    id('00000000-0000-4000-8000-000000000002'),
  ];
  const today = day('2026-11-20');
  const asked = (coveredBy: typeof tess, untilOn: string) =>
    mayCover(tess, { coveredBy, untilOn: day(untilOn) }, today).ok;

  it('is given by somebody else, until today or a later day, and for three months at most', () => {
    expect(asked(ivo, '2026-11-20')).toBe(true);
    expect(asked(ivo, '2027-02-20')).toBe(true);
    expect(asked(ivo, '2027-02-21')).toBe(false);
    expect(asked(ivo, '2026-11-19')).toBe(false);
    expect(asked(tess, '2026-11-21')).toBe(false);
  });
});
