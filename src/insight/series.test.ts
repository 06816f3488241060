import { describe, expect, it } from 'vitest';
import { addDays, day } from '../language/day.ts';
import { id } from '../language/id.ts';
import { chartOf } from './chart-of.ts';
import { falseFlags, flaggableOf } from './false-flags.ts';
import type { Line } from './measure.ts';
import { firstDayOf, type Month, monthOf, monthsUpTo } from './month.ts';
import { narrative } from './narrative.ts';
import { seriesOf } from './series.ts';
import type { MonthOfLines } from './series-point.ts';
import { anhoej } from './statistics/anhoej.ts';
import { poisson, seeded } from './statistics/simulate.ts';
import { rowsOf, seriesCsv } from './table.ts';

const FEBRUARY = monthOf(day('2027-02-28'));
const CONTACTS = { unit: { one: 'contact', many: 'contacts' } };

function child(number: number) {
  return id(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
}

function linesOf(
  month: Month,
  count: number,
  difference: (at: number) => Partial<Line> = () => ({}),
): readonly Line[] {
  const happenedOn = firstDayOf(month);
  return Array.from({ length: count }, (_, at) => {
    return { subject: child(at), contactId: null, happenedOn, met: true, value: null, ...difference(at) };
  });
}

function counts(values: readonly number[]): readonly MonthOfLines[] {
  return monthsUpTo(FEBRUARY, values.length).map((month, at) => ({
    month,
    lines: linesOf(month, values[at] ?? 0),
  }));
}

const STEADY = [62, 58, 65, 60, 70, 55, 63, 61, 66, 59, 64, 57];

describe('Contacts through time', () => {
  it('are judged by limits of the first twelve months, and the chart says where they were set', () => {
    const series = seriesOf(counts([...STEADY, 61, 120]), { kind: 'count', better: 'neither' });
    expect(series.chart).toBe('xmr');
    expect(series.newLimitsFrom).toEqual([{ at: 12, words: 'limits set here' }]);
    expect(series.points.at(-1)).toMatchObject({ value: 120, reason: 'out', side: 1, meaning: 'neither' });
    expect(narrative(series, CONTACTS).text).toBe('120 contacts in February. Unusually high this month.');
  });

  it('have shifted when seven months lie above the average', () => {
    const series = seriesOf(counts([...STEADY, 71, 69, 74, 72, 77, 70, 73]), {
      kind: 'count',
      better: 'neither',
    });
    expect(narrative(series, CONTACTS).text).toBe(
      '73 contacts in February. Has shifted up since August 2026: 7 months in a row above the average.',
    );
  });

  it('cannot be judged before there are twelve months', () => {
    const series = seriesOf(counts([62, 58, 6]), { kind: 'count', better: 'lower' });
    expect(series.points.every(({ mean, reason }) => mean === null && reason === null)).toBe(true);
    expect(narrative(series, CONTACTS)).toMatchObject({
      level: '6 contacts in February.',
      change: 'Cannot yet be judged: fewer than 12 months.',
      caveat: 'Few were counted: this fits anything from 2.2 to 13.1 contacts.',
    });
  });

  it('get new limits from the month at which somebody reset them', () => {
    const months = counts([...STEADY, ...STEADY.map((value) => value + 40)]);
    const [, , , , , , , , , , , , reset] = months;
    const rebaseAt = reset === undefined ? [] : [reset.month];
    const series = seriesOf(months, { kind: 'count', better: 'lower', rebaseAt });
    expect(series.newLimitsFrom).toEqual([{ at: 12, words: 'new limits' }]);
    expect(series.points.every(({ reason }) => reason === null)).toBe(true);
  });

  it('have limits on trial while those rest on fewer than twelve months', () => {
    const months = counts([...STEADY, 99, 101, 104, 98]);
    const series = seriesOf(months, {
      kind: 'count',
      better: 'neither',
      rebaseAt: [monthOf(day('2026-11-01'))],
    });
    expect(series.onTrial).toBe(4);
    expect(narrative(series, CONTACTS).text).toBe(
      '98 contacts in February. Stable: within the expected range. The limits are on trial: they rest on 4 months.',
    );
  });

  it('are less certain than separate events, by how much the first months vary', () => {
    const wild = seriesOf(counts([40, 90, 30, 80, 60, 100, 20, 70, 50, 90, 40, 60]), {
      kind: 'count',
      better: 'neither',
    });
    expect(wild.phi).toBeGreaterThan(5);
    const widths = [wild, seriesOf(counts(STEADY), { kind: 'count', better: 'neither' })].map(
      ({ months }) => {
        const { value, interval } = months.at(-1)?.figure ?? {};
        return (interval?.upper ?? 0) - (value ?? 0);
      },
    );
    expect(widths[0]).toBeGreaterThan(2 * (widths[1] ?? 0));
  });

  it('of nothing at all are said to be nothing', () => {
    expect(narrative(seriesOf([], { kind: 'count', better: 'neither' }), CONTACTS).text).toBe(
      'Nothing has been counted yet.',
    );
  });
});

describe('The chart of a series', () => {
  const remarks = [{ at: 3, words: 'New form opens' }];

  it('has the sentence as its name, its limits and its remarks, and every month', () => {
    const series = seriesOf(counts([...STEADY, 61, 120]), { kind: 'count', better: 'neither' });
    const told = narrative(series, CONTACTS);
    const chart = chartOf(
      { id: 'H1', title: 'Contacts', kind: 'count', better: 'neither' },
      series,
      told,
      remarks,
    );
    expect(chart.sentence).toBe(told.text);
    expect(chart.points.map(({ tick, group }) => `${tick} ${group}`).slice(-2)).toEqual(['Jan 27', 'Feb 27']);
    expect(chart.moments?.map(({ kind }) => kind)).toEqual(['limits', 'event']);
    expect(chart.most).toBeUndefined();
  });

  it('of a share reaches to all of them', () => {
    const series = seriesOf([], { kind: 'proportion', better: 'higher' });
    const chart = chartOf(
      { id: 'H3', title: 'In time', kind: 'proportion', better: 'higher', target: 0.9 },
      series,
      narrative(series, CONTACTS),
    );
    expect([chart.most, chart.target, chart.format(0.9)]).toEqual([1, 0.9, '90%']);
  });

  it('is counted among those that chance may flag', () => {
    const series = seriesOf(counts([...STEADY, ...STEADY]), { kind: 'count', better: 'neither' });
    expect(falseFlags([flaggableOf(series)])).toBeCloseTo(0.0609, 10);
  });
});

describe('Decisions in time', () => {
  const shares = (met: number, of: number, months: number) =>
    monthsUpTo(FEBRUARY, months).map((month, at) => ({
      month,
      lines: linesOf(month, of, (place) => ({ met: place < met + (at % 2) })),
    }));

  it('have limits that follow the size of the month, and their standard in words', () => {
    const series = seriesOf(shares(40, 50, 14), { kind: 'proportion', better: 'higher', target: 0.5 });
    expect(series.chart).toBe('p prime');
    expect(narrative(series, { ...CONTACTS, target: 0.5 }).text).toBe(
      '82% in February: 41 of 50. Stable: within the expected range. As things are, the standard of 50% is kept.',
    );
  });

  it('of a few a month are added up over twelve months', () => {
    const series = seriesOf(shares(1, 2, 14), { kind: 'proportion', better: 'higher' });
    expect(series.chart).toBe('run');
    expect(series.rolling).toMatchObject({ met: 18, counted: 24 });
    expect(narrative(series, CONTACTS).caveat).toBe(
      'Over twelve months 18 of 24, which fits anything from 55% to 88%.',
    );
  });

  it('leave a month without any in its place, outside the limits', () => {
    const months = shares(40, 50, 14).map((month, at) => (at === 5 ? { ...month, lines: [] } : month));
    const series = seriesOf(months, { kind: 'proportion', better: 'higher' });
    expect(series.points[5]).toMatchObject({ value: null, mean: null, reason: null });
    expect(series.points).toHaveLength(14);
    expect(series.newLimitsFrom).toEqual([{ at: 13, words: 'limits set here' }]);
  });
});

describe('Hours to a decision', () => {
  const medians = [
    7.2, 6.8, 7.9, 8.4, 7.1, 6.9, 7.6, 8.1, 7.4, 6.7, 7.8, 7.3, 7, 7.5, 6.9, 5.2, 4.4, 4.1, 3.9, 4.3, 3.6,
  ];
  const months = monthsUpTo(FEBRUARY, medians.length).map((month, at) => ({
    month,
    lines: linesOf(month, 79, (place) => ({ value: (medians[at] ?? 0) * (0.5 + place / 78) })),
  }));

  it('read unusual and say since when they have been below the average', () => {
    const series = seriesOf(months, { kind: 'duration', better: 'lower', target: 8.5 });
    expect(series.points.at(-1)?.meaning).toBe('better');
    const hours = { unit: { one: 'working hour', many: 'working hours' }, target: 8.5 };
    expect(narrative(series, hours).text).toBe(
      '3.6 working hours in February. Unusually low this month, and below the average since August 2026. ' +
        'As things are, the standard of 8.5 is met in some months and not in others.',
    );
  });

  it('stand in the table with what nine in ten stay within', () => {
    const [row] = rowsOf(seriesOf(months, { kind: 'duration', better: 'lower' }));
    expect(row).toEqual({
      heading: 'February 2027',
      counted: '79 of 79',
      value: '3.6',
      ninetieth: '5',
      most: '',
      shows: 'Below the expected range',
      meaning: 'better',
    });
  });

  it('go into a spreadsheet one month a line', () => {
    const lines = seriesCsv(seriesOf(months, { kind: 'duration', better: 'lower' })).split('\r\n');
    expect(lines).toHaveLength(medians.length + 2);
    expect(lines.at(-2)).toMatch(/^2027-02,3\.6,79,79,0,/);
  });
});

describe('Children open', () => {
  // From month to month `leave` children end and `join` others start, so that the register moves as a real one does.
  const stock = (join: number, leave: number) =>
    monthsUpTo(FEBRUARY, 15).map((month, at) => ({
      month,
      lines: linesOf(month, 400 + at * (join - leave), (place) => ({ subject: child(at * leave + place) })),
    }));

  it('are judged by who started and ended in a year, not by their own inertia', () => {
    const series = seriesOf(stock(11, 12), { kind: 'stock', better: 'neither' });
    expect(series.flow).toMatchObject({ started: 132, ended: 144, ordinary: true });
    expect(series.points.every(({ reason }) => reason === null)).toBe(true);
    expect(narrative(series, { unit: { one: 'child open', many: 'children open' } }).text).toBe(
      '386 children open at the end of February. ' +
        'Stable: in twelve months 132 started and 144 ended, and a difference of this size is ordinary.',
    );
  });

  it('have shifted when far more started than ended', () => {
    const series = seriesOf(stock(20, 8), { kind: 'stock', better: 'neither' });
    expect(series.points.at(-1)).toMatchObject({ reason: 'flow', side: 1, meaning: 'neither' });
    expect(narrative(series, { unit: { one: 'child open', many: 'children open' } }).change).toBe(
      'In twelve months 240 started and 96 ended: the number has shifted up.',
    );
    expect(series.points.slice(0, 12).every(({ reason }) => reason === null)).toBe(true);
  });
});

describe('Rare events', () => {
  it('are charted by the days between them, and fewer of them is a longer time', () => {
    const gaps = [30, 12, 41, 22, 35, 18, 27, 33, 15, 29, 38, 24, 20, 31, 26, 380];
    const days = [day('2025-01-03')];
    for (const gap of gaps) days.push(addDays(days.at(-1) ?? day('2025-01-03'), gap));
    const months = monthsUpTo(FEBRUARY, 26).map((month) => ({
      month,
      lines: days.filter((on) => monthOf(on) === month).map((on) => ({ ...blank, happenedOn: on })),
    }));
    const series = seriesOf(months, { kind: 'count', better: 'lower' });
    expect(series.chart).toBe('t');
    expect(series.points).toHaveLength(gaps.length);
    expect(series.points.at(-1)).toMatchObject({ value: 380, reason: 'out', meaning: 'better' });
    expect(narrative(series, { unit: { one: 'move', many: 'moves' } }).change).toBe(
      'The time since the event before is unusually long.',
    );
  });

  const blank = { subject: child(1), contactId: null, met: true, value: null };
});

describe('Months of a load, where most children stay with their worker and nothing changes', () => {
  const RUNS = 200;
  const STAY = 0.8;
  const chance = seeded(20_261_122);
  const stable = (): readonly number[] => {
    const drawn = (of: number) => Array.from({ length: of }, chance).filter((unit) => unit < STAY).length;
    let open = 60;
    const month = () => {
      open = drawn(open) + poisson(chance, 60 * (1 - STAY));
      return open;
    };
    for (let before = 0; before < 24; before += 1) month();
    return Array.from({ length: 30 }, month);
  };
  const loads = (values: readonly number[]): readonly MonthOfLines[] =>
    monthsUpTo(FEBRUARY, values.length).map((month, at) => ({
      month,
      lines: linesOf(month, 1, () => ({ value: values[at] ?? 0 })),
    }));
  const flagged = (series: readonly (readonly MonthOfLines[])[], correlated: boolean) =>
    series.filter((months) => {
      const { points } = seriesOf(months, { kind: 'load', better: 'lower', correlated });
      return points.at(-1)?.reason != null;
    }).length;

  it('are never flagged, where limits of separate months would flag a third of them and more', () => {
    const series = Array.from({ length: RUNS }, () => loads(stable()));
    expect(flagged(series, true)).toBe(0);
    expect(flagged(series, false)).toBeGreaterThan(RUNS / 3);
    expect(series.filter((months) => anhoej(valuesIn(months)).signal).length).toBeGreaterThan(RUNS / 3);
  });

  it('are drawn with their middle, and the sentence and the table say that they are not judged', () => {
    const months = loads([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
    const series = seriesOf(months, { kind: 'load', better: 'lower', correlated: true });
    expect([series.chart, series.points[0]?.mean, series.points[0]?.upper]).toEqual(['level', 18, null]);
    expect(narrative(series, { unit: { one: 'child', many: 'children' } }).text).toBe(
      '24 children at the end of February; the most of one is 24. Not judged month by month: each resembles the one before.',
    );
    expect(rowsOf(series)[0]?.shows).toBe('Not judged');
    expect(falseFlags([flaggableOf(series)])).toBe(0);
  });
});

function valuesIn(months: readonly MonthOfLines[]): readonly number[] {
  return months.map(({ lines }) => lines[0]?.value ?? 0);
}
