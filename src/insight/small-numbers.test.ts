import { describe, expect, it } from 'vitest';
import { publicCount, publicShare } from './small-numbers.ts';

describe('Small numbers in public', () => {
  it('are "fewer than 5" from one to four; none and five are shown', () => {
    expect([0, 1, 4, 5, 1240].map(publicCount)).toEqual(['0', 'fewer than 5', 'fewer than 5', '5', '1,240']);
  });

  it('make no share of fewer than ten', () => {
    expect(publicShare(5, 9)).toBe('too few to show');
  });

  it('are said as n of N from ten to nineteen and as a percentage from twenty', () => {
    expect(publicShare(7, 12)).toBe('7 of 12');
    expect(publicShare(41, 49)).toBe('83.7%');
  });

  it('hide none and all of a group like a small count', () => {
    expect(publicShare(0, 30)).toBe('fewer than 5 of 30');
    expect(publicShare(30, 30)).toBe('all but fewer than 5 of 30');
    expect(publicShare(27, 30)).toBe('all but fewer than 5 of 30');
  });
});
