import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { comparing } from '../likeness/index.ts';
import { compareRecords, type Facts, isProposed } from './rules.ts';

const COMMON = new Map([
  ['ana', 0.02],
  ['saffron', 0.005],
  ['silva', 0.03],
]);
const AROUND = {
  commonness: { persons: 10_000, shareOf: (word: string) => COMMON.get(word) ?? 0.0002 },
  compareWords: comparing(new Map()),
};

function facts(givenName: string, familyName: string, more: Partial<Facts> = {}): Facts {
  return {
    id: id('00000000-0000-4000-8000-000000000001'),
    names: [{ givenName, familyName, isFormer: false }],
    bornOn: day('2015-06-08'),
    sex: 'F',
    telephones: [],
    homes: [],
    ...more,
  };
}

const one = facts('Saffron', 'Barnacle', { telephones: ['01534519000'], homes: ['3 Gull Lane'] });
const compared = (other: Facts, first = one) => compareRecords(first, other, AROUND);

describe('Whether two records are of one person', () => {
  it.each<readonly [string, Facts]>([
    ['the same name and birthday', facts('Saffron', 'Barnacle')],
    ['a slip in the name', facts('Safron', 'Barnacle')],
    ['day and month exchanged', facts('Saffron', 'Barnacle', { bornOn: day('2015-08-06') })],
    ['no date of birth and the same telephone', facts('Saffron', 'Barnacle', { bornOn: undefined, telephones: ['519000'] })],
    ['a former family name', { ...facts('Saffron', 'Whelk'), names: [{ givenName: 'Saffron', familyName: 'Whelk', isFormer: false }, { givenName: 'Saffron', familyName: 'Barnacle', isFormer: true }] }],
  ])('is proposed for %s', (_, other) => {
    expect(isProposed(compared(other))).toBe(true);
  }); // biome-ignore format: a table reads as a table

  it.each<readonly [string, Facts]>([
    ['a sister in the same house', facts('Coral', 'Barnacle', { bornOn: day('2017-01-02'), telephones: one.telephones, homes: one.homes })],
    ['a twin in the same house', facts('Coral', 'Barnacle', { telephones: one.telephones, homes: one.homes })],
    ['a mother of the same name', facts('Saffron', 'Barnacle', { bornOn: day('1985-06-09'), homes: one.homes })],
    ['somebody else born that day', facts('Ida', 'Limpet')],
  ])('is not proposed for %s', (_, other) => {
    expect(isProposed(compared(other))).toBe(false);
  }); // biome-ignore format: a table reads as a table

  it('needs more than a common name: a rare one without a birthday speaks for it, a common one does not', () => {
    const unborn = { bornOn: undefined, telephones: [] };
    expect(isProposed(compared(facts('Saffron', 'Barnacle', unborn)))).toBe(true);
    const ana = facts('Ana', 'Silva');
    expect(isProposed(compared(facts('Ana', 'Silva', unborn), ana))).toBe(false);
  });

  it('says of each fact whether it speaks for one person or against', () => {
    const { speaks } = compared(facts('Saffron', 'Barnacle', { bornOn: day('2003-01-01'), sex: 'M' }));
    expect(speaks.map(({ field, weight }) => [field, Math.sign(weight)])).toEqual([
      ['given name', 1],
      ['family name', 1],
      ['born', -1],
      ['sex', -1],
    ]);
  });
});
