import { describe, expect, it } from 'vitest';
import { oldestOf, waitingInWords } from './rules.ts';

describe('What waits for somebody', () => {
  it('is said also when it is nothing, and in the singular when it is one', () => {
    expect([0, 1, 7].map((count) => waitingInWords({ count, noun: 'referral' }))).toEqual([
      'No referral waits',
      '1 referral waits',
      '7 referrals wait',
    ]);
  });

  it('is as old as the oldest of it', () => {
    expect(oldestOf([new Date('2026-11-20'), new Date('2026-11-18'), new Date('2026-11-21')])).toEqual(
      new Date('2026-11-18'),
    );
    expect(oldestOf([])).toBeUndefined();
  });
});
