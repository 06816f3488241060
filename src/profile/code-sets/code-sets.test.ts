import { describe, expect, it } from 'vitest';
import { codeSet, codesOn, isCode, labelOf, rowOf } from './code-set.ts';
import { CODE_SETS } from './code-sets.ts';
import { CONTACT_OUTCOMES } from './contact-outcomes.ts';
import { CONTACT_SOURCES } from './contact-sources.ts';
import { FAMILY_PERMISSION } from './family-permission.ts';
import { PARISHES } from './parishes.ts';
import { RELATIONSHIPS } from './relationships.ts';

describe('A code set', () => {
  const changing = codeSet({
    id: 'changing',
    title: 'Changing',
    source: 'A test',
    since: '2020-01-01',
    standing: 'demonstration',
    codes: [
      { code: 'old', label: 'Old', until: '2024-12-31' },
      { code: 'always', label: 'Always' },
      { code: 'new', label: 'New', since: '2025-01-01' },
    ],
  });
  const offeredOn = (on: string) => codesOn(changing, on).map(({ code }) => code);

  it('offers on a day what may be chosen then', () => {
    expect(offeredOn('2024-12-31')).toEqual(['old', 'always']);
    expect(offeredOn('2025-01-01')).toEqual(['always', 'new']);
  });

  it('keeps the words of a code that is no longer offered', () => {
    expect(labelOf(changing, 'old')).toBe('Old');
  });

  it('shows an unknown code as it stands and does not take it for its own', () => {
    expect(labelOf(changing, 'X9')).toBe('X9');
    expect(isCode(changing, 'X9')).toBe(false);
    expect(rowOf(changing, 'X9')).toBeUndefined();
  });

  it('has words that are calm and whole, in every set', () => {
    for (const { codes } of CODE_SETS) {
      for (const { label } of codes) expect(label).toMatch(/^[\p{L}\d][^!—–]*[^\s.!]$/u);
    }
  });
});

describe('Who told us', () => {
  it('has the 22 English sources, and every Jersey body counts as one of them', () => {
    const english = CONTACT_SOURCES.codes.filter(({ code, countsAs }) => code === countsAs);
    expect(english).toHaveLength(22);
    for (const { countsAs } of CONTACT_SOURCES.codes)
      expect(english.map(({ code }) => code)).toContain(countsAs);
  });
});

describe('What should happen', () => {
  it('opens early help or a referral, and a strategy discussion is no outcome of the hub', () => {
    expect(rowOf(CONTACT_OUTCOMES, 'early help offered')?.opens).toBe('early help');
    expect(rowOf(CONTACT_OUTCOMES, 'referral to social care')?.opens).toBe('referral');
    expect(CONTACT_OUTCOMES.codes.filter(({ label }) => /strategy/i.test(label))).toEqual([]);
  });
});

describe('Permission of the family', () => {
  it('spares a manager’s reason only when it was given', () => {
    expect(FAMILY_PERMISSION.codes.filter(({ asksManager }) => !asksManager).map(({ code }) => code)).toEqual(
      ['given'],
    );
  });
});

describe('Relationships', () => {
  it('read both ways: the inverse exists and stands as many generations the other way', () => {
    for (const { code, inverse, generation } of RELATIONSHIPS.codes) {
      const back = rowOf(RELATIONSHIPS, inverse);
      expect([code, back && back.generation + generation]).toEqual([code, 0]);
    }
  });

  it('come back to themselves, or to the general word for the same', () => {
    const thereAndBack = (code: string) =>
      rowOf(RELATIONSHIPS, rowOf(RELATIONSHIPS, code)?.inverse ?? '')?.inverse;
    for (const { code } of RELATIONSHIPS.codes) {
      expect(thereAndBack(code)).toBe(code === 'mother' || code === 'father' ? 'parent' : code);
    }
  });

  it('never ask whether a child holds parental responsibility', () => {
    const younger = RELATIONSHIPS.codes.filter(({ generation }) => generation < 0);
    expect(younger.filter(({ asksParentalResponsibility }) => asksParentalResponsibility)).toEqual([]);
  });
});

describe('Parishes', () => {
  it('are twelve, with two answers beside them', () => {
    expect(PARISHES.codes).toHaveLength(14);
  });
});
