import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { agreeing, CONFLICTS, factInWords } from './rules.ts';

const RECORD = {
  names: [{ givenName: 'Saffron', familyName: 'Periwinkle' }],
  bornOn: day('2015-06-08'),
  telephones: ['519000'],
  homes: ['3 Gull Lane'],
};

describe('What two records of one person are compared by', () => {
  it('is what both say, whatever the capitals and accents', () => {
    const other = {
      ...RECORD,
      names: [{ givenName: 'Saffy', familyName: 'PÉRIWINKLE' }],
      telephones: ['519001'],
    };
    expect([...agreeing(RECORD, other).keys()]).toEqual(['date of birth', 'family name', 'address']);
  });

  it('is nothing that only one of them says', () => {
    const bare = { names: [], bornOn: undefined, telephones: [''], homes: [] };
    expect([...agreeing(RECORD, bare)]).toEqual([]);
    expect([...agreeing(bare, bare)]).toEqual([]);
  });

  it('has plain words for what stands in the way, and for each kind of fact', () => {
    expect(Object.values(CONFLICTS).every((words) => words.endsWith('.'))).toBe(true);
    expect(factInWords('visit_child')).toBe('Visit');
  });
});
