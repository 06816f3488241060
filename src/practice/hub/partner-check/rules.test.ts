import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { type Askable, ask, askedAbout } from './rules.ts';

const police: Askable = {
  id: id('00000000-0000-4000-8000-000000000001'),
  kind: 'police',
  title: 'Police',
  fields: [{ code: 'call-outs', label: 'Call-outs' }],
  sitsInMash: true,
};
const checks = [{ agencyId: police.id, fields: ['call-outs'] }];

describe('What is asked of an agency', () => {
  it('leaves out agencies of which nothing is asked', () => {
    const other = { agencyId: id('00000000-0000-4000-8000-000000000002'), fields: [] };
    const outcome = ask([...checks, other], [police]);
    expect(outcome.ok && outcome.value).toEqual(checks);
  });

  it('is something, of at least one agency', () => {
    const outcome = ask([{ agencyId: police.id, fields: [] }], [police]);
    expect(!outcome.ok && outcome.problems[0]?.message).toBe('Tick what to ask, of at least one agency');
  });

  it('is only what the profile lists for its kind, and of an agency that is there', () => {
    expect(ask([{ agencyId: police.id, fields: ['appointments'] }], [police]).ok).toBe(false);
    expect(ask(checks, []).ok).toBe(false);
    expect(ask([...checks, ...checks], [police]).ok).toBe(false);
  });
});

describe('Whom a partner is told about', () => {
  it('is named with the birth date as known then, and not with a word of what was said', () => {
    const children = [
      { name: 'Saffron Barnacle', bornOn: day('2015-06-08') },
      { name: 'Unborn child', dueOn: day('2027-05-09') },
      { name: 'A child not named' },
    ];
    expect(askedAbout(children, [{ name: 'Marina Barnacle' }], day('2027-03-03'))).toBe(
      [
        'Saffron Barnacle, born Monday 8 June 2015',
        'Unborn child, unborn, due 9 May',
        'A child not named, date of birth not known',
        'Marina Barnacle, adult, date of birth not known',
      ].join('\n'),
    );
  });
});
