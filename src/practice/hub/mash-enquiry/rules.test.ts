import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { type Askable, ask, askedAbout, type NewEnquiry, open } from './rules.ts';

const police: Askable = {
  id: id('00000000-0000-4000-8000-000000000001'),
  kind: 'police',
  title: 'Police',
  fields: [{ code: 'call-outs', label: 'Call-outs' }],
  sitsInMash: true,
};
const concern = { about: 'safeguarding concern' };
const enquiry: NewEnquiry = {
  purpose: 'Earlier call-outs',
  permission: 'given',
  checks: [{ agencyId: police.id, fields: ['call-outs'] }],
};
const worker = { decidesWithoutPermission: false };
const manager = { decidesWithoutPermission: true };
const messages = (outcome: ReturnType<typeof open>) =>
  outcome.ok ? [] : outcome.problems.map((problem) => `${problem.field}: ${problem.message}`);

describe('Opening a MASH enquiry', () => {
  it('asks partners when the family gave permission', () => {
    expect(open(enquiry, concern, worker, [police]).ok).toBe(true);
  });

  it('asks nobody about a request for help or advice', () => {
    expect(messages(open(enquiry, { about: 'help' }, manager, [police]))).toEqual([
      ': Partner agencies are asked only about a safeguarding concern',
    ]);
  });

  it.each(['sought', 'refused', 'not sought'] as const)(
    'needs a manager and a reason when permission is %s',
    (permission) => {
      expect(messages(open({ ...enquiry, permission }, concern, worker, [police]))).toEqual([
        'withoutPermissionReason: Say why partners are asked without permission',
        'permission: Without permission, a manager must open this enquiry',
      ]);
      const reason = { permission, withoutPermissionReason: 'Asking would warn him' };
      expect(open({ ...enquiry, ...reason }, concern, worker, [police]).ok).toBe(false);
      expect(open({ ...enquiry, ...reason }, concern, manager, [police]).ok).toBe(true);
    },
  );

  it('asks at least one agency for something', () => {
    expect(
      messages(
        open({ ...enquiry, checks: [{ agencyId: police.id, fields: [] }] }, concern, manager, [police]),
      ),
    ).toEqual(['checks: Tick what to ask, of at least one agency']);
  });
});

describe('What is asked of an agency', () => {
  it('leaves out agencies of which nothing is asked', () => {
    const other = { agencyId: id('00000000-0000-4000-8000-000000000002'), fields: [] };
    const outcome = ask([...enquiry.checks, other], [police]);
    expect(outcome.ok && outcome.value).toEqual(enquiry.checks);
  });

  it('is only what the profile lists for its kind, and of an agency that is there', () => {
    expect(ask([{ agencyId: police.id, fields: ['appointments'] }], [police]).ok).toBe(false);
    expect(ask(enquiry.checks, []).ok).toBe(false);
    expect(ask([...enquiry.checks, ...enquiry.checks], [police]).ok).toBe(false);
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
