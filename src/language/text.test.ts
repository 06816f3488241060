import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, isId } from './id.ts';
import { isBlank, lengthOf, sameLines, wellFormed } from './text.ts';

describe('A text', () => {
  it('may hold any writing, accents, emoji, direction marks, lines and tabs', () => {
    for (const text of [
      'São João',
      'Zażółć',
      'مرحبا',
      '\u202eabc\u202c',
      'e\u0301',
      '👩‍👧',
      'a\nb\tc',
      '\ufeffa',
      '',
    ]) {
      expect(wellFormed(text)).toBe(true);
    }
  });

  it('may not hold half a character or a control that nobody can see', () => {
    for (const bad of [
      '\ud800',
      'a\udc00b',
      '\u0000',
      '\u0007',
      '\r',
      '\u001b[1m',
      '\u007f',
      '\u0085',
      '\u009f',
    ]) {
      expect(wellFormed(`Mum said ${bad} yes`)).toBe(false);
    }
  });

  it('keeps everything but the way a line ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('\r')),
        (text) => {
          expect(sameLines(text.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\r\n', '\n'));
        },
      ),
    );
  });

  it('is as long as the database counts it', () => {
    expect(lengthOf('👧🏽 é')).toBe(4);
    expect(lengthOf('e\u0301')).toBe(2);
    expect(lengthOf('')).toBe(0);
  });

  it('is blank when it holds only blanks', () => {
    expect([' ', '\n\t', '\u00a0', ''].every(isBlank)).toBe(true);
    expect(isBlank(' . ')).toBe(false);
  });
});

describe('An id', () => {
  it('has one spelling', () => {
    expect(isId('018f3f5e-7b7a-7cc1-9c6e-2f1d6a5b4c3d')).toBe(true);
    expect(isId('018F3F5E-7B7A-7CC1-9C6E-2F1D6A5B4C3D')).toBe(false);
    expect(isId('{018f3f5e-7b7a-7cc1-9c6e-2f1d6a5b4c3d}')).toBe(false);
    expect(isId('1; drop table person')).toBe(false);
    expect(() => id('nobody')).toThrow(RangeError);
  });
});
