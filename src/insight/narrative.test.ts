import { describe, expect, it } from 'vitest';
import { day } from '../language/day.ts';
import { id } from '../language/id.ts';
import { falseFlags } from './false-flags.ts';
import { monthOf, monthsUpTo } from './month.ts';
import { narrative } from './narrative.ts';
import { seriesOf } from './series.ts';
import type { MonthOfLines } from './series-point.ts';
import { poisson, seeded } from './statistics/simulate.ts';

const MONTHS = monthsUpTo(monthOf(day('2027-02-01')), 24);
const UNIT = { unit: { one: 'contact', many: 'contacts' } };
const FORBIDDEN = /\b(ris|rose|fall|fell|improv|worse|reduc|increas|decreas|better|grow|grew|drop)/i;
const CHANGE = /shifted|unusually|do not scatter/i;
const subject = id('00000000-0000-4000-8000-000000000001');
const blank = { subject, contactId: null, happenedOn: day('2026-01-05'), value: null };

function stableCounts(chance: () => number): readonly MonthOfLines[] {
  return MONTHS.map((month) => ({
    month,
    lines: Array.from({ length: poisson(chance, 60) }, () => ({ ...blank, met: true })),
  }));
}

function stableShares(chance: () => number): readonly MonthOfLines[] {
  return MONTHS.map((month) => ({
    month,
    lines: Array.from({ length: 50 }, () => ({ ...blank, met: chance() < 0.8 })),
  }));
}

describe('A sentence about a process in which nothing changes', () => {
  it.each([
    ['contacts', 'count', stableCounts],
    ['decisions in time', 'proportion', stableShares],
  ] as const)('speaks of change no more often than stated: %s', (_what, kind, draw) => {
    const chance = seeded(1240);
    const runs = 600;
    const all = Array.from({ length: runs }, () => seriesOf(draw(chance), { kind, better: 'higher' }));
    const sentences = all.map((series) => narrative(series, UNIT).text);
    const stated = falseFlags([
      { chart: kind === 'count' ? 'xmr' : 'p prime', points: 24, typical: 60, flow: null },
    ]);
    const changed = sentences.filter((text) => CHANGE.test(text)).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed / runs).toBeLessThan(stated + 3 * Math.sqrt((stated * (1 - stated)) / runs));
    expect(sentences.filter((text) => FORBIDDEN.test(text))).toEqual([]);
    for (const [at, series] of all.entries()) {
      expect(CHANGE.test(sentences[at] ?? '')).toBe(series.points.at(-1)?.reason !== null);
    }
  });

  it('is the same every time it is written', () => {
    const once = narrative(seriesOf(stableCounts(seeded(3)), { kind: 'count', better: 'neither' }), UNIT);
    const again = narrative(seriesOf(stableCounts(seeded(3)), { kind: 'count', better: 'neither' }), UNIT);
    expect(again).toEqual(once);
  });
});
