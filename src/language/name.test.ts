import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childNumberTyped, isChildNumber, makeChildNumber } from './child-number.ts';
import { foldName, initials } from './name.ts';

describe('A name, as it is compared', () => {
  it.each([
    ["Zoë  D'Arcy-Łukasz", 'zoe darcy lukasz'],
    ['São João da Conceição', 'sao joao da conceicao'],
    ['O’Brien', 'obrien'],
    ['Oʼbrien', 'obrien'],
    ['  Le  Sueur ', 'le sueur'],
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['Ǿrsted Straße ẞ', 'orsted strasse ss'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['Ŋɔmɛ Ɓoye', 'nɔme boye'],
    ['Олена Їжак', 'олена іжак'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['محمد', 'محمد'],
    ['Smith (née Jones)', 'smith nee jones'],
    ['...', ''],
  ])('%s is %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('is the same however the accents were typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (name) => foldName(name.normalize('NFD')) === foldName(name.normalize('NFC')),
      ),
    );
  });

  it('does not change when it is compared again', () => {
    const letters = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCodePoint(code)),
    });
    fc.assert(fc.property(letters, (name) => foldName(foldName(name)) === foldName(name)));
  });

  it('has initials of its first and last word', () => {
    expect(['Rosa Maria Moreira', 'Ana', 'élodie Le-Brun', ' ', '👧 x'].map(initials)).toEqual([
      'RM',
      'A',
      'ÉB',
      '',
      '👧X',
    ]);
  });
});

describe('A child number', () => {
  const anyNumber = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(makeChildNumber);
  const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  it('is nine signs that nobody mistakes for one another', () => {
    expect(makeChildNumber(new Uint8Array(7))).toBe('C00000000');
    fc.assert(fc.property(anyNumber, (number) => isChildNumber(number) && /^C[^ILOU]{8}$/.test(number)));
  });

  it('with one wrong sign is noticed, always', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...SIGNS),
        (number, at, sign) => {
          const wrong = number.slice(0, at) + sign + number.slice(at + 1);
          expect(isChildNumber(wrong)).toBe(wrong === number);
        },
      ),
    );
  });

  it('with two signs exchanged is noticed, always', () => {
    const places = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(anyNumber, places, places, (number, one, other) => {
        const signs = [...number];
        [signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? ''];
        expect(isChildNumber(signs.join(''))).toBe(signs.join('') === number);
      }),
    );
  });

  it('is found however it is typed', () => {
    const number = makeChildNumber(Uint8Array.of(0, 1, 10, 11, 12, 13, 14));
    expect(number.slice(0, 3)).toBe('C01');
    const typed = ` co l-${number.slice(3).toLowerCase()} `;
    expect(childNumberTyped(typed)).toBe(number);
    expect(childNumberTyped('C12345')).toBeUndefined();
    expect(() => makeChildNumber(new Uint8Array(3))).toThrow(RangeError);
  });
});
