import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../language/day.ts';
import { carersAmong, DAYS_DRAWN, firstOf, placeOf, type Relative, soonestFirst } from './rules.ts';

const TODAY = day('2026-11-22');
const relative = (kind: string, sameHousehold = false) =>
  ({ kind, sameHousehold, person: { name: kind }, hasParentalResponsibility: false }) as unknown as Relative;

describe('A child at a glance', () => {
  it('is looked after by parents and carers, and by whoever older lives there; those of the household first', () => {
    const family = [
      relative('father'),
      relative('brother or sister', true),
      relative('grandparent', true),
      relative('grandparent'),
      relative('mother', true),
      relative('friend', true),
    ];
    expect(carersAmong(family).map(({ kind }) => kind)).toEqual(['grandparent', 'mother', 'father']);
  });

  it('says first what is overdue, and then what comes soonest', () => {
    const coming = ['2026-12-01', '2026-11-01', '2026-11-22'].map((on) => ({ on: day(on), what: on }));
    expect(soonestFirst([...coming, undefined]).map(({ what }) => what)).toEqual([
      '2026-11-01',
      '2026-11-22',
      '2026-12-01',
    ]);
  });

  it('draws twelve weeks from their first day to today', () => {
    expect(placeOf(TODAY, TODAY)).toBe(1);
    expect(placeOf(addDays(TODAY, -DAYS_DRAWN), TODAY)).toBe(0);
    expect(placeOf(addDays(TODAY, -DAYS_DRAWN / 2), TODAY)).toBe(0.5);
  });

  it('shows what a child said word for word, and says where it was cut', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (said) => {
        const { words, isWhole } = firstOf(said);
        expect(isWhole).toBe(words === said);
        expect(isWhole || (words.endsWith(' …') && said.startsWith(words.slice(0, -2)))).toBe(true);
      }),
    );
  });
});
