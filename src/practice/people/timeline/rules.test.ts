import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { askedIn, comparePlaces, type Entry, newestOf, placeFrom, placeInAddress } from './rules.ts';

const TODAY = day('2026-11-22');

const places = fc.record({
  on: fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days)),
  time: fc.option(fc.constantFrom('00:00', '09:05', '23:59'), { nil: undefined }),
  recorded: fc.integer({ min: 0, max: 3 }).map((some) => String(1_700_000_000_000_000 + some)),
  key: fc.uuid().map((one) => `began ${one}`),
});
const entries = places.map(
  (place): Entry => ({
    ...place,
    id: id('00000000-0000-4000-8000-000000000000'),
    source: 'Service',
    recordedAt: new Date(1_700_000_000_000),
    by: undefined,
    title: 'Began',
  }),
);

describe('The order of a timeline', () => {
  it('is the newest day first; within a day whatever has no time comes last, and is never given midnight', () => {
    const at = (on: string, time: string | undefined, key: string) =>
      ({ on: day(on), time, recorded: '0', recordedAt: new Date(0), key }) as Entry;
    const { entries: ordered } = newestOf(
      [
        at('2026-11-20', undefined, 'no time'),
        at('2026-11-20', '00:00', 'midnight'),
        at('2026-11-21', undefined, 'next day'),
        at('2026-11-20', '14:00', 'afternoon'),
      ],
      10,
    );
    expect(ordered.map(({ key }) => key)).toEqual(['next day', 'afternoon', 'midnight', 'no time']);
    expect(ordered.at(-1)?.time).toBeUndefined();
  });

  it('loses nothing and shows nothing twice from page to page, whatever falls together', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entries, { maxLength: 40, selector: ({ key }) => key }), (all) => {
        const seen: string[] = [];
        let rest: readonly Entry[] = all;
        while (rest.length > 0) {
          const page = newestOf(rest, 7);
          seen.push(...page.entries.map(({ key }) => key));
          const last = placeFrom(placeInAddress(page.entries.at(-1) as Entry));
          if (last === undefined) throw new Error('a place is read back from its address');
          rest = page.isMore ? rest.filter((one) => comparePlaces(one, last) < 0) : [];
        }
        expect(seen.toSorted()).toEqual(all.map(({ key }) => key).toSorted());
      }),
    );
  });
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

  it('is no place where somebody changed the address', () => {
    fc.assert(fc.property(fc.string(), (text) => placeFrom(`2026-02-30_${text}`) === undefined));
    fc.assert(
      fc.property(places, (place) => comparePlaces(place, placeFrom(placeInAddress(place)) ?? place) === 0),
    );
  });
});
