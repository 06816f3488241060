import { describe, expect, it } from 'vitest';
import { CASELOAD, ceilingFor, pointsOf } from './caseload.ts';
import { SERVICE_KINDS } from './code-sets/service-kinds.ts';

describe('A caseload', () => {
  it('has a weight for every kind of service', () => {
    expect(Object.keys(CASELOAD.weights).toSorted()).toEqual(
      SERVICE_KINDS.codes.map(({ code }) => code).toSorted(),
    );
  });

  it('counts a child as the heaviest of what is open, and one with nothing open least', () => {
    expect(pointsOf(CASELOAD, ['early help', 'in need'])).toBe(4);
    expect(pointsOf(CASELOAD, ['early help'])).toBe(2);
    expect(pointsOf(CASELOAD, [])).toBe(1);
  });

  it('is full earlier for whoever is newly qualified or works part of the week, and never at nothing', () => {
    const part = {
      ...CASELOAD,
      fullTimeShare: {
        ...CASELOAD.fullTimeShare,
        byPostTitle: { 'Social worker, half time': 0.5, 'One hour': 0.01 },
      },
    };
    expect(ceilingFor(part, { title: 'Social worker' })).toBe(20);
    expect(ceilingFor(part, { title: 'Newly qualified social worker' })).toBe(18);
    expect(ceilingFor(part, { title: 'Social worker, half time' })).toBe(10);
    expect(ceilingFor(part, { title: 'One hour' })).toBe(1);
    expect(ceilingFor(part, { title: 'Social worker', share: 0.6, newlyQualified: true })).toBe(10);
  });
});
