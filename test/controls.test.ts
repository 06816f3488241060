import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTROLS } from './prove/controls.ts';

const ROOT = join(import.meta.dirname, '..');

describe('The control of an idea', () => {
  it.each(CONTROLS.map((control) => [control.idea, control] as const))(
    'finds the words that carry it: %s',
    (_idea, { file, was }) => {
      expect(readFileSync(join(ROOT, file), 'utf8')).toContain(was);
    },
  );
});
