import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { ageOf, type BirthFacts, namedWithAge, nameShown, namesInOrder } from './rules.ts';

const TODAY = day('2026-11-21');
const used = { kind: 'used', givenName: 'Juniper', familyName: 'Limpet', untilOn: undefined } as const;
const birth: BirthFacts = { bornOn: day('2015-06-08'), dueOn: undefined, bornOnCertainty: 'known' };

describe('What somebody is called', () => {
  it('is the chosen name before all others', () => {
    expect(nameShown([used, { ...used, kind: 'chosen', givenName: 'Juno' }], birth)).toBe('Juno Limpet');
  });

  it('is a former name only where there is no other', () => {
    const former = { ...used, kind: 'former', familyName: 'Whelk' } as const;
    expect(nameShown([former, used], birth)).toBe('Juniper Limpet');
    expect(nameShown([former], birth)).toBe('Juniper Whelk');
  });

  it('is no longer a name that has ended', () => {
    const ended = { ...used, kind: 'chosen', givenName: 'Jay', untilOn: day('2025-01-01') } as const;
    expect(namesInOrder([ended, used])[0]).toBe(used);
  });

  it('is “Unborn child” before birth and without a name, with the day', () => {
    const unborn = { bornOn: undefined, dueOn: day('2027-05-09'), bornOnCertainty: 'known' } as const;
    expect(namedWithAge({ ...unborn, name: nameShown([], unborn) }, TODAY)).toBe(
      'Unborn child, due Sunday 9 May 2027',
    );
  });

  it('is never a number', () => {
    expect(nameShown([], { bornOn: undefined, dueOn: undefined })).toBe('Name not known');
  });
});

describe('How old somebody is', () => {
  it('says so where the day is only about right', () => {
    expect(ageOf({ ...birth, bornOnCertainty: 'about' }, TODAY)).toBe('about 11');
  });

  it('says nothing where nothing is known', () => {
    expect(ageOf({ bornOn: undefined, dueOn: undefined, bornOnCertainty: 'not known' }, TODAY)).toBe('');
  });
});
