import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { alertsOf, type Facts, linesOf } from './rules.ts';

const TODAY = day('2026-11-22');
const NOBODY: Facts = {
  open: [],
  inCare: undefined,
  onPlan: undefined,
  worker: undefined,
  visits: undefined,
  safeContact: undefined,
  addressIsGuarded: false,
  walls: [],
  alerts: [],
  risks: [],
};
const IN_NEED = { ...NOBODY, open: [{ kind: 'in need', beganOn: day('2026-09-01') }] };
const SOMEBODY = id('00000000-0000-4000-8000-000000000001');
const ALERT: Facts['alerts'][number] = {
  id: SOMEBODY,
  persons: [SOMEBODY],
  personId: SOMEBODY,
  kind: 'other',
  words: '',
  told: true,
  toldWords: undefined,
  putBy: SOMEBODY,
  putAt: new Date(),
  reviewOn: day('2027-01-31'),
  endedAt: undefined,
  endedBy: undefined,
  endedWhy: undefined,
};
const seen = (on: string, alone = true) => ({ on: day(on), by: SOMEBODY, place: 'school', alone });
const next = (on: string) =>
  ({ on: day(on), at: new Date(), edition: { standing: 'English default' } }) as never;
const lineOf = (facts: Facts, label: string) => linesOf(facts, TODAY).find((line) => line.label === label);

describe('The identity bar', () => {
  it('names the strictest thing that stands for a child, and since when', () => {
    const inCare = { basis: 'care order', beganOn: day('2026-10-01') };
    const onPlan = { category: 'NEG', beganOn: day('2026-09-15') };
    expect(lineOf(NOBODY, 'Plan or order')?.value).toBe('None, not open');
    expect(lineOf(IN_NEED, 'Plan or order')).toMatchObject({
      value: 'Child in need',
      note: 'since 1 September 2026',
    });
    expect(lineOf({ ...IN_NEED, onPlan }, 'Plan or order')?.value).toBe('Protection plan');
    expect(lineOf({ ...IN_NEED, onPlan }, 'Plan or order')?.note).toBe('Neglect, since 15 September 2026');
    expect(lineOf({ ...IN_NEED, onPlan, inCare }, 'Plan or order')?.value).toBe(
      'In care, and on a protection plan',
    );
  });

  it('says how many days ago a child was seen and whether alone, and of nobody that they were seen', () => {
    const openedOn = day('2026-09-01');
    const since = (lastSeen: ReturnType<typeof seen> | undefined) =>
      lineOf(
        { ...IN_NEED, visits: { openedOn, bornAfterOn: undefined, lastSeen, next: undefined } },
        'Last seen',
      );
    expect(since(seen('2026-11-16'))).toMatchObject({
      value: '6 days ago, alone',
      note: 'Mon 16 Nov, at school or nursery',
    });
    expect(since(seen('2026-11-22', false))?.value).toBe('Today, not alone');
    expect(since(undefined)?.value).toBe('Not seen yet');
    expect(lineOf(IN_NEED, 'Last seen'), 'who may not read visits').toBeUndefined();
  });

  it('says what is due next, and that it is overdue, in words', () => {
    const due = (on: string) =>
      lineOf(
        {
          ...IN_NEED,
          visits: { openedOn: TODAY, bornAfterOn: undefined, lastSeen: undefined, next: next(on) },
        },
        'Next due',
      );
    expect(due('2026-11-30')).toMatchObject({
      value: 'Visit, by Mon 30 Nov',
      note: 'in 8 days, English default',
      isOverdue: false,
    });
    expect(due('2026-11-22')?.isOverdue).toBe(false);
    expect(due('2026-11-21')).toMatchObject({
      value: 'Visit was due Sat 21 Nov',
      note: 'yesterday, English default',
      isOverdue: true,
    });
  });

  it('shows every alert, with when it is to be looked at again', () => {
    const safeContact = {
      ways: ['text message'],
      times: undefined,
      language: 'en',
      notToSay: 'who told us',
      fromOn: TODAY,
      reviewOn: day('2027-03-30'),
      provenance: 'worker',
      recordedAt: new Date(),
    };
    const alerts = alertsOf({
      ...NOBODY,
      safeContact,
      addressIsGuarded: true,
      walls: ['sealed'],
      alerts: [{ ...ALERT, kind: 'no contact', words: 'his father' }],
      risks: [{ contactId: SOMEBODY, words: 'A large dog, not tied' }],
    });
    expect(alerts.map(({ words }) => words)).toEqual([
      'Sealed record: only people who are named for it can open it.',
      'Somebody must have no contact with them: his father.',
      'Reach them only by: text message. Do not say: who told us.',
      'Their address is guarded. Pass it on to nobody, in no letter.',
      'Risk to staff: A large dog, not tied.',
    ]);
    expect(alerts.slice(1, 3).map(({ reviewOn }) => reviewOn)).toEqual(['2027-01-31', '2027-03-30']);
  });
});
