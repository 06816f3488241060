import { describe, expect, it } from 'vitest';
import { day } from '../../language/day.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { JERSEY } from '../../profile/jersey.ts';
import { answersToSend, changesAt, changesWithout, countOf, placeFrom } from './answers.ts';
import { formsFor, PARTS } from './questions.ts';
import {
  concernOf,
  copiedFor,
  inTheWay,
  isOnlyCopied,
  missingIn,
  pointsTo,
  type Reading,
  stateOf,
} from './rules.ts';
import { QUESTIONS } from './words/questions.ts';

const reading: Reading = { forms: formsFor(JERSEY.indicators), profile: JERSEY, today: day('2026-11-20') };
const complete: RawAnswers = {
  happening: 'The children come to school hungry.',
  name: 'Ada Lugsail',
  permission: 'given',
};
const messages = (answers: RawAnswers) => inTheWay(reading, answers).map(({ message }) => message);

describe('What a request needs to be sent', () => {
  it('is what is happening, who tells us, and what the family said, and nothing else', () => {
    expect(messages(complete)).toEqual([]);
    expect(messages({})).toHaveLength(3);
  });

  it('is content with a way to answer instead of a name', () => {
    expect(missingIn('you', { email: 'ada@school.example' })).toEqual([]);
    expect(missingIn('you', { telephone: '01534 519000' })).toEqual([]);
    expect(missingIn('you', { role: 'Class teacher' })).toHaveLength(1);
  });

  it('does not wait for permission where a child is in danger now', () => {
    expect(messages({ ...complete, permission: '', danger: 'yes' })).toEqual([]);
    expect(messages({ ...complete, permission: '', danger: 'no' })).toHaveLength(1);
  });

  it('does not wait for permission where no child is named', () => {
    expect(messages({ ...complete, permission: '', purpose: 'advice' })).toEqual([]);
  });

  it('asks why where the family refused or was not asked', () => {
    for (const permission of ['refused', 'not sought'])
      expect(messages({ ...complete, permission })).toEqual([
        'Say why you send this without the family’s permission',
      ]);
    expect(messages({ ...complete, permission: 'sought' })).toEqual([]);
  });

  it('asks for the number or address that a way of answering needs', () => {
    expect(messages({ ...complete, safeWays: ['mail'] })[0]).toContain('Give an email address');
    expect(messages({ ...complete, safeWays: ['mail'], email: 'ada@school.example' })).toEqual([]);
  });

  it('leads to the page of the child whose date cannot be read', () => {
    const [wrong] = inTheWay(reading, {
      ...complete,
      'children.1.givenName': 'Otto',
      'children.1.bornOn': '31/2/2019',
    });
    expect(wrong).toMatchObject({ field: 'children.1.bornOn', place: { part: 'children', row: 1 } });
  });
});

describe('How far a part is', () => {
  it('is not yet, started, done, or to be looked at again', () => {
    expect(stateOf(reading, 'why', {}, [])).toBe('not yet');
    expect(stateOf(reading, 'why', { tried: 'Breakfast club' }, [])).toBe('started');
    expect(stateOf(reading, 'why', { tried: 'Breakfast club' }, ['why'])).toBe('problem');
    expect(stateOf(reading, 'why', complete, ['why'])).toBe('done');
    expect(stateOf(reading, 'why', { ...complete, happenedOn: '31/2' }, [])).toBe('problem');
  });

  it('is done where somebody went through a part and had nothing to say', () => {
    expect(stateOf(reading, 'agencies', {}, ['agencies'])).toBe('done');
  });
});

describe('What a request is about', () => {
  const told = { purpose: 'request', danger: false, level: 2, pointedTo: 2 } as const;

  it('is help, or advice where no child is named', () => {
    expect(concernOf(told)).toBe('help');
    expect(concernOf({ ...told, purpose: 'advice' })).toBe('advice');
  });

  it('is a safeguarding concern where the gravest of danger, level and statements says so', () => {
    expect(concernOf({ ...told, danger: true })).toBe('safeguarding concern');
    expect(concernOf({ ...told, level: 4 })).toBe('safeguarding concern');
    expect(concernOf({ ...told, pointedTo: 4 })).toBe('safeguarding concern');
    expect(concernOf({ ...told, purpose: 'advice', level: 4 })).toBe('safeguarding concern');
  });

  it('points to the level of the gravest statement that was ticked, in any domain', () => {
    const ticked = { 'statements.0.ticked': 'health-2a', 'statements.5.ticked': ['care-2a', 'care-4b'] };
    expect(pointsTo(ticked, JERSEY)).toMatchObject({ level: 4 });
  });
});

describe('The children of a request', () => {
  const family: RawAnswers = {
    'children.0.givenName': 'Saffron',
    'children.0.familyName': 'Barnacle',
    'children.0.disabilities': ['LD', 'AUT'],
    'children.2.givenName': 'Wren',
  };

  it('are counted up to the last of whom anything was said', () => {
    expect(countOf('children', family)).toBe(3);
    expect(countOf('children', { 'children.4.givenName': ' ' })).toBe(0);
  });

  it('move up when one is taken away', () => {
    const without = { ...family, ...changesWithout(reading.forms, 'children', 0, family) };
    expect(without['children.1.givenName']).toBe('Wren');
    expect(without['children.0.disabilities']).toBe('');
    expect(countOf('children', without)).toBe(2);
  });

  it('begin with the family name of the first, and are nobody with that alone', () => {
    expect(copiedFor(3, family)).toEqual({ 'children.3.familyName': 'Barnacle' });
    expect(isOnlyCopied('children', 3, { 'children.3.familyName': 'Barnacle' }, family)).toBe(true);
    expect(isOnlyCopied('children', 3, { 'children.3.familyName': 'Limpet' }, family)).toBe(false);
  });

  it('are not sent with a question that names nobody', () => {
    const sent = answersToSend(reading.forms, { ...family, ...complete, purpose: 'advice' });
    expect(Object.keys(sent)).toEqual(['purpose', 'name', 'happening']);
  });
});

describe('A page of a request', () => {
  it('is named by its part, and by the person of a list', () => {
    expect(placeFrom('children.2')).toEqual({ part: 'children', row: 2 });
    for (const none of ['nothing', 'why.1', 'children.99', 'children.1.name', '__proto__', ['why']])
      expect(placeFrom(none)).toBeUndefined();
  });

  it('takes an answer back that is not there any more', () => {
    expect(changesAt(reading.forms, { part: 'answer' }, { safeWays: 'mail' })).toMatchObject({
      safeWays: 'mail',
      feedbackBy: '',
    });
  });

  it('has words for every question it asks, and asks every question it has words for', () => {
    for (const part of PARTS) {
      const asked = reading.forms[part].fields.flatMap(
        ({ name, fields }) => fields?.map((inner) => inner.name) ?? name,
      );
      expect(Object.keys(QUESTIONS[part])).toEqual(expect.arrayContaining(asked));
      expect(asked).toEqual(expect.arrayContaining(Object.keys(QUESTIONS[part])));
    }
  });
});
