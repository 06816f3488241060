import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { datesInWords, lastOf } from './rules.ts';

const told = new Date('2027-03-02T09:00:00Z');
const recorded = new Date('2027-03-03T10:00:00Z');
const later = new Date('2027-03-03T11:30:00Z');

describe('The six dates of a contact', () => {
  const dates = {
    happenedOn: undefined,
    toldAt: told,
    recordedAt: recorded,
    decidedAt: undefined,
    authorisedAt: undefined,
    authorisationAsked: false,
    answeredAt: undefined,
  };

  it('stand apart, each under its own name, also before they have come', () => {
    expect(datesInWords(dates, day('2027-03-03'), 'Europe/Jersey')).toEqual([
      { label: 'Happened', when: 'Not known' },
      { label: 'Told to us', when: '2 March, 09:00' },
      { label: 'Recorded', when: '3 March, 10:00' },
      { label: 'Decided', when: 'Not yet' },
      { label: 'Authorised', when: 'Not asked for' },
      { label: 'Answered', when: 'Not yet' },
    ]);
  });

  it('say that a manager has still to sign where the profile asks for it', () => {
    const waiting = datesInWords(
      { ...dates, decidedAt: later, authorisationAsked: true },
      day('2027-03-03'),
      'Europe/Jersey',
    );
    expect(waiting.find(({ label }) => label === 'Authorised')?.when).toBe('Not yet');
  });
});

describe('When a contact of several children was decided', () => {
  it('is when the last was, and not while one is missing', () => {
    expect(lastOf([told, later, recorded])).toEqual(later);
    expect(lastOf([told, undefined])).toBeUndefined();
    expect(lastOf([])).toBeUndefined();
  });
});
