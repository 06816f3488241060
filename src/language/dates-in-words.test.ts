import { describe, expect, it } from 'vitest';
import { ageInWords, ageOn } from './age.ts';
import { ago, dayInFull, dayInWords, dayNarrow, daysAgo, left, timeInWords } from './dates-in-words.ts';
import { day } from './day.ts';

const today = day('2027-03-03');

describe('A day in words', () => {
  it('leaves out the year while it is this year', () => {
    expect(dayInWords(day('2027-03-03'), today)).toBe('3 March');
    expect(dayInWords(day('2026-03-03'), today)).toBe('Tuesday 3 March 2026');
    expect(dayInFull(today)).toBe('Wednesday 3 March 2027');
  });

  it('is short in a narrow list', () => {
    expect(dayNarrow(day('2027-03-11'), today)).toBe('Thu 11 Mar');
    expect(dayNarrow(day('2026-12-31'), today)).toBe('Thu 31 Dec 2026');
  });

  it('is said by its distance', () => {
    const said = ['2027-03-03', '2027-03-02', '2027-02-25', '2027-03-04', '2027-03-09'];
    expect(said.map((some) => daysAgo(day(some), today))).toEqual([
      'today',
      'yesterday',
      '6 days ago',
      'tomorrow',
      'in 6 days',
    ]);
  });
});

describe('A time in words', () => {
  it('is the time on the clocks of the island', () => {
    expect(timeInWords(new Date('2027-01-03T14:02:59Z'))).toBe('14:02');
    expect(timeInWords(new Date('2027-07-03T23:30:00Z'))).toBe('00:30');
  });

  it('is said on twelve hours to the public', () => {
    const times = ['2027-01-03T14:02:00Z', '2027-01-03T00:05:00Z', '2027-01-03T12:00:00Z'];
    expect(times.map((time) => timeInWords(new Date(time), 'Europe/Jersey', 'public'))).toEqual([
      '2:02pm',
      '12:05am',
      '12:00pm',
    ]);
  });
});

describe('How long', () => {
  it('ago is said in the largest whole unit', () => {
    const now = new Date('2027-03-03T12:00:00Z');
    const minutes = [0, 1, 59, 60, 1_439, 1_440, 8_640, -5];
    expect(minutes.map((count) => ago(new Date(now.getTime() - count * 60_000), now))).toEqual([
      'just now',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '23 hours ago',
      '1 day ago',
      '6 days ago',
      'just now',
    ]);
  });

  it('is left, or over, is said without a sign', () => {
    expect([100, 60, 48, 0, -48, -100, 2_879, 2_880, -4_400].map(left)).toEqual([
      '1 h 40 min left',
      '1 h left',
      '48 min left',
      'due now',
      'over by 48 min',
      'over by 1 h 40 min',
      '47 h 59 min left',
      '2 days left',
      'over by 3 days',
    ]);
  });
});

describe('An age', () => {
  it('is reached on the birthday and not the day before', () => {
    expect(ageOn(day('2009-03-03'), today)).toBe(18);
    expect(ageOn(day('2009-03-04'), today)).toBe(17);
    expect(ageOn(day('2027-03-04'), today)).toBe(-1);
  });

  it('of somebody born on 29 February is reached on 1 March of a common year', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17);
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18);
    expect(ageOn(day('2008-02-29'), day('2024-02-29'))).toBe(16);
  });

  it('is said in years, then months, weeks and days for the youngest', () => {
    const born = [
      '2015-09-01',
      '2026-03-03',
      '2026-09-04',
      '2027-02-04',
      '2027-02-03',
      '2027-03-02',
      '2027-03-03',
    ];
    expect(born.map((bornOn) => ageInWords({ bornOn: day(bornOn) }, today))).toEqual([
      '11',
      '1',
      '5 months',
      '3 weeks',
      '1 month',
      '1 day',
      '0 days',
    ]);
  });

  it('of a child not yet born is the day it is due', () => {
    expect(ageInWords({ dueOn: day('2027-05-09') }, today)).toBe('unborn, due 9 May');
    expect(ageInWords({ bornOn: day('2027-05-09') }, today)).toBe('unborn, due 9 May');
  });
});
