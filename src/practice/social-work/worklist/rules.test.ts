import { describe, expect, it } from 'vitest';
import { addDays, day, startOfDay } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import type { Item } from '../thing-to-do/index.ts';
import { askedIn, countsOf, hrefOf, sectionOf, shownOf, timeLeft } from './rules.ts';

const today = day('2026-11-23');
const now = new Date('2026-11-23T10:00:00Z');
const due = (days: number) => {
  const on = addDays(today, days);
  return { on, at: startOfDay(addDays(on, 1)) };
};
const item = (name: string, some: Partial<Item>): Item => ({
  id: name,
  personId: id('00000000-0000-4000-8000-000000000001'),
  what: 'Visit',
  href: '/',
  note: undefined,
  startedAt: now,
  due: undefined,
  edition: undefined,
  forViewer: false,
  ...some,
});

describe('A worklist', () => {
  const late = item('late', { due: due(-2) });
  const mine = item('mine', { forViewer: true });
  const lateAndMine = item('late and mine', { due: due(-1), forViewer: true });
  const soon = item('soon', { due: due(7) });
  const later = item('later', { due: due(8) });
  const all = [later, mine, soon, lateAndMine, late];

  it('is late from the day after the last, soon for seven days, and a thing that is late is late for whom it waits too', () => {
    const sections = (days: number) => sectionOf({ due: due(days), forViewer: false }, now, today);
    expect([-1, 0, 7, 8].map(sections)).toEqual(['overdue', 'soon', 'soon', 'later']);
    expect(sectionOf(lateAndMine, now, today)).toBe('overdue');
    expect(sectionOf(mine, now, today)).toBe('waiting');
  });

  it('shows what is due first, and last what no rule gives a day; what is later is in no part of it', () => {
    const ids = (show: 'all' | 'overdue' | 'soon' | 'waiting') =>
      shownOf(all, { show }, now, today).map((one) => one.id);
    expect(ids('all')).toEqual(['late', 'late and mine', 'soon', 'mine']);
    expect(ids('waiting')).toEqual(['late and mine', 'mine']);
    expect(countsOf(all, now, today)).toEqual({ all: 4, overdue: 2, soon: 1, waiting: 2 });
  });

  it('says how far off a day is as people do', () => {
    expect([-2, -1, 0, 1, 6].map((days) => timeLeft(due(days), now, today))).toEqual([
      '2 days over',
      '1 day over',
      'Today',
      'Tomorrow',
      '6 days',
    ]);
    expect(timeLeft({ on: today, at: new Date('2026-11-23T06:00:00Z') }, now, today)).toBe('4 hours over');
  });

  it('has its filters in the address, and makes the best of one that makes no sense', () => {
    expect(askedIn({ show: 'overdue', by: 'family' })).toEqual({ show: 'overdue', by: 'family' });
    expect(askedIn({ show: ['overdue', 'soon'], by: '__proto__' })).toEqual({ show: 'all', by: 'due' });
    expect(hrefOf('/desk', { show: 'all', by: 'due' })).toBe('/desk');
    expect(hrefOf('/team', { show: 'soon', by: 'worker' }, { team: 'x' })).toBe(
      '/team?team=x&show=soon&by=worker',
    );
  });
});
