import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressForApp, codeOf, secretToType, stepAt, stepOfCode } from './one-time-code.ts';

const SECRET = Buffer.from('12345678901234567890');
const NOW = new Date('2026-11-22T09:00:10Z');

describe('A one-time code', () => {
  // RFC 6238, appendix B, SHA-1: eight digits.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %d is the one that the standard gives', (second, code) => {
    expect(codeOf(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code);
  });

  it('V6.5.5 V6.5.8: is taken one step early and one step late, and no further', () => {
    const now = stepAt(NOW);
    const taken = [-2, -1, 0, 1, 2].filter(
      (off) => stepOfCode(SECRET, codeOf(SECRET, now + off), NOW, undefined) !== undefined,
    );
    expect(taken).toEqual([-1, 0, 1]);
  });

  it('acts once, and none before it acts afterwards (V6.5.1)', () => {
    const now = stepAt(NOW);
    expect(stepOfCode(SECRET, codeOf(SECRET, now), NOW, now)).toBeUndefined();
    expect(stepOfCode(SECRET, codeOf(SECRET, now - 1), NOW, now)).toBeUndefined();
    expect(stepOfCode(SECRET, codeOf(SECRET, now + 1), NOW, now)).toBe(now + 1);
  });

  it('is read as people type it, and nothing else is one', () => {
    const code = codeOf(SECRET, stepAt(NOW));
    expect(stepOfCode(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, NOW, undefined)).toBe(stepAt(NOW));
    for (const other of ['', '12345', `${code}0`, '１２３４５６', 'abcdef', '-'.repeat(6)])
      expect(stepOfCode(SECRET, other, NOW, undefined), other).toBeUndefined();
  });

  it('of another secret does not fit: of 2,000 secrets hardly any shares a code', () => {
    let fits = 0;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (secret) => {
        if (stepOfCode(SECRET, codeOf(secret, stepAt(NOW)), NOW, undefined) !== undefined) fits += 1;
      }),
      { numRuns: 2000, seed: 6238 },
    );
    expect(fits).toBeLessThan(3);
  });

  it('has a secret that can be typed, and an address that an app reads', () => {
    expect(secretToType(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
    expect(addressForApp(SECRET, 'nell@island.example', 'Continuum')).toBe(
      'otpauth://totp/Continuum:nell%40island.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Continuum&algorithm=SHA1&digits=6&period=30',
    );
  });
});
