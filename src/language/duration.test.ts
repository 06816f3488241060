import { describe, expect, it } from 'vitest';
import { days, durationInWords, hours, months, workingDays, workingHours } from './duration.ts';

describe('A duration', () => {
  it('is said as people say it', () => {
    expect(
      [workingDays(1), workingDays(45), workingHours(4), hours(24), days(1), months(6)].map(durationInWords),
    ).toEqual(['1 working day', '45 working days', '4 working hours', '24 hours', '1 day', '6 months']);
  });
});
