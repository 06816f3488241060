import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { type Kind, mayBeChild, mayBegin, mayEnd } from './rules.ts';

const CARE: Kind = { noun: 'period of care', daysBeforeBirth: 0 };
const PLAN: Kind = { noun: 'protection plan', daysBeforeBirth: 280 };
const BORN = {
  bornOn: day('2008-02-29'),
  dueOn: undefined,
  bornOnCertainty: 'known',
  diedOn: undefined,
} as const;
const EXPECTED = { ...BORN, bornOn: undefined, dueOn: day('2027-02-01') };

const messageOf = (outcome: ReturnType<typeof mayBegin>) =>
  outcome.ok ? undefined : outcome.problems[0]?.message;
const begins = (on: string, life: Parameters<typeof mayBegin>[1] = BORN, kind = CARE) =>
  messageOf(mayBegin(kind, life, day(on), []));

describe('Care and a plan within a childhood', () => {
  it('begin on the day of birth at the earliest, and before the day of turning eighteen', () => {
    expect(begins('2008-02-28')).toContain('on or after the date of birth, 29 February 2008');
    expect(begins('2008-02-29')).toBeUndefined();
    expect(begins('2026-02-27')).toBeUndefined();
    expect(begins('2026-02-28')).toContain('before 28 February 2026, when they turned 18');
  });

  it('allow a plan, and no care, for a child who is expected', () => {
    expect(begins('2026-11-20', EXPECTED)).toContain('not born yet');
    expect(begins('2026-11-20', EXPECTED, PLAN)).toBeUndefined();
    expect(begins('2026-04-26', EXPECTED, PLAN)).toContain('nine months before the birth');
  });

  it('let a roughly known date of birth refuse nothing, and begin nothing after a death', () => {
    expect(begins('2007-12-01', { ...BORN, bornOnCertainty: 'about' })).toBeUndefined();
    expect(begins('2020-01-02', { ...BORN, diedOn: day('2020-01-01') })).toContain('when they died');
  });

  it('stand once at a time: not beside what goes on, nor before what ended later; on the day of an end they may begin', () => {
    const ended = { beganOn: day('2020-01-10'), endedOn: day('2020-03-01') };
    const beside = (on: string, other: Parameters<typeof mayBegin>[3][number]) =>
      messageOf(mayBegin(CARE, BORN, day(on), [other]));
    expect(beside('2024-01-01', { ...ended, endedOn: undefined })).toContain('has not ended. End it first');
    expect(beside('2020-02-29', ended)).toContain('on or after 1 March 2020');
    expect(beside('2019-06-01', ended)).toContain('on or after 1 March 2020');
    expect(beside('2020-03-01', ended)).toBeUndefined();
    expect(beside('2020-01-10', { ...ended, endedOn: ended.beganOn })).toBeUndefined();
  });

  it('are offered of whoever may be a child: until they turn eighteen or die, and where the age is not sure', () => {
    expect(mayBeChild(BORN, day('2026-02-27'))).toBe(true);
    expect(mayBeChild(BORN, day('2026-02-28'))).toBe(false);
    expect(mayBeChild({ ...BORN, bornOnCertainty: 'about' }, day('2026-02-28'))).toBe(true);
    expect(mayBeChild(EXPECTED, day('2026-11-20'))).toBe(true);
    expect(mayBeChild({ ...BORN, diedOn: day('2020-01-01') }, day('2020-02-01'))).toBe(false);
  });

  it('end once, on or after the day they began', () => {
    const open = { beganOn: day('2020-02-29'), endedOn: undefined };
    expect(mayEnd(CARE, open, day('2020-02-29')).ok).toBe(true);
    expect(messageOf(mayEnd(CARE, open, day('2020-02-28')))).toContain(
      'on or after the first, 29 February 2020',
    );
    expect(messageOf(mayEnd(CARE, { ...open, endedOn: day('2020-03-01') }, day('2020-03-02')))).toContain(
      'already',
    );
  });
});
