import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { type Id, id } from '../../../language/id.ts';
import { CASE_SAMPLES } from '../../../profile/case-samples.ts';
import { mayChoose, standingOf } from './rules.ts';

const numbered = (n: number): Id => id(`00000000-0000-4000-8000-00000000000${n}`);
const [ADA, HUGO, CLEO] = [numbered(1), numbered(2), numbered(3)];

describe('A sample of cases', () => {
  const facts = {
    by: HUGO,
    today: day('2026-11-22'),
    advisers: new Set([ADA]),
    confirming: new Set([HUGO, CLEO]),
  };
  const asked = {
    adviserId: ADA,
    secondId: CLEO,
    population: 'open',
    size: 5,
    untilOn: day('2026-12-22'),
  };
  const fieldOf = (more: object) => {
    const may = mayChoose({ ...asked, ...more }, facts);
    return may.ok ? 'may' : may.problems.map(({ field }) => field).join(' ');
  };

  it('is for an adviser, takes two people, says how many or which, and ends', () => {
    expect(fieldOf({})).toBe('may');
    expect(fieldOf({ adviserId: CLEO })).toBe('adviserId');
    expect(fieldOf({ secondId: HUGO })).toBe('secondId');
    expect(fieldOf({ secondId: ADA })).toBe('secondId');
    expect(fieldOf({ size: undefined })).toBe('size');
    expect(fieldOf({ population: 'named' })).toBe('numbers');
    expect(fieldOf({ population: 'named', size: undefined, numbers: 'A1234' })).toBe('may');
    expect(fieldOf({ untilOn: day('2026-11-21') })).toBe('untilOn');
    expect(CASE_SAMPLES.longestDays).toBeLessThan(190);
    expect(fieldOf({ untilOn: day('2027-06-01') })).toBe('untilOn');
  });

  it('is read only once it is confirmed, and no longer than its day', () => {
    const untilAt = new Date('2026-12-01T00:00:00Z');
    const at = (more: object, now = '2026-11-22T10:00:00Z') =>
      standingOf({ agreed: undefined, endedAt: undefined, untilAt, ...more }, new Date(now));
    expect(at({})).toBe('waits for the second person');
    expect(at({ agreed: true })).toBe('is read');
    expect(at({ agreed: false })).toBe('not agreed');
    expect(at({ agreed: true, endedAt: new Date('2026-11-21T00:00:00Z') })).toBe('ended');
    expect(at({ agreed: true }, '2026-12-01T00:00:00Z')).toBe('over');
  });
});
