import { describe, expect, it } from 'vitest';
import { day } from '../../language/day.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { JOURNEYS, type Journey } from './journeys.ts';
import { EVERYTHING, FORM_OF } from './questions.ts';
import {
  contactFrom,
  contradictionsOn,
  isSomethingTold,
  missingOn,
  progressOf,
  stepAfter,
  stepBefore,
  stepsFor,
  withoutBlanks,
} from './rules.ts';

const journeyNamed = (name: Journey['name']): Journey => {
  const journey = JOURNEYS.find((one) => one.name === name);
  if (journey === undefined) throw new Error(name);
  return journey;
};
const worried = journeyNamed('worried');
const young = journeyNamed('young person');
const help = journeyNamed('help');

const toldAt = new Date('2026-11-20T10:00:00Z');
const contactOf = (journey: Journey, typed: RawAnswers) => {
  const told = EVERYTHING.read(typed, { today: day('2026-11-20') });
  if (!told.ok) throw new Error(JSON.stringify(told.problems));
  return contactFrom(journey, told.value, { toldAt, language: 'pt' });
};

describe('The order of the questions', () => {
  it('begins with danger on every way in', () => {
    for (const journey of JOURNEYS) expect(stepsFor(journey, {})[0]?.name).toBe('danger');
  });

  it('shows the numbers to call to whoever is in danger or not sure, and to nobody else', () => {
    expect(stepAfter(worried, { danger: 'yes' }, 'danger').name).toBe('call');
    expect(stepAfter(worried, { danger: 'not sure' }, 'danger').name).toBe('call');
    expect(stepAfter(worried, { danger: 'no' }, 'danger').name).toBe('happening');
  });

  it('asks how it is safe only where somebody left a way to reach them', () => {
    expect(stepAfter(young, { telephone: ' ' }, 'reach').name).toBe('permission');
    expect(stepAfter(young, { telephone: '07700 900123' }, 'reach').name).toBe('safe');
    expect(stepAfter(young, { email: 'wren@example.com' }, 'reach').name).toBe('safe');
  });

  it('leads back the way it came, and stays on the first page and the last', () => {
    for (const { name } of stepsFor(worried, { danger: 'yes' }).slice(0, -1)) {
      const next = stepAfter(worried, { danger: 'yes' }, name).name;
      expect(stepBefore(worried, { danger: 'yes' }, next).name).toBe(name);
    }
    expect(stepBefore(worried, {}, 'danger').name).toBe('danger');
    expect(stepAfter(worried, {}, 'check').name).toBe('check');
  });

  it('counts questions alone', () => {
    expect(progressOf(worried, { danger: 'no' }, 'danger')).toEqual({ done: 1, of: 9 });
    expect(progressOf(worried, { danger: 'yes', email: 'a@example.com' }, 'family')).toEqual({
      done: 11,
      of: 11,
    });
  });
});

describe('What a page asks for before it goes on', () => {
  it('is the description, unless somebody says that they cannot answer', () => {
    expect(missingOn(help, 'happening', { happening: ' \n' })).toEqual([
      { field: 'happening', key: 'happening.required' },
    ]);
    expect(missingOn(help, 'happening', { happening: 'He shouts.' })).toEqual([]);
  });

  it('is never a name, a child or a telephone number', () => {
    for (const step of ['you', 'children', 'place', 'reach', 'careful'] as const)
      expect(missingOn(help, step, {})).toEqual([]);
    expect(missingOn(help, 'who', {})).toEqual([]);
  });

  it('has a control on its page', () => {
    for (const journey of JOURNEYS)
      for (const { name } of journey.steps)
        for (const { field } of missingOn(journey, name, {}))
          expect(FORM_OF[name].fields.map((one) => one.name)).toContain(field);
  });
});

describe('Not being contacted', () => {
  it('is not mixed with a way to be reached: it is asked again', () => {
    expect(contradictionsOn('safe', { safeWays: ['telephone', 'not at all'] })).toEqual([
      { field: 'safeWays', key: 'safe.contradiction' },
    ]);
    expect(contradictionsOn('safe', { safeWays: 'not at all' })).toEqual([]);
    expect(contradictionsOn('safe', { safeWays: ['telephone', 'mail'] })).toEqual([]);
  });
});

describe('The contact that the answers make', () => {
  it('is a safeguarding concern where somebody is worried, and help where help is asked', () => {
    expect(contactOf(worried, { happening: 'Crying.' }).about).toBe('safeguarding concern');
    expect(contactOf(help, { happening: 'We are tired.' }).about).toBe('help');
  });

  it('is a safeguarding concern, and urgent, where a family says that it is in danger', () => {
    expect(contactOf(help, { danger: 'yes' })).toMatchObject({
      about: 'safeguarding concern',
      immediateDanger: true,
    });
  });

  it('leaves danger open where somebody was not sure or was not asked', () => {
    expect(contactOf(help, { danger: 'not sure' }).immediateDanger).toBeUndefined();
    expect(contactOf(help, {}).immediateDanger).toBeUndefined();
    expect(contactOf(help, { danger: 'no' }).immediateDanger).toBe(false);
  });

  it('names its source by who speaks', () => {
    const source = (journey: Journey, typed: RawAnswers) => contactOf(journey, typed).source;
    expect(source(young, {})).toBe('1C');
    expect(source(help, {})).toBe('1A');
    expect(source(worried, { tie: 'friend', name: 'Ada Lugsail' })).toBe('1B');
    expect(source(worried, { tie: 'relative', email: 'ada@example.com' })).toBe('1A');
    expect(source(worried, { tie: 'friend' })).toBe('9');
  });

  it('calls nobody anonymous who left a name or a number', () => {
    expect(contactOf(worried, { tie: 'not said', telephone: '07700 900123' }).referrer.kind).toBe('public');
    expect(contactOf(worried, { tie: 'not said' }).referrer.kind).toBe('anonymous');
  });

  it('takes a child who writes for themselves as the child it is about', () => {
    const contact = contactOf(young, { givenName: 'Wren', familyName: 'Cockle', age: '15' });
    expect(contact.children).toEqual([{ givenName: 'Wren', familyName: 'Cockle', ageSaid: '15' }]);
    expect(contact.referrer).toMatchObject({ kind: 'child', name: 'Wren Cockle' });
  });

  it('keeps an address also where no child was named', () => {
    expect(contactOf(worried, { address: 'The blue house' }).children).toEqual([
      expect.objectContaining({ address: 'The blue house' }),
    ]);
    expect(contactOf(worried, {}).children).toEqual([]);
  });

  it('takes "ask me first" for a permission that is still to be asked', () => {
    expect(contactOf(help, { permission: 'ask first' }).permission).toBe('sought');
    expect(contactOf(help, { permission: 'no' }).permission).toBe('refused');
    expect(contactOf(help, {}).permission).toBeUndefined();
  });

  it('is answered in the language that was chosen, and remembers the one it was written in', () => {
    expect(contactOf(help, { language: 'pl' })).toMatchObject({
      wordsLanguage: 'pt',
      referrer: { language: 'pl' },
    });
  });
});

describe('Something to act on', () => {
  it('is any word, any way to reach somebody, or danger', () => {
    expect(isSomethingTold({ happening: 'Please help' })).toBe(true);
    expect(isSomethingTold({ telephone: '07700 900123', language: 'en' })).toBe(true);
    expect(isSomethingTold({ danger: 'yes' })).toBe(true);
  });

  it('is not an empty form, nor "no danger" alone', () => {
    expect(isSomethingTold({ language: 'en', happening: ' ' })).toBe(false);
    expect(isSomethingTold({ danger: 'no', language: 'pt' })).toBe(false);
  });

  it('means the same however often the pages were turned: blanks are no answers', () => {
    expect(withoutBlanks({ happening: 'Words', school: '', safeWays: [] })).toEqual({ happening: 'Words' });
  });
});
