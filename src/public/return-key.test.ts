import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inGroups, keyFrom, readKey } from './return-key.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('The code to come back', () => {
  it('is the whole key: two keys never have one code', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(keyFrom(one) === keyFrom(other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });

  it('is read however somebody copied it down', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const key = keyFrom(some);
        expect(readKey(inGroups(key))).toBe(key);
        expect(readKey(` ${inGroups(key).toLowerCase().replaceAll(' ', '-')} `)).toBe(key);
        expect(readKey(key.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(key);
      }),
    );
  });

  it('stands in five groups', () => {
    expect(inGroups(keyFrom(new Uint8Array(16).fill(255))).split(' ')).toHaveLength(5);
  });

  it('is not guessed from what is shorter, longer or holds other signs', () => {
    const key = keyFrom(new Uint8Array(16));
    expect(readKey(key.slice(1))).toBeUndefined();
    expect(readKey(`${key}0`)).toBeUndefined();
    expect(readKey(key.replace('0', 'U'))).toBeUndefined();
    expect(readKey('')).toBeUndefined();
  });
});
