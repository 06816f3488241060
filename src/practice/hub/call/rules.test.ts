import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { birthSaid, speaksAs } from './rules.ts';

const today = day('2026-11-21');

describe('What a caller says of a child’s age', () => {
  it.each([
    ['12 3 2019', { bornOn: '2019-03-12' }],
    ['12 March 2019', { bornOn: '2019-03-12' }],
    ['due 9 May 2027', { dueOn: '2027-05-09' }],
    ['9 5 2027', { dueOn: '2027-05-09' }],
    ['about six', { ageSaid: 'about six' }],
    ['6', { ageSaid: '6' }],
    ['6 or 7', { ageSaid: '6 or 7' }],
    ['30/2/2019', { ageSaid: '30/2/2019' }],
    [undefined, {}],
  ])('%s is kept as a date only where it is one', (said, kept) => {
    expect(birthSaid(said, today)).toEqual(kept);
  });
});

describe('Who tells us', () => {
  it('speaks as a professional, as family, as a child or as nobody named, by the source', () => {
    expect([speaksAs('2A'), speaksAs('1A'), speaksAs('1C'), speaksAs('9'), speaksAs('no such code')]).toEqual(
      ['professional', 'family', 'child', 'anonymous', 'anonymous'],
    );
  });
});
