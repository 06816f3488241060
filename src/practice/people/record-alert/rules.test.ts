import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../language/day.ts';
import { RECORD_ALERT_RULES } from '../../../profile/record-alerts.ts';
import { alertInWords, reviewDay, stillStands } from './rules.ts';

const TODAY = day('2026-11-20');

describe('An alert of a record', () => {
  it('says what it warns of before its words, where that says more than they do', () => {
    expect(alertInWords({ kind: 'hazard at home', words: 'A dog that bites.' })).toBe(
      'Hazard at the home: A dog that bites.',
    );
    expect(alertInWords({ kind: 'other', words: 'Ring before you come.' })).toBe('Ring before you come.');
  });

  it('is looked at again on a day that lies ahead, and not later than the profile says', () => {
    const last = addDays(TODAY, RECORD_ALERT_RULES.longestDays);
    expect(reviewDay(last, TODAY).ok).toBe(true);
    for (const on of [TODAY, addDays(TODAY, -1), addDays(last, 1)])
      expect(reviewDay(on, TODAY)).toMatchObject({ ok: false, problems: [{ field: 'reviewOn' }] });
  });

  it('ends once', () => {
    expect(stillStands({ endedAt: undefined }).ok).toBe(true);
    expect(stillStands({ endedAt: new Date() }).ok).toBe(false);
  });
});
