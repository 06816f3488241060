import { describe, expect, it } from 'vitest';
import { JERSEY } from '../../../profile/jersey.ts';
import { endOfLink, stageOf } from './rules.ts';

const contact = { taken: false, decided: false, answered: false };

describe('Following a private link', () => {
  it('says received until somebody has begun', () => {
    expect(stageOf(contact)).toBe('received');
  });

  it('says that it is being looked at once a worker has taken it', () => {
    expect(stageOf({ ...contact, taken: true })).toBe('being looked at');
  });

  it('says that it is decided before the answer has been told', () => {
    expect(stageOf({ ...contact, taken: true, decided: true })).toBe('decided');
  });

  it('says answered once the answer was told, whoever had it in hand', () => {
    expect(stageOf({ ...contact, decided: true, answered: true })).toBe('answered');
  });

  it('is kept for the 90 days that the profile sets, to the end of the last one', () => {
    expect(endOfLink(new Date('2026-11-20T10:00:00Z'), JERSEY)).toEqual(new Date('2027-02-19T00:00:00Z'));
  });
});
