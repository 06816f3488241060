import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { currentTurn, type Meeting, mayBegin, mayDefer, mayGoOn, type Turn, turnsThrough } from './rules.ts';

const of = (n: number) => id(`00000000-0000-4000-8000-00000000000${n}`);
const meeting: Meeting = {
  id: of(1),
  persons: [],
  heldOn: day('2026-11-20'),
  beganAt: new Date('2026-11-20T09:00:00Z'),
  beganBy: of(2),
  endedAt: undefined,
};
const turn: Turn = {
  contactId: of(3),
  position: 1,
  undecided: 1,
  deferredAt: undefined,
  deferredReason: undefined,
};
const later: Turn = { ...turn, contactId: of(4), position: 2 };

describe('A meeting', () => {
  it('begins with somebody of the hub and something to take', () => {
    const ready = new Set([of(3)]);
    expect(mayBegin({ seats: [{ staffId: of(2) }], contacts: [of(3)] }, ready).ok).toBe(true);
    expect(
      mayBegin({ seats: [{ agencyId: of(5), named: 'Sgt Halyard' }], contacts: [of(3)] }, ready).ok,
    ).toBe(false);
    expect(mayBegin({ seats: [{ staffId: of(2) }], contacts: [] }, ready).ok).toBe(false);
    expect(mayBegin({ seats: [{ staffId: of(2) }], contacts: [of(4)] }, ready).ok).toBe(false);
  });

  it('is at the first contact that is neither decided nor put off', () => {
    expect(currentTurn([{ ...turn, undecided: 0 }, later])).toBe(later);
    expect(currentTurn([{ ...turn, deferredAt: meeting.beganAt }, later])).toBe(later);
    expect(currentTurn([{ ...turn, undecided: 0 }])).toBeUndefined();
    expect(turnsThrough([{ ...turn, undecided: 0 }, later])).toBe(1);
  });

  it('decides and puts off only while it runs', () => {
    const ended = { ...meeting, endedAt: new Date('2026-11-20T10:00:00Z') };
    expect(mayGoOn(meeting).ok).toBe(true);
    expect(mayGoOn(ended).ok).toBe(false);
    expect(mayDefer(ended, turn).ok).toBe(false);
  });

  it('puts off once, and nothing that was decided', () => {
    expect(mayDefer(meeting, turn).ok).toBe(true);
    expect(mayDefer(meeting, { ...turn, undecided: 0 }).ok).toBe(false);
    expect(mayDefer(meeting, { ...turn, deferredAt: meeting.beganAt }).ok).toBe(false);
  });
});
