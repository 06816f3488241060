import { describe, expect, it } from 'vitest';
import { inAddress, isAboutOwn } from './rules.ts';

describe('Whose children a list is about', () => {
  it('begins with one’s own, and with everybody for a manager', () => {
    const worker = { isManager: false };
    const manager = { isManager: true };
    expect([undefined, 'yes', 'no', ['no']].map((mine) => isAboutOwn(mine, worker))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect([undefined, 'yes', 'no'].map((mine) => isAboutOwn(mine, manager))).toEqual([false, true, false]);
  });

  it('says both in the address, where there is something to choose', () => {
    expect(inAddress({})).toEqual({});
    expect(inAddress({ mine: true })).toEqual({ mine: 'yes' });
    expect(inAddress({ mine: false })).toEqual({ mine: 'no' });
    const team = { id: 'a-team' } as never;
    expect(inAddress({ team, mine: false })).toEqual({ team: 'a-team' });
  });
});
