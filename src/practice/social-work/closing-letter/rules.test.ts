import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { JERSEY } from '../../../profile/jersey.ts';
import { writtenFor } from '../../people/letter-words/index.ts';
import { closingLetter, wayToTell } from './rules.ts';

const reach = {
  isAsked: true,
  safeWays: ['mail'],
  language: 'pt',
  notToSay: undefined,
  email: 'rosa@family.example',
} as const;

describe('A closing letter', () => {
  const letterIn = (language: string, demonstration: boolean) =>
    closingLetter(day('2026-11-22'), writtenFor(language, demonstration).letters, JERSEY);

  it('is written in the language of the family, and in English where nobody signed a translation off', () => {
    expect(letterIn('pt', true)).toContain('termina em 22 de novembro de 2026');
    expect(letterIn('pt', true)).toContain('ligue 999');
    const elsewhere = { ...JERSEY.telephones, emergency: { ...JERSEY.telephones.emergency, number: '112' } };
    const there = closingLetter(day('2026-11-22'), writtenFor('en', true).letters, {
      ...JERSEY,
      telephones: elsewhere,
    });
    expect(there).toContain('call 112.');
    expect(letterIn('pt', false)).toBe(letterIn('en', false));
    expect(letterIn('pl', true)).toContain('it ends on 22 November 2026');
    expect(writtenFor('pl', true)).toMatchObject({ language: 'en', isTheirs: false });
  });

  it('goes by itself only in their language, and never where something must not be said', () => {
    expect(wayToTell(reach, true)).toEqual({ way: 'mail', goesByItself: true });
    expect(wayToTell(reach, false)?.goesByItself).toBe(false);
    expect(wayToTell({ ...reach, notToSay: 'The address' }, true)?.goesByItself).toBe(false);
  });
});
