import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { JERSEY } from '../../../profile/jersey.ts';
import { nextVisit } from './rules.ts';

describe('When a child is to be seen next', () => {
  const openedOn = day('2026-09-01');
  const seenOn = (on: string) => ({ on: day(on), by: 'x', place: 'home', alone: true }) as never;

  it('is counted from when somebody last saw them, and in working days', () => {
    const next = nextVisit({ kinds: ['referral'], openedOn, lastSeen: seenOn('2026-09-07') }, JERSEY);
    expect([next?.on, next?.edition.standing]).toEqual(['2026-10-05', 'English default']);
  });

  it('is counted from the day the work opened, where nobody has seen them since', () => {
    for (const lastSeen of [undefined, seenOn('2026-03-02')])
      expect(nextVisit({ kinds: ['referral'], openedOn, lastSeen }, JERSEY)?.on).toBe('2026-09-29');
  });

  it('goes by the rule of early help only where nothing else is open', () => {
    const wordsOf = (...kinds: string[]) =>
      nextVisit({ kinds, openedOn, lastSeen: undefined }, JERSEY)?.edition.inWords;
    expect(wordsOf('early help')).toContain('early help');
    expect(wordsOf('early help', 'assessment')).toContain('social care');
  });
});
