import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDICATORS } from './indicators.ts';
import { levelPointedTo } from './level-pointed-to.ts';
import { LEVELS_OF_NEED } from './levels-of-need.ts';

const pointedTo = (...ids: readonly string[]) => levelPointedTo(ids, INDICATORS, LEVELS_OF_NEED);
const STATEMENTS = INDICATORS.flatMap(({ statements }) => statements);

describe('The level that a request points to', () => {
  it('is none while nothing is ticked', () => {
    expect(pointedTo()).toMatchObject({ level: null, because: [] });
  });

  it('is the highest ticked, however much goes well', () => {
    const mostlyWell = pointedTo('health-1a', 'learning-1a', 'feelings-1a', 'care-4b');
    expect(mostlyWell.level).toBe(4);
    expect(mostlyWell.reason).toBe('Points to level 4, Safeguarding, because of “Hurt by an adult”.');
  });

  it('says which statements point there and what usually happens', () => {
    const { reason, usually } = pointedTo('parents-2a', 'home-2b', 'learning-2a', 'identity-2a', 'health-1a');
    expect(reason).toBe(
      'Points to level 2, Wellbeing, because of “Absent now and then”, “Bullied”, “Low mood”, and 1 more.',
    );
    expect(usually).toContain('Early help is offered');
  });

  it('leaves out a statement that it does not know', () => {
    expect(pointedTo('health-9z').level).toBeNull();
  });

  it('never goes down when one more statement is ticked', () => {
    const some = fc.subarray(STATEMENTS.map(({ id }) => id));
    fc.assert(
      fc.property(some, fc.constantFrom(...STATEMENTS), (ids, { id, level }) => {
        const before = pointedTo(...ids).level ?? 0;
        expect(pointedTo(...ids, id).level).toBe(Math.max(before, level));
      }),
    );
  });
});

describe('The continuum of need', () => {
  it('has statements of every level in every domain', () => {
    for (const { statements } of INDICATORS) {
      expect([...new Set(statements.map(({ level }) => level))]).toEqual([1, 2, 3, 4]);
    }
  });

  it('keeps the names of its statements, which requests have stored', () => {
    const words = (id: string) => STATEMENTS.find((statement) => statement.id === id)?.words;
    expect(words('health-1a')).toBe('Well, with checks, immunisations and dental care kept up');
    expect(words('outside-4b')).toBe('Moved about by others to be exploited');
  });
});
