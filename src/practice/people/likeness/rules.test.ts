import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { compare, type Known, readAsked, sameTelephone } from './rules.ts';
import { compareWords, comparing, editsBetween } from './words.ts';

const TODAY = day('2026-11-21');
const nothingSounds = new Map<string, ReadonlySet<string>>();
const saffron: Known = {
  id: id('00000000-0000-4000-8000-000000000001'),
  number: 'C4K7M2XQD',
  bornOn: day('2015-06-08'),
  dueOn: undefined,
  names: [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle', untilOn: undefined }],
  telephones: ['447797700123'],
};
const compared = (typed: string, known = saffron) =>
  compare(known, readAsked(typed, TODAY), comparing(nothingSounds));

describe('Reading what was typed into the find box', () => {
  it('takes a date out of the names beside it, in any order', () => {
    const asked = { days: ['2015-06-08', '2015-08-06'], telephones: [], names: [['saffron', 'barnacle']] };
    for (const typed of [
      'Saffron Barnacle 8/6/2015',
      '8 June 2015 Saffron Barnacle',
      'Saffron 8.6.15 Barnacle',
      'Saffron Barnacle 08062015',
    ])
      expect(readAsked(typed, TODAY), typed).toEqual(asked);
  });

  it('takes a day without a year for no date of birth', () => {
    expect(readAsked('April 3', TODAY).days).toEqual([]);
    expect(readAsked('today', TODAY)).toEqual({ days: [], telephones: [], names: [['today']] });
  });

  it('takes digits for a telephone number, and what may be a date for both', () => {
    expect(readAsked('+44 (0) 7797 700-123', TODAY).telephones).toEqual(['4407797700123']);
    expect(readAsked('8 6 2015', TODAY)).toEqual({ days: ['2015-06-08'], telephones: [], names: [] });
    expect(readAsked('08062015', TODAY)).toMatchObject({ days: ['2015-06-08'], telephones: ['08062015'] });
  });

  it('takes an address, a family and a number with a slip for what they are', () => {
    expect(readAsked('3 Gull La, JE2 3AB', TODAY).place).toEqual(['3', 'gull', 'la', 'je23ab']);
    expect(readAsked('Saffron Barnacle', TODAY).place).toBeUndefined();
    expect(readAsked('the Barnacle family', TODAY)).toMatchObject({ household: true, names: [['barnacle']] });
    expect(readAsked('C4K7M2XDQ', TODAY)).toMatchObject({ names: [] });
    expect(readAsked('07797 700123', TODAY).telephonesNear).toContain('07797701023');
  });

  it('looks for nothing where nothing was typed', () => {
    for (const typed of ['', '   ', '...', '-']) expect(readAsked(typed, TODAY).names, typed).toEqual([]);
  });
});

describe('Comparing words', () => {
  it('counts two exchanged neighbours as one slip', () => {
    expect(editsBetween('barnacle', 'barnalce')).toBe(1);
    expect(editsBetween('', 'ab')).toBe(2);
    expect(editsBetween('saffron', 'safron')).toBe(1);
  });

  it('takes an initial for less than a beginning, and a beginning for less than the word', () => {
    const scores = ['s', 'saff', 'saffron'].map(
      (asked) => compareWords(asked, 'saffron', nothingSounds)?.score ?? 0,
    );
    expect(scores).toEqual([...scores].sort());
    expect(new Set(scores).size).toBe(3);
  });

  it('takes a sound for a match only where half of the letters are there', () => {
    const sounds = new Map([['kathryn', new Set(['catherine', 'cithern', 'quadrangle'])]]);
    expect(compareWords('kathryn', 'catherine', sounds)?.how).toBe('sounds like');
    expect(compareWords('kathryn', 'quadrangle', sounds)).toBeUndefined();
  });
});

describe('Comparing somebody with what was asked', () => {
  it('puts a whole name before part of one with the family’s telephone', () => {
    const mother = {
      ...saffron,
      telephones: [],
      names: [{ kind: 'used', givenName: 'Marina', familyName: 'Barnacle', untilOn: undefined }],
    } as const;
    const asked = { days: [], telephones: ['07797700123'], names: [['marina', 'barnacle']] };
    const scores = [mother, saffron].map((one) => compare(one, asked, comparing(nothingSounds))?.score ?? 0);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  });

  it('says that only one of the names is the same', () => {
    expect(compared('Otto Barnacle')?.reasons).toEqual([{ kind: 'one of the names' }]);
  });

  it('is silent about somebody who has nothing to do with it', () => {
    expect(compared('Otto Whelk')).toBeUndefined();
    expect(compared('9/6/2015')).toBeUndefined();
  });

  it('names the former name by which somebody was found', () => {
    const former = { kind: 'former', givenName: 'Saffron', familyName: 'Whelk', untilOn: undefined } as const;
    expect(compared('Saffron Whelk', { ...saffron, names: [...saffron.names, former] })?.reasons).toEqual([
      { kind: 'former name', words: 'Saffron Whelk' },
    ]);
  });
});

describe('Two telephone numbers', () => {
  it.each([
    ['07797700123', '447797700123', true],
    ['00447797700123', '07797700123', true],
    ['519000', '01534519000', true],
    ['519000', '01534519001', false],
    ['00123', '7797700123', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameTelephone(one, other)).toBe(same);
  });
});
