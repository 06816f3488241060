import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../language/day.ts';
import { askedIn, placeFrom, placeInAddress } from './rules.ts';

const TODAY = day('2026-11-22');

const places = fc.record({
  on: fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days)),
  time: fc.option(fc.constantFrom('00:00', '09:05', '23:59'), { nil: undefined }),
  recorded: fc.integer({ min: 0, max: 3 }).map((some) => String(1_700_000_000_000_000 + some)),
  key: fc.uuid().map((one) => `began ${one}`),
});
describe('What is asked of a timeline', () => {
  it('is read as people type it, and what cannot be read is not asked', () => {
    expect(
      askedIn({ kind: 'visits', from: '1/9/2026', until: 'yesterday', by: ' Windlass ' }, TODAY),
    ).toEqual({
      source: 'visits',
      from: '2026-09-01',
      until: '2026-11-21',
      by: 'Windlass',
      before: undefined,
    });
    const nothing = {
      source: undefined,
      from: undefined,
      until: undefined,
      by: undefined,
      before: undefined,
    };
    expect(askedIn({ kind: ['a', 'b'], from: '31/2/2026', by: 'a\u0000b', before: 'x_y' }, TODAY)).toEqual(
      nothing,
    );
  });

  it('is a place that is read back from its address, and none where somebody changed it', () => {
    fc.assert(fc.property(fc.string(), (text) => placeFrom(`2026-02-30_${text}`) === undefined));
    fc.assert(
      fc.property(places, (place) => {
        expect(placeFrom(placeInAddress(place))).toEqual(place);
      }),
    );
  });
});
