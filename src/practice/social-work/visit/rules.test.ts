import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { JERSEY } from '../../../profile/jersey.ts';
import { nextVisit } from './rules.ts';

describe('When a child is to be seen next', () => {
  const openedOn = day('2026-09-01');
  const seenOn = (on: string) => ({ on: day(on), by: 'x', place: 'home', alone: true }) as never;

  const since = (...kinds: string[]) => kinds.map((kind) => ({ kind, beganOn: openedOn }));
  const next = (kinds: readonly string[], seen?: string) =>
    nextVisit(
      { open: since(...kinds), openedOn, lastSeen: seen === undefined ? undefined : seenOn(seen) },
      JERSEY,
    );

  it('is counted from when somebody last saw them, and in working days', () => {
    const due = next(['assessment'], '2026-09-07');
    expect([due?.on, due?.edition.standing]).toEqual(['2026-10-05', 'English default']);
  });

  it('is counted from the day the work opened, where nobody has seen them since', () => {
    for (const seen of [undefined, '2026-03-02']) expect(next(['assessment'], seen)?.on).toBe('2026-09-29');
  });

  it('goes by the rule of early help only where nothing else is open', () => {
    expect(next(['early help'])?.edition.inWords).toContain('early help');
    expect(next(['early help', 'assessment'])?.edition.inWords).toContain('social care');
  });

  it('is every ten working days on a plan, and every six weeks in care without one', () => {
    expect(next(['assessment', 'protection plan'], '2026-09-07')?.on).toBe('2026-09-21');
    expect(next(['assessment', 'care'], '2026-09-07')?.on).toBe('2026-10-19');
    expect(next(['assessment', 'care', 'protection plan'], '2026-09-07')?.on).toBe('2026-09-21');
  });

  it('is counted anew from the day a plan begins, however long the work had been open', () => {
    const open = [...since('assessment'), { kind: 'protection plan', beganOn: day('2026-11-02') }];
    expect(nextVisit({ open, openedOn, lastSeen: undefined }, JERSEY)?.on).toBe('2026-11-16');
  });
});
