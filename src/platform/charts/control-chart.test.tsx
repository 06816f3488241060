/** @jsxImportSource preact */
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { BarRow } from './bar-row.tsx';
import { ChartFigure, ControlChart } from './control-chart.tsx';
import { type ChartPoint, type ControlChartProps, frameOf } from './frame.ts';
import type { MarkMeaning } from './marks.tsx';
import { Sparkline } from './sparkline.tsx';

function point(value: number | null, at: number, difference: Partial<ChartPoint> = {}): ChartPoint {
  const usual = { mean: 60, lower: 40, upper: 80, meaning: 'usual' } as const;
  return { label: `Month ${at}`, tick: `M${at}`, group: '26', value, ...usual, ...difference };
}

const props: ControlChartProps = {
  id: 'contacts',
  title: 'Contacts received',
  sentence: '81 contacts in February. Unusually high this month.',
  points: [58, 66, 61, 70, 55, 81].map((value, at) =>
    point(value, at, value > 80 ? { meaning: 'concern' } : {}),
  ),
  format: String,
  direction: 'lower',
};

function marks(html: string, meaning: MarkMeaning): number {
  return html.split(`c-chart__mark--${meaning}"`).length - 1;
}

describe('A control chart', () => {
  it('has a name and says to a screen reader what the sentence above it says', () => {
    const html = render(<ControlChart {...props} width="wide" />);
    expect(html).toContain('role="img" aria-labelledby="contacts-wide-title contacts-wide-desc"');
    expect(html).toContain('<title id="contacts-wide-title">Contacts received</title>');
    expect(html).toContain(
      '<desc id="contacts-wide-desc">81 contacts in February. Unusually high this month.</desc>',
    );
  });

  it('draws one mark a point, by what it means, with its words', () => {
    const html = render(<ControlChart {...props} width="wide" />);
    expect([marks(html, 'usual'), marks(html, 'concern'), marks(html, 'better')]).toEqual([5, 1, 0]);
    expect(html).toContain('<title>Month 5: 81, unusual, a concern</title>');
  });

  it('starts at zero, whatever its values', () => {
    const { y, bottom, levels } = frameOf(
      { ...props, points: [point(1480, 0, { lower: 1450, upper: 1500, mean: 1475 })] },
      'wide',
    );
    expect([y(0), levels[0]]).toEqual([bottom, 0]);
    expect(frameOf({ ...props, most: 1 }, 'narrow').y.domain()).toEqual([0, 1]);
  });

  it('bears a month without a value, a chart without limits and no months at all', () => {
    const without = { mean: null, lower: null, upper: null };
    const gap = render(
      <ControlChart {...props} points={[point(3, 0), point(null, 1), point(4, 2)]} width="wide" />,
    );
    expect(marks(gap, 'usual')).toBe(2);
    const short = render(
      <ControlChart {...props} points={[point(3, 0, without), point(4, 1, without)]} width="narrow" />,
    );
    expect(short).not.toContain('c-chart__band');
    for (const html of [gap, short, render(<ControlChart {...props} points={[]} width="wide" />)]) {
      expect(html).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('says that a lower limit below zero is none, and draws nothing below zero', () => {
    const html = render(
      <ControlChart
        {...props}
        points={[1, 2, 1].map((value, at) => point(value, at, { mean: 1, lower: -3, upper: 5 }))}
        width="wide"
      />,
    );
    expect(html).toContain('lower none');
    const { bottom } = frameOf(props, 'wide');
    const heights = [...html.matchAll(/c-chart__band" d="([^"]+)"/g)].flatMap(([, d]) => [
      ...(d ?? '').matchAll(/[ML][\d.]+,([\d.]+)/g),
    ]);
    expect(heights.length).toBeGreaterThan(0);
    for (const [, height] of heights) expect(Number(height)).toBeLessThanOrEqual(bottom + 0.1);
  });

  it('draws limits afresh after a reset', () => {
    const reset = [
      ...props.points,
      ...[20, 24, 22].map((value, at) => point(value, at + 6, { mean: 22, lower: 10, upper: 34 })),
    ];
    const html = render(
      <ControlChart
        {...props}
        points={reset}
        moments={[{ at: 6, words: 'new limits', kind: 'limits' }]}
        width="wide"
      />,
    );
    expect(html.split('c-chart__band').length - 1).toBe(2);
    expect(html).toContain('new limits');
  });

  it('leaves remarks to the wide drawing', () => {
    const remark = [{ at: 2, words: 'New form opens', kind: 'event' }] as const;
    expect(render(<ControlChart {...props} moments={remark} width="wide" />)).toContain('New form opens');
    expect(render(<ControlChart {...props} moments={remark} width="narrow" />)).not.toContain(
      'New form opens',
    );
  });

  it('carries no style of its own, which the page would refuse', () => {
    const bars = (
      <BarRow
        id="who"
        title="Who told us"
        sentence="Mostly schools."
        bars={[{ label: 'School', value: 31 }]}
      />
    );
    const line = (
      <Sparkline
        id="s"
        title="Contacts"
        sentence="As usual."
        values={[3, null, 5]}
        mean={4}
        meaning="usual"
      />
    );
    for (const html of [render(<ChartFigure {...props} />), render(bars), render(line)])
      expect(html).not.toContain('style=');
  });

  it('explains only the marks that it can carry', () => {
    const key = render(<ChartFigure {...props} direction="neither" />);
    expect(key).toContain('unusual, neither good nor bad');
    expect(key).not.toContain('unusual, better');
  });
});

describe('Bars', () => {
  it('start at zero and are as long as their counts', () => {
    const bars = [
      { label: 'School', value: 40 },
      { label: 'Police', value: 10 },
      { label: 'Dentist', value: 0, words: 'fewer than 5' },
    ];
    const html = render(<BarRow id="who" title="Who told us" sentence="Mostly schools." bars={bars} />);
    expect([...html.matchAll(/width="([\d.]+)%"/g)].map(([, width]) => width)).toEqual(['100', '25', '0']);
    expect(html).toContain('fewer than 5');
  });
});
