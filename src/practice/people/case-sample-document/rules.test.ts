import { describe, expect, it } from 'vitest';
import { sizeInWords } from './rules.ts';

describe('The size of a document', () => {
  it('is told in bytes or in thousands of them, never less than it is', () => {
    expect([1, 2, 999, 1000, 1001, 900_000].map(sizeInWords)).toEqual([
      '1 byte',
      '2 bytes',
      '999 bytes',
      '1 kB',
      '2 kB',
      '900 kB',
    ]);
  });
});
