import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { isGap, type Visited, weeksInWords, weeksOf, weeksUntil } from './rules.ts';

const today = day('2026-11-25');
const child = id('00000000-0000-4000-8000-000000000001');
const visit = (on: string, some: Partial<Visited> = {}): Visited => ({
  personId: child,
  on: day(on),
  place: 'home',
  nobodyIn: false,
  seen: true,
  alone: false,
  ...some,
});
const inThreeWeeks = (from: Day) => addDays(from, 21);
const marks = (visits: readonly Visited[], openedOn = '2026-01-01', seenBefore = '2026-09-01') =>
  weeksOf({ openedOn: day(openedOn), seenBefore: day(seenBefore), visits }, today, inThreeWeeks);

describe('The calendar of gaps', () => {
  it('has twelve weeks from Monday on, the last of them this week', () => {
    const weeks = weeksUntil(today);
    expect([weeks.length, weeks[0], weeks[11]]).toEqual([12, '2026-09-07', '2026-11-23']);
  });

  it('draws the most that is true of a week: alone before with others, a sight before a video, a try before nothing', () => {
    const week = (...visits: readonly Visited[]) => marks(visits)[11];
    const [out, alone, video] = [
      visit('2026-11-23', { seen: false, nobodyIn: true }),
      visit('2026-11-24', { alone: true }),
      visit('2026-11-25', { place: 'video' }),
    ];
    expect(week(out, alone, video)?.mark).toBe('alone');
    expect(week(out, video)?.words).toBe('By video, with others');
    expect(week(out)?.mark).toBe('nobody in');
    expect(week(visit('2026-11-24', { seen: false, place: 'telephone' }))?.mark).toBe('not seen');
  });

  it('marks the weeks beyond the day on which the child was to be seen, and a try in vain closes none of them', () => {
    const weeks = marks([visit('2026-09-30'), visit('2026-10-28', { seen: false, nobodyIn: true })]);
    expect(weeks.filter(isGap).map(({ from }) => from)).toEqual([
      '2026-09-21',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
    expect(weeks.find(({ mark }) => mark === 'nobody in')?.words).toBe('Nobody was in, for too long');
    expect(weeksInWords(weeks)).toBe('Seen in 1 of 12 weeks, 7 weeks too long');
  });

  it('says of weeks before the work opened that it was not open, and counts from the opening', () => {
    const weeks = marks([], '2026-11-10', '2026-02-02');
    expect(weeks.map(({ mark }) => mark).slice(-4)).toEqual(['not open', 'none', 'none', 'none']);
    expect(weeksInWords(weeks)).toBe('Seen in 0 of 3 weeks, no week too long');
  });
});
