import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASVS_CONTROLS } from './prove/asvs-controls.ts';
import { CONTROLS } from './prove/controls.ts';
import { faultsOfWork, type Kept } from './prove/work-reckoning.ts';

const ROOT = join(import.meta.dirname, '..');

describe('The control of an idea', () => {
  it.each(
    [...CONTROLS, ...ASVS_CONTROLS].map((control) => [`${control.idea}, ${control.off}`, control] as const),
  )('finds the words that carry it: %s', (_idea, { file, was, test: [tested, title] }) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(was);
    // Some titles are put together of a form, or of a lie, and what is said of it.
    const own = title.replace(/^(?:believes nothing that is not so|\/[\w-]+): /, '');
    expect(readFileSync(join(ROOT, tested), 'utf8'), tested).toContain(own);
  });
});

describe('The reckoning after the kills', () => {
  const both = { count: 1, sides: [true, true, true] };
  const neither = { count: 1, sides: [false, false, false] };
  const faultsWith = (told: readonly string[], kept: Readonly<Record<string, Kept>>) =>
    faultsOfWork(new Set(told), new Map(Object.entries(kept)));

  it('has nothing against what is there once, and on both sides or on neither', () => {
    const kept = {
      'visit 1': { count: 1, sides: [] },
      'offer 1': both,
      'offer 2': neither,
      'closing 1': both,
    };
    expect(faultsWith(['visit 1', 'offer 1', 'accepted offer 1', 'offer 2'], kept)).toEqual([]);
  });

  it('finds what is lost, doubled, taken back, or done on one side alone', () => {
    const half = { count: 1, sides: [true, false, false] };
    const kept = { 'visit 2': { count: 2, sides: [] }, 'offer 1': neither, 'closing 1': half };
    const faults = faultsWith(['visit 1', 'accepted offer 1'], kept);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'lost',
      'taken back',
      'doubled',
      'one side alone',
    ]);
  });
});
