import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../language/day.ts';
import { CASE_RATINGS } from '../../../profile/code-sets/case-ratings.ts';
import { JERSEY } from '../../../profile/jersey.ts';
import { profileFrom } from '../../../profile/profile.ts';
import { colourOf, lookAgain, lookAgainByClock } from '../../people/childhood/index.ts';
import { LONGEST_UNTIL_LOOK, problemsWithin } from './rules.ts';

const PROFILE = profileFrom(JERSEY);
const TODAY = day('2026-11-23');
const said = (more: Partial<Parameters<typeof problemsWithin>[0]> = {}) => ({
  harm: 'green' as const,
  breakdown: 'green' as const,
  why: 'Why',
  toDo: 'What',
  lookAgainOn: undefined,
  proposesClosing: false,
  follows: undefined,
  ...more,
});
const fields = (more: Parameters<typeof said>[0]) =>
  problemsWithin(said(more), TODAY).map(({ field }) => field);
const colour = fc.constantFrom(...CASE_RATINGS.codes.map(({ code }) => code));

describe('A rating of a case', () => {
  it('proposes closing only where both risks are green', () => {
    fc.assert(
      fc.property(colour, colour, (harm, breakdown) => {
        const isLow = harm === 'green' && breakdown === 'green';
        expect(fields({ harm, breakdown, proposesClosing: true })).toEqual(isLow ? [] : ['proposesClosing']);
      }),
    );
  });

  it('is looked at again today at the earliest, and within half a year', () => {
    expect(fields({ lookAgainOn: addDays(TODAY, -1) })).toEqual(['lookAgainOn']);
    expect(fields({ lookAgainOn: TODAY })).toEqual([]);
    expect(fields({ lookAgainOn: addDays(TODAY, LONGEST_UNTIL_LOOK) })).toEqual([]);
    expect(fields({ lookAgainOn: addDays(TODAY, LONGEST_UNTIL_LOOK + 1) })).toEqual(['lookAgainOn']);
  });

  it('counts as the higher of its two risks, whichever that is', () => {
    const rank = { green: 1, amber: 2, red: 3 };
    fc.assert(
      fc.property(colour, colour, (harm, breakdown) => {
        expect(rank[colourOf({ harm, breakdown })]).toBe(Math.max(rank[harm], rank[breakdown]));
        expect(colourOf({ harm, breakdown })).toBe(colourOf({ harm: breakdown, breakdown: harm }));
      }),
    );
  });
});

describe('When a case is looked at again', () => {
  const rated = (more: object) => ({
    ...said(),
    ratedAt: new Date('2026-11-23T23:30:00Z'),
    ...more,
  });

  it('follows from the colour: red before amber before green', () => {
    const days = CASE_RATINGS.codes.map(({ code }) => lookAgainByClock(code, TODAY, PROFILE)?.on);
    expect(days).toEqual(['2027-01-18', '2026-12-21', '2026-12-07']);
    expect(lookAgain(rated({ breakdown: 'red' }), PROFILE)?.on).toBe('2026-12-07');
    expect(lookAgain(rated({}), PROFILE)?.edition?.standing).toBe('English default');
  });

  it('is the day that the manager chose, on nobody’s word but theirs', () => {
    const chosen = lookAgain(rated({ breakdown: 'red', lookAgainOn: day('2026-11-25') }), PROFILE);
    expect(chosen).toEqual({ on: '2026-11-25', edition: undefined });
  });

  it('moves with the row of the profile', () => {
    const [red] = PROFILE.timescales['red case looked at again'];
    const within = { amount: 7, unit: 'days' } as const;
    const timescales = { ...PROFILE.timescales, 'red case looked at again': [{ ...red, within }] } as const;
    expect(lookAgainByClock('red', TODAY, { ...PROFILE, timescales })?.on).toBe('2026-11-30');
  });
});
