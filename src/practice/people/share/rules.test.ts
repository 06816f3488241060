import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { SHARING } from '../../../profile/sharing.ts';
import { mayShare, standingOf, untilOf } from './rules.ts';

const [AGENCY, OTHER, JO, CONSENT] = [1, 2, 3, 4].map((n) => id(`00000000-0000-4000-8000-00000000000${n}`));
const TODAY = day('2026-11-22');

describe('What may be shared', () => {
  if (AGENCY === undefined || OTHER === undefined || JO === undefined || CONSENT === undefined) return;
  const facts = {
    today: TODAY,
    hasTheRight: true,
    fieldClasses: new Set(['ordinary', 'health'] as const),
    agencies: new Set([AGENCY]),
    agencyOf: new Map([[JO, OTHER]]),
    consents: new Map([[CONSENT, AGENCY]]),
  };
  const asked = {
    agencyId: AGENCY,
    parts: ['workers'],
    basis: 'consent',
    consentId: CONSENT,
    untilOn: day('2026-12-22'),
  };
  const fieldOf = (more: object, other: object = {}) => {
    const may = mayShare({ ...asked, ...more }, { ...facts, ...other });
    return may.ok ? 'may' : may.problems.map(({ field }) => field).join(' ');
  };

  it('is shared by whoever works with the child or manages, on consent to that agency, for a time', () => {
    expect(fieldOf({})).toBe('may');
    expect(fieldOf({}, { hasTheRight: false })).toBe('');
    expect(fieldOf({ consentId: undefined })).toBe('consentId');
    expect(fieldOf({}, { consents: new Map([[CONSENT, OTHER]]) })).toBe('consentId');
    expect(fieldOf({ agencyId: OTHER })).toBe('agencyId');
    expect(fieldOf({ staffId: JO })).toBe('staffId');
  });

  it('asks why without consent, and why a part of a class of its own; nobody shares what they do not read', () => {
    expect(fieldOf({ basis: 'public function', consentId: undefined })).toBe('basisWords');
    expect(fieldOf({ basis: 'public function', basisWords: 'A manager decided.' })).toBe('may');
    expect(fieldOf({ parts: ['health'] })).toBe('partsWords');
    expect(fieldOf({ parts: ['health'], partsWords: 'They treat her.' })).toBe('may');
    expect(fieldOf({ parts: ['police'], partsWords: 'They asked.' })).toBe('parts');
  });

  it('ends: on a day that is not past, and within the longest time of the profile', () => {
    expect(fieldOf({ untilOn: day('2026-11-21') })).toBe('untilOn');
    expect(fieldOf({ untilOn: TODAY })).toBe('may');
    const longest = new Date(`${TODAY}T12:00:00Z`).getTime() + SHARING.longestDays * 86_400_000;
    const last = new Date(longest).toISOString().slice(0, 10);
    expect(fieldOf({ untilOn: day(last) })).toBe('may');
    expect(fieldOf({ untilOn: day('2027-11-22') })).toBe('untilOn');
  });

  it('is over at the midnight after its last day, by the clock of the place', () => {
    const untilAt = untilOf(day('2026-07-01'), 'Europe/Jersey');
    expect(untilAt.toISOString()).toBe('2026-07-01T23:00:00.000Z');
    expect(standingOf({ untilAt, endedAt: undefined }, new Date('2026-07-01T22:59:59Z'))).toBe('stands');
    expect(standingOf({ untilAt, endedAt: undefined }, new Date('2026-07-01T23:00:00Z'))).toBe('ran out');
    expect(standingOf({ untilAt, endedAt: untilAt }, new Date('2026-06-01T00:00:00Z'))).toBe('ended');
  });
});
