import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../../../language/id.ts';
import { deal } from './rules.ts';

const number = (kind: number, of: number) =>
  id(`00000000-0000-4000-8000-${String(kind * 1_000_000 + of).padStart(12, '0')}`);
const MANAGERS = [0, 1, 2, 3].map((at) => ({ id: number(1, at), teams: [number(2, at)], has: 0 }));
const managers = fc.integer({ min: 1, max: MANAGERS.length }).map((many) => MANAGERS.slice(0, many));
const cases = fc
  .array(fc.record({ family: fc.nat(12), team: fc.nat(4), mayNot: fc.subarray([0, 1, 2, 3]) }), {
    maxLength: 40,
  })
  .map((all) =>
    all.map(({ family, team, mayNot }, at) => ({
      id: number(3, at),
      family: number(4, family),
      teamId: team === 4 ? undefined : number(2, team),
      mayNot: new Set(mayNot.map((one) => number(1, one))),
    })),
  );
const way = fc.constantFrom('by team' as const, 'evenly' as const);

describe('Dealing cases', () => {
  it('gives each case that somebody may rate to one who may, and no other case to anybody', () => {
    fc.assert(
      fc.property(cases, managers, way, (all, some, how) => {
        const dealt = deal(all, some, how);
        for (const one of all) {
          const to = dealt.get(one.id);
          const able = some.filter(({ id: who }) => !one.mayNot.has(who));
          expect(to === undefined).toBe(able.length === 0);
          if (to !== undefined) expect(able.map(({ id: who }) => who)).toContain(to);
        }
        expect([...deal(all, some, how)]).toEqual([...dealt]);
      }),
    );
  });

  it('keeps a family with one manager, as long as one may rate all of it', () => {
    fc.assert(
      fc.property(cases, managers, (all, some) => {
        const dealt = deal(all, some, 'evenly');
        for (const family of Map.groupBy(all, (one) => one.family).values()) {
          const oneMayAll = some.some(({ id: who }) => family.every(({ mayNot }) => !mayNot.has(who)));
          const hands = new Set(family.map((one) => dealt.get(one.id)));
          if (oneMayAll) expect(hands.size).toBe(1);
        }
      }),
    );
  });

  it('leaves nobody with more than one family above anybody else, where all may rate all and it is even', () => {
    fc.assert(
      fc.property(cases, managers, (all, some) => {
        const free = all.map((one) => ({ ...one, mayNot: new Set<never>() }));
        const dealt = deal(free, some, 'evenly');
        const loads = some.map(({ id: who }) => [...dealt.values()].filter((to) => to === who).length);
        const families = [...Map.groupBy(free, ({ family }) => family).values()].map(({ length }) => length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...families));
      }),
    );
  });

  it('goes to the manager of the team by team, and to another where that one works with the child', () => {
    const one = { id: number(3, 1), family: number(4, 1), teamId: number(2, 2) };
    const to = (mayNot: Set<ReturnType<typeof id>>) =>
      deal([{ ...one, mayNot }], MANAGERS, 'by team').get(one.id);
    expect(to(new Set())).toBe(number(1, 2));
    expect(to(new Set([number(1, 2)]))).toBe(number(1, 0));
  });
});
