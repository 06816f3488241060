import { describe, expect, it } from 'vitest';
import { CATALOGUE_CODES, sayIn } from './catalogue.ts';
import { EN } from './en.ts';
import { problemsIn } from './problems.ts';
import { PT } from './pt.ts';

const say = sayIn('pt', 'pt-PT');
const placesIn = (message: string) =>
  [...message.matchAll(/(?<!one |other )\{(\w+)/g)].map(([, name]) => name).sort();

describe('The words of the public pages', () => {
  it('have the same places for names and numbers in every language', () => {
    for (const [key, message] of Object.entries(PT))
      expect([key, placesIn(message)]).toEqual([
        key,
        placesIn(Object.entries(EN).find(([name]) => name === key)?.[1] ?? ''),
      ]);
  });

  it('count as each language counts', () => {
    expect(say('time.working days', { count: 1 })).toBe('1 dia útil');
    expect(say('time.working days', { count: 5 })).toBe('5 dias úteis');
    expect(sayIn('en', 'en-GB')('time.hours', { count: 1 })).toBe('1 hour');
  });

  it('hold no dash used as a pause, no exclamation mark and no apostrophe that the format would swallow', () => {
    for (const message of [...Object.values(EN), ...Object.values(PT)])
      expect(message).not.toMatch(/ [–—] |!|'/u);
  });

  it('differ between languages, but for names and what is written alike', () => {
    const alike = Object.entries(EN).filter(([key, message]) =>
      Object.entries(PT).some(([name, other]) => name === key && other === message),
    );
    expect(alike.map(([key]) => key)).toEqual(['safe.way.mail']);
  });

  it('are there for every language that an address can name', () => {
    for (const code of CATALOGUE_CODES) expect(sayIn(code, code)('frame.leave')).not.toBe('');
  });
});

describe('What a form says is wrong', () => {
  const translated = (message: string) => problemsIn(say, [{ field: 'a', message }])[0]?.message;

  it('is said in the reader’s language, with its numbers', () => {
    expect(translated('Your answer must be 20,000 characters or fewer. It is 1,024 too long')).toBe(
      'A sua resposta pode ter no máximo 20,000 caracteres. Tem 1,024 a mais',
    );
  });

  it('stays at its field', () => {
    expect(problemsIn(say, [{ field: 'children.0.age', message: 'Give one answer only' }])).toEqual([
      { field: 'children.0.age', message: PT['problem.unread'] },
    ]);
  });
});
