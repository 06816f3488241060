import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import { setAside } from './raw-answers.ts';

function read(body: string): unknown {
  const outcome = decode(body);
  return outcome.ok ? { ...outcome.value } : outcome.problems[0]?.message.split('.')[0];
}

describe('What a browser sends', () => {
  it('is read as names and texts, in any writing', () => {
    expect(read('worry=He+said+%22no%22&name=Jo%C3%A3o+%F0%9F%91%A7&blank=&bare&&x=a%3Db=c')).toEqual({
      worry: 'He said "no"',
      name: 'João 👧',
      blank: '',
      bare: '',
      x: 'a=b=c',
    });
    expect(read('')).toEqual({});
  });

  it('keeps every text of a name that is sent more than once', () => {
    expect(read('a=1&b=2&a=3&a=1')).toEqual({ a: ['1', '3', '1'], b: '2' });
  });

  it('keeps a byte order mark, a NUL and line ends as they are, for the form to judge', () => {
    expect(read('a=%EF%BB%BFx%00%0D%0A')).toEqual({ a: '\ufeffx\u0000\r\n' });
  });

  it.each([
    ['half an escape', 'a=%'],
    ['an escape that is none', 'a=%zz'],
    ['bytes that are not UTF-8', 'a=%ff'],
    ['half a character, in UTF-8', 'a=%ED%A0%80'],
    ['an overlong form', 'a=%C0%AF'],
    ['a character cut off', 'a=%E2%82'],
    ['half a character, raw', 'a=\ud800'],
    ['damage in a name', '%ff=a'],
  ])('is refused with %s, not repaired', (_, body) => {
    expect(read(body)).toBe('What was sent is damaged');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'a.__proto__.b', '%5F%5Fproto__', 'a.constructor'])(
    'is refused when it names %s',
    (name) => {
      expect(read(`${name}=1`)).toBe('What was sent is not from this page');
      expect(Object.hasOwn(Object.prototype, 'b')).toBe(false);
    },
  );

  it('may have names with four dots, and no deeper or longer', () => {
    expect(read('a.0.b.1.c=x')).toEqual({ 'a.0.b.1.c': 'x' });
    expect(read('a.0.b.1.c.2=x')).toBe('What was sent is not from this page');
    expect(read(`${'a'.repeat(201)}=x`)).toBe('What was sent is not from this page');
  });

  it('may have a thousand answers and a size, and no more', () => {
    expect(decode('a=1&'.repeat(1_000)).ok).toBe(true);
    expect(read('a=1&'.repeat(1_001))).toBe('What was sent has too many answers');
    expect(read(`a=${'x'.repeat(999_998)}`)).toHaveProperty('a');
    expect(read(`a=${'x'.repeat(999_999)}`)).toBe('What was sent is too large');
    expect(decode('a=12345', { bytes: 6 }).ok).toBe(false);
  });

  it('carries no names of its own', () => {
    const outcome = decode('a=1');
    expect(outcome.ok && 'toString' in outcome.value).toBe(false);
  });

  it('arrives exactly as it left', () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
    const names = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,7}(\.\d\.[a-z]{1,7})?$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(names, texts)), (pairs) => {
        const outcome = decode(new URLSearchParams(pairs));
        const sent = new URLSearchParams(pairs);
        expect(outcome.ok).toBe(true);
        if (outcome.ok)
          for (const [name] of pairs) expect([outcome.value[name]].flat()).toEqual(sent.getAll(name));
      }),
    );
  });

  it('never makes the program stop', () => {
    const bits = fc.constantFrom(
      '%',
      '%0',
      '%00',
      '%ED%A0%80',
      '=',
      '&',
      '+',
      '.',
      '__proto__',
      'a',
      '\udfff',
      '%F0%9F%91%A7',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary' }))), (parts) => {
        expect(typeof decode(parts.join('')).ok).toBe('boolean');
      }),
    );
  });

  it("sets a form's own keys apart from its answers", () => {
    const outcome = decode('worry=x&onceKey=k&need=1&need=2');
    expect(outcome.ok && setAside(outcome.value, ['onceKey', 'draft'])).toEqual({
      aside: { onceKey: 'k' },
      answers: { worry: 'x', need: ['1', '2'] },
    });
  });
});
