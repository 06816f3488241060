import { describe, expect, it } from 'vitest';
import { chartFor, type MeasureKind } from './chart-rule.ts';

describe('Which chart is drawn', () => {
  it.each<[string, MeasureKind | 'rate', Parameters<typeof chartFor>[1], string]>([
    ['62 contacts a month', 'count', { points: 24, typical: 62 }, 'xmr'],
    ['one placement breakdown a month', 'count', { points: 24, typical: 1, events: 24 }, 't'],
    ['a rare event seen only ten times', 'count', { points: 24, typical: 0.4, events: 10 }, 'run'],
    ['between rare and common', 'count', { points: 24, typical: 4.5, events: 108 }, 'run'],
    ['children open', 'stock', { points: 24, typical: 480 }, 'xmr'],
    ['children of each of 30 workers', 'load', { points: 24, typical: 30 }, 'xmr'],
    ['a share of 60', 'proportion', { points: 24, typical: 60 }, 'p prime'],
    ['a share of 12', 'proportion', { points: 24, typical: 12 }, 'run'],
    ['nights missing by nights in care', 'rate', { points: 24, typical: 3 }, 'u prime'],
    ['hours to 40 decisions', 'duration', { points: 24, typical: 40 }, 'log xmr'],
    ['weeks of 6 assessments', 'duration', { points: 24, typical: 6 }, 'run'],
    ['eleven months of anything', 'count', { points: 11, typical: 62 }, 'run'],
    ['months that resemble each other', 'count', { points: 24, typical: 62, correlated: true }, 'level'],
    ['eleven months that resemble each other', 'load', { points: 11, typical: 30, correlated: true }, 'run'],
  ])('for %s', (_what, kind, shape, chart) => {
    expect(chartFor(kind, shape).chart).toBe(chart);
    expect(chartFor(kind, shape).words).toMatch(/\.$/);
  });
});
