import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { endsWhen, mayChangeFrom, mayHold } from './rules.ts';

const [MONDAY, TUESDAY, FRIDAY] = [day('2026-11-23'), day('2026-11-24'), day('2026-11-27')];
const now = { today: TUESDAY, atOnce: MONDAY };
const messageOf = (outcome: ReturnType<typeof endsWhen>) =>
  outcome.ok ? outcome.value : outcome.problems[0]?.message;

describe('A post that is held', () => {
  it('ends at once with the day before as its last, also where it is still to begin', () => {
    const ends = (fromOn: typeof MONDAY) =>
      messageOf(endsWhen({ when: 'now', untilOn: undefined }, { fromOn }, now));
    expect([ends(MONDAY), ends(FRIDAY)]).toEqual([MONDAY, day('2026-11-26')]);
  });

  it('ends on a day that is not past, and never later than it was to end', () => {
    const held = { fromOn: MONDAY, untilOn: TUESDAY };
    const ends = (untilOn: typeof MONDAY) => messageOf(endsWhen({ when: 'on a day', untilOn }, held, now));
    expect(ends(TUESDAY)).toBe(TUESDAY);
    expect(ends(MONDAY)).toContain('today or later');
    expect(ends(FRIDAY)).toContain('given it again');
  });

  it('is held by days that follow each other, and changes within them', () => {
    const member = { startedOn: MONDAY, leftOn: undefined };
    expect(mayHold({ fromOn: TUESDAY, untilOn: MONDAY }, member).ok).toBe(false);
    expect(mayHold({ fromOn: MONDAY, untilOn: undefined }, { ...member, leftOn: MONDAY }).ok).toBe(false);
    expect(mayHold({ fromOn: MONDAY, untilOn: TUESDAY }, member).ok).toBe(true);
    expect(mayChangeFrom(FRIDAY, { fromOn: MONDAY, untilOn: TUESDAY }, TUESDAY).ok).toBe(false);
    expect(mayChangeFrom(TUESDAY, { fromOn: MONDAY }, TUESDAY).ok).toBe(true);
  });
});
