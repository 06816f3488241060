import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { axisOf, chapters, dayAsKnown, placed, type Stretch, stretchInWords, togetherIn } from './rules.ts';

const from = (fromOn?: string, untilOn?: string, more: Partial<Stretch> = {}): Stretch => ({
  fromOn: fromOn === undefined ? undefined : day(fromOn),
  fromAbout: false,
  untilOn: untilOn === undefined ? undefined : day(untilOn),
  untilAbout: false,
  ...more,
});
const TODAY = day('2026-11-22');

describe('The time in which two lived together', () => {
  it('is that in which both were there, roughly where either is only roughly known', () => {
    const child = from('2015-06-08', '2020-06-03');
    expect(togetherIn(child, from('2018-01-01', undefined, { fromAbout: true }))).toMatchObject(
      from('2018-01-01', '2020-06-03', { fromAbout: true }),
    );
    expect(togetherIn(child, from('2012-01-01', '2016-01-01'))).toMatchObject(
      from('2015-06-08', '2016-01-01'),
    );
  });

  it('is none where one had left when the other came, on that day too', () => {
    expect(togetherIn(from('2015-06-08', '2020-06-03'), from('2020-06-03'))).toBeUndefined();
    expect(togetherIn(from('2022-01-01'), from('2010-01-01', '2020-01-01'))).toBeUndefined();
  });

  it('begins on a day that is not known where either’s is not, and never before the other came', () => {
    const together = togetherIn(from('2015-06-08'), from());
    expect(together).toMatchObject({ fromOn: undefined, notBefore: day('2015-06-08') });
  });
});

describe('How a stretch of time is said', () => {
  it('says what is known, and that the rest is not', () => {
    expect(stretchInWords(from('2015-06-08'))).toBe('since 8 June 2015');
    expect(stretchInWords(from())).toBe('since when is not known');
    expect(stretchInWords(from(undefined, '2020-06-03', { untilAbout: true }))).toBe(
      'until about 3 June 2020',
    );
    expect(dayAsKnown(undefined, false)).toBe('not known');
  });
});

describe('The drawing', () => {
  const lanes = [{ id: '1', words: 'Rosa', bars: [from('2017-01-01', '2022-01-01'), from('2024-01-01')] }];

  it('runs from the first day that is known until today, with years that do not crowd', () => {
    const axis = axisOf(lanes, day('1996-11-22'), TODAY);
    expect([axis.firstOn, axis.lastOn]).toEqual(['1996-11-22', TODAY]);
    expect(axis.years.map(({ words }) => words)).toEqual(['2000', '2005', '2010', '2015', '2020', '2025']);
  });

  it('puts a bar where its days are, and says which of its ends is known', () => {
    const axis = axisOf([], day('2016-11-22'), TODAY);
    expect(placed(from('2021-11-22'), axis)).toEqual({ at: 50, width: 50, from: 'sure', until: 'goes on' });
    expect(placed(from(undefined, '2021-11-22', { untilAbout: true }), axis)).toEqual({
      at: 0,
      width: 50,
      from: 'not known',
      until: 'about',
    });
    expect(placed(from('2026-11-22', '2026-11-22'), axis).width).toBe(1);
  });

  it('is told as chapters, the latest first, from one change to the next and never the same twice', () => {
    const told = chapters(
      [...lanes, { id: '2', words: 'Otto', bars: [from('2015-06-08')] }],
      [{ id: '3', words: 'Gull Row', bars: [from('2015-06-08', '2017-01-01'), from('2017-01-01')] }],
      TODAY,
    );
    expect(told.map((one) => [one.fromOn, one.untilOn, one.with, one.where])).toEqual([
      ['2024-01-01', undefined, ['Rosa', 'Otto'], ['Gull Row']],
      ['2022-01-01', '2024-01-01', ['Otto'], ['Gull Row']],
      ['2017-01-01', '2022-01-01', ['Rosa', 'Otto'], ['Gull Row']],
      ['2015-06-08', '2017-01-01', ['Otto'], ['Gull Row']],
    ]);
  });
});
