import { describe, expect, it } from 'vitest';
import { mayEndWithoutWork } from './index.ts';

describe('What never became work', () => {
  it('ends as opened in error where nobody worked yet, or where another holds the work', () => {
    expect(mayEndWithoutWork('in error', { others: 0, becameWork: false }).ok).toBe(true);
    expect(mayEndWithoutWork('in error', { others: 1, becameWork: true }).ok).toBe(true);
    expect(mayEndWithoutWork('in error', { others: 0, becameWork: true }).ok).toBe(false);
  });

  it('ends as a duplicate only of another that stays open', () => {
    expect(mayEndWithoutWork('duplicate', { others: 1, becameWork: true }).ok).toBe(true);
    expect(mayEndWithoutWork('duplicate', { others: 0, becameWork: false }).ok).toBe(false);
  });
});
