import { describe, expect, it } from 'vitest';
import { workingDays } from '../language/duration.ts';
import { checkProfile } from './check-profile.ts';
import { JERSEY } from './jersey.ts';
import { type ProfileValues, profileFrom } from './profile.ts';
import { PROFILE_NAMES, profileNamed } from './profiles.ts';

const faultsWith = (change: Partial<ProfileValues>) => checkProfile(profileFrom({ ...JERSEY, ...change }));
const [decided] = JERSEY.timescales['contact decided'];
const clockFaults = (...editions: readonly (typeof decided)[]) =>
  faultsWith({ timescales: { ...JERSEY.timescales, 'contact decided': [decided, ...editions] } });

describe('A profile', () => {
  it('of Jersey has no fault', () => {
    expect(checkProfile(JERSEY)).toEqual([]);
  });

  it('is found by its name', () => {
    expect(PROFILE_NAMES).toEqual(['jersey']);
    expect(profileNamed('jersey')).toBe(JERSEY);
    expect(profileNamed('atlantis')).toBeUndefined();
  });

  it('gives somebody with two roles what either may do and read', () => {
    const both = JERSEY.permissionsOf(['social worker', 'insight lead']);
    expect(both).toContain('person: read');
    expect(both).toContain('measure: export');
    expect(JERSEY.permissionsOf([])).toEqual([]);
    expect(JERSEY.fieldClassesOf(['business support'])).toEqual(['ordinary']);
    expect(JERSEY.fieldClassesOf(['business support', 'hub manager'])).toContain('guarded address');
  });

  it('of another place changes a value and keeps the names', () => {
    const stricter = {
      ...decided,
      within: workingDays(2),
      since: '2026-01-01',
      standing: 'local policy',
    } as const;
    expect(clockFaults(stricter)).toEqual([]);
  });
});

describe('A profile is refused', () => {
  it('when a clock does not say where it comes from', () => {
    expect(clockFaults({ ...decided, since: '2026-01-01', source: ' ' })).toEqual([
      { field: 'timescales.contact decided', message: 'It must say where it comes from' },
    ]);
  });

  it('when a clock begins on a day that does not exist', () => {
    expect(clockFaults({ ...decided, since: '2026-02-30' })[0]?.message).toBe('“2026-02-30” is not a day');
  });

  it('when a clock runs for no time or for half a day', () => {
    expect(clockFaults({ ...decided, since: '2026-01-01', within: workingDays(0) })).toHaveLength(1);
    expect(clockFaults({ ...decided, since: '2026-01-01', within: workingDays(0.5) })).toHaveLength(1);
  });

  it('when the editions of a clock are out of order', () => {
    expect(clockFaults({ ...decided, since: '2019-01-01' })).toHaveLength(1);
    expect(clockFaults({ ...decided })).toHaveLength(1);
  });

  it('when nobody may do a thing', () => {
    expect(faultsWith({ permissions: { ...JERSEY.permissions, 'contact: decide': [] } })).toEqual([
      { field: 'permissions.contact: decide', message: 'Nobody may do this' },
    ]);
  });

  it('when a role that meets no records reads a class of facts', () => {
    const health = { ...JERSEY.fieldClasses.health, readBy: ['adviser'] } as const;
    expect(faultsWith({ fieldClasses: { ...JERSEY.fieldClasses, health } })).toHaveLength(1);
  });

  it('when a code stands twice in a set, or two sets have one name', () => {
    const [first] = JERSEY.codeSets;
    const twice = { id: 'x', title: 'x', source: 'x', since: '2026-01-01', standing: 'law' } as const;
    const codes = [
      { code: 'a', label: 'A' },
      { code: 'a', label: '' },
    ];
    expect(faultsWith({ codeSets: [{ ...twice, codes }] })).toHaveLength(2);
    expect(first && faultsWith({ codeSets: [first, first] })).toHaveLength(1);
  });

  it('when a level of need is missing', () => {
    expect(faultsWith({ levelsOfNeed: JERSEY.levelsOfNeed.slice(0, 3) })).toHaveLength(1);
  });

  it('when an agency’s people would be given a role of the staff', () => {
    const police = { ...JERSEY.agencyRules.police, role: 'hub manager' } as const;
    expect(faultsWith({ agencyRules: { ...JERSEY.agencyRules, police } })).toHaveLength(1);
  });

  it('when a telephone number cannot be dialled or was never looked at', () => {
    const hub = { ...JERSEY.telephones.hub, dial: 'ask at the desk', reviewedOn: '2026-13-01' } as const;
    expect(faultsWith({ telephones: { ...JERSEY.telephones, hub } })).toHaveLength(2);
  });

  it('when its office never opens', () => {
    expect(faultsWith({ calendarRules: { ...JERSEY.calendarRules, officeHours: [] } })).toHaveLength(1);
  });
});
