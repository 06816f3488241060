import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../../language/day.ts';
import { mayBegin, mayEnd } from './rules.ts';

const born = (life: Partial<Parameters<typeof mayBegin>[1]>) => ({
  name: 'Saffron',
  bornOn: undefined,
  dueOn: undefined,
  bornOnCertainty: 'known' as const,
  diedOn: undefined,
  ...life,
});
const begin = (
  on: string,
  life: Partial<Parameters<typeof mayBegin>[1]>,
  open: readonly { kind: string; beganOn: Day }[] = [],
) => {
  const may = mayBegin({ kind: 'in need', beganOn: day(on) }, born(life), open);
  return may.ok ? 'done' : may.problems.map(({ field, message }) => `${field}: ${message}`).join();
};

describe('A period of service', () => {
  it('begins on the day of birth and not the day before, a leap day too', () => {
    const life = { bornOn: day('2024-02-29') };
    expect(begin('2024-02-29', life)).toBe('done');
    expect(begin('2024-02-28', life)).toBe(
      'beganOn: The first day must be on or after 29 February 2024, when Saffron was born',
    );
  });

  it('begins before birth where the child was expected, and not before there was one', () => {
    const life = { dueOn: day('2026-12-24'), bornOnCertainty: 'not known' as const };
    expect(begin('2026-03-19', life)).toBe('done');
    expect(begin('2026-03-18', life)).toContain('280 days before Saffron is due');
  });

  it('does not begin after death, nor where one of its kind is open', () => {
    expect(begin('2026-02-02', { diedOn: day('2026-02-01') })).toContain('when Saffron died');
    const open = [{ kind: 'in need', beganOn: day('2026-01-05') }];
    expect(begin('2026-02-02', {}, open)).toContain(
      'kind: Child in need is open already, since 5 January 2026',
    );
    expect(begin('2026-02-02', {}, [{ kind: 'early help', beganOn: day('2026-01-05') }])).toBe('done');
  });

  it('ends on its first day or later, and once', () => {
    const period = { kind: 'in need', beganOn: day('2026-01-05'), endedOn: undefined };
    expect(mayEnd(period, day('2026-01-05'), 'moved away').ok).toBe(true);
    expect(mayEnd(period, day('2026-01-04'), 'moved away').ok).toBe(false);
    expect(mayEnd({ ...period, endedOn: day('2026-01-06') }, day('2026-01-07'), 'moved away').ok).toBe(false);
  });

  it('ends with the family where the work is done, and by a manager alone where something else ends it', () => {
    const period = { beganOn: day('2026-01-05'), endedOn: undefined };
    const ends = (kind: string, reason: string) => mayEnd({ ...period, kind }, day('2026-02-01'), reason).ok;
    expect([ends('in need', 'no longer in need'), ends('in need', 'work done')]).toEqual([false, false]);
    expect([ends('in need', 'moved away'), ends('in need', 'died'), ends('assessment', 'work done'), ends('early help', 'not wanted')]).toEqual([true, true, false, false]); // biome-ignore format: one line
  });
});
