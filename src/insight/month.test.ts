import { describe, expect, it } from 'vitest';
import { day } from '../language/day.ts';
import { firstDayOf, isMonth, lastDayOf, monthOf, monthsUpTo, monthWords } from './month.ts';

describe('A month', () => {
  const february = monthOf(day('2028-02-29'));

  it('is read only if there is one', () => {
    expect(['2027-02', '2027-13', '2027-2', '0027-02', '2027-02-01'].filter(isMonth)).toEqual(['2027-02']);
  });

  it('runs from its first to its last day, leap day included', () => {
    expect([firstDayOf(february), lastDayOf(february)]).toEqual(['2028-02-01', '2028-02-29']);
  });

  it('follows the ones before it across the year', () => {
    expect(monthsUpTo(february, 4)).toEqual(['2027-11', '2027-12', '2028-01', '2028-02']);
  });

  it('is said in words', () => {
    expect(monthWords(february)).toBe('February 2028');
  });
});
