import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Day, day } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import { idField, oneOf, someOf, ticked, yesNo } from './choice-fields.ts';
import { type Field, optional } from './field.ts';
import { type AnswersOf, form, repeated } from './form.ts';
import { typedDay, wholeNumber } from './number-fields.ts';
import type { RawAnswers } from './raw-answers.ts';
import { email, line, type Telephone, telephone, words } from './text-fields.ts';

const context = { today: day('2026-04-03') };
const AGENCIES = {
  codes: [
    { code: 'police', label: 'Police' },
    { code: 'health', label: 'Health' },
  ],
} as const;

const request = form({
  worry: words({ max: 40, empty: 'Say what worries you' }),
  agencies: someOf(AGENCIES, 'Select whom to ask'),
  permission: oneOf(['given', 'refused'], 'Select whether the family gave permission'),
  reason: optional(words({ max: 20 })),
  seenAlone: yesNo('Select whether the child was seen alone'),
  urgent: ticked(),
  happenedOn: typedDay({
    message: 'Enter the day it happened',
    what: 'The day it happened',
    notAfterToday: true,
  }),
  callerEmail: optional(email()),
  callerTelephone: optional(telephone()),
  children: repeated(
    {
      givenName: line({ empty: 'Enter the first name' }),
      age: optional(wholeNumber({ message: 'Enter the age', what: 'Age', min: 0, max: 25 })),
      needs: someOf(['talk', 'walk']),
    },
    { min: 1, max: 3 },
  ),
});

const sent: RawAnswers = {
  worry: 'He said:\r\n "no"  ',
  agencies: ['health', 'police'],
  permission: 'given',
  reason: ' ',
  seenAlone: 'no',
  happenedOn: '3/4/26',
  callerEmail: '',
  callerTelephone: ' 01534 519000 ',
  'children.0.givenName': ' Juniper  Ann ',
  'children.0.age': '7',
  'children.0.needs': 'walk',
  'children.1.givenName': 'Rowan',
  'children.2.givenName': ' ',
};

function problemsOf(raw: RawAnswers): readonly (readonly [string, string])[] {
  const outcome = request.read(raw, context);
  return outcome.ok ? [] : outcome.problems.map(({ field, message }) => [field, message] as const);
}

describe('A form', () => {
  it('turns what a browser sent into answers', () => {
    expect(request.read(sent, context)).toEqual({
      ok: true,
      value: {
        worry: 'He said:\n "no"  ',
        agencies: ['police', 'health'],
        permission: 'given',
        reason: undefined,
        seenAlone: false,
        urgent: false,
        happenedOn: '2026-04-03',
        callerEmail: undefined,
        callerTelephone: { typed: '01534 519000', digits: '01534519000' },
        children: [
          { givenName: 'Juniper  Ann', age: 7, needs: ['walk'] },
          { givenName: 'Rowan', age: undefined, needs: [] },
        ],
      },
    });
  });

  it('names the control of each problem', () => {
    expect(problemsOf({})).toEqual([
      ['worry', 'Say what worries you'],
      ['agencies', 'Select whom to ask'],
      ['permission', 'Select whether the family gave permission'],
      ['seenAlone', 'Select whether the child was seen alone'],
      ['happenedOn', 'Enter the day it happened'],
      ['children.0.givenName', 'Enter the first name'],
    ]);
    expect(problemsOf({ ...sent, 'children.1.age': '26', 'children.1.needs': 'fly' })).toEqual([
      ['children.1.age', 'Age must be between 0 and 25'],
      ['children.1.needs', 'Select only from the list'],
    ]);
  });

  it('refuses a name that it does not ask for, wherever it stands and even when blank', () => {
    for (const name of [
      'status',
      'children.0.status',
      'children.5.status',
      'children',
      'children.x.age',
      'children.01.age',
      'worry.0',
    ]) {
      expect([name, problemsOf({ ...sent, [name]: '' }).length]).toEqual([name, 1]);
    }
  });

  it('refuses names that reach behind an object', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'children.0.__proto__',
      'children.__proto__.age',
      '__proto__.admin',
    ]) {
      const raw: Record<string, string> = Object.assign(Object.create(null), sent);
      raw[name] = 'yes';
      expect([name, request.read(raw, context).ok]).toEqual([name, false]);
    }
  });

  it('refuses a single question answered twice', () => {
    expect(problemsOf({ ...sent, worry: ['one', 'two'] })).toEqual([['worry', 'Give one answer only']]);
    expect(problemsOf({ ...sent, agencies: ['police', 'police'] })).toEqual([
      ['agencies', 'Select each answer only once'],
    ]);
  });

  it('takes no more rows than it asks for, whatever index is sent', () => {
    expect(problemsOf({ ...sent, 'children.3.givenName': 'Ash' })).toEqual([
      ['children', 'There may be at most 3'],
    ]);
    expect(problemsOf({ ...sent, 'children.999.givenName': 'Ash' })).toEqual([
      ['children', 'There may be at most 3'],
    ]);
  });

  it('runs checks between answers once each answer is right', () => {
    const checked = request.check(({ permission, reason }) =>
      permission === 'refused' && !reason ? [{ field: 'reason', message: 'Say why' }] : [],
    );
    expect(checked.read(sent, context).ok).toBe(true);
    expect(checked.read({ ...sent, permission: 'refused' }, context)).toEqual({
      ok: false,
      problems: [{ field: 'reason', message: 'Say why' }],
    });
    expect(request.read({ ...sent, permission: 'refused' }, context).ok).toBe(true);
  });

  it('reads a day against the day on which it is read', () => {
    const later = { today: day('2027-01-02') };
    const outcome = request.read({ ...sent, happenedOn: 'yesterday' }, later);
    expect(outcome.ok && outcome.value.happenedOn).toBe('2027-01-01');
  });

  it('cannot be made with a name that no control may have', () => {
    const fields: Record<string, Field<string>> = { 'given name': line() };
    expect(() => form(fields)).toThrow('given name');
    expect(() => form({ constructor: line() })).toThrow('constructor');
  });

  it('knows its questions before anybody answers', () => {
    expect(
      request.fields.map(({ name, kind, required }) => `${name}: ${kind}${required ? '' : ', optional'}`),
    ).toEqual([
      'worry: words',
      'agencies: some of',
      'permission: one of',
      'reason: words, optional',
      'seenAlone: yes or no',
      'urgent: ticked, optional',
      'happenedOn: day',
      'callerEmail: email, optional',
      'callerTelephone: telephone, optional',
      'children: repeated',
    ]);
    expect(request.fields.at(-1)?.fields?.map((field) => field.name)).toEqual(['givenName', 'age', 'needs']);
  });

  it('gives each answer its type', () => {
    expectTypeOf<AnswersOf<typeof request>>().toEqualTypeOf<{
      readonly worry: string;
      readonly agencies: readonly ('police' | 'health')[];
      readonly permission: 'given' | 'refused';
      readonly reason: string | undefined;
      readonly seenAlone: boolean;
      readonly urgent: boolean;
      readonly happenedOn: Day;
      readonly callerEmail: string | undefined;
      readonly callerTelephone: Telephone | undefined;
      readonly children: readonly {
        readonly givenName: string;
        readonly age: number | undefined;
        readonly needs: readonly ('talk' | 'walk')[];
      }[];
    }>();
    expectTypeOf(idField('Select a person')).toEqualTypeOf<Field<Id>>();
  });
});
