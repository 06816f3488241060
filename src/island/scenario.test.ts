import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JERSEY } from '../profile/jersey.ts';
import { makeIsland } from './create.ts';
import { NO_SCENARIO, readScenario, ScenarioNotMet } from './scenario.ts';

const NOW = new Date('2021-03-05T14:02:00Z');

describe('A scenario', () => {
  it('of the brief asks for the referrals, the open children, the plans, the children in care and the caseload of two Februaries, and says where they come from', () => {
    const file = join(import.meta.dirname, '..', '..', 'island', 'brief-2021.json');
    expect(readScenario(readFileSync(file, 'utf8'))).toMatchObject({
      ok: true,
      value: {
        source: expect.stringContaining('brief'),
        referrals: { '2020-02': 72, '2021-02': 50 },
        childrenOpen: { '2020-02': 580, '2021-02': 466 },
        onPlans: { '2020-02': 59, '2021-02': 47 },
        inCare: { '2020-02': 81, '2021-02': 70 },
        inCareAged16And17: { '2021-02': 21 },
        busiestWorker: { '2021-02': 20 },
      },
    });
  });

  it('is refused where it asks for what is no month and no number', () => {
    expect(readScenario('{"source": "x", "referrals": {"2021-13": 5}}').ok).toBe(false);
    expect(readScenario('{"source": "x", "referrals": {"2021-12": -1}}').ok).toBe(false);
    expect(readScenario('not a scenario').ok).toBe(false);
  });

  it('that asks for young people of 16 and 17 in care is met also where chance would have too few of them open', () => {
    const scenario = {
      ...NO_SCENARIO,
      childrenOpen: { '2020-02': 91, '2021-02': 73 },
      inCare: { '2020-02': 10, '2021-02': 11 },
      inCareAged16And17: { '2021-02': 4 },
    };
    const wish = { profile: JERSEY, seed: 'p', children: 1_500, now: NOW, scenario };
    expect(makeIsland(wish).added.get('period_of_care')?.length).toBeGreaterThan(10);
  });

  it('that this island cannot meet is refused in plain words, and nothing is made up to fit', () => {
    const asks = (referrals: Record<string, number>) => () =>
      makeIsland({
        profile: JERSEY,
        seed: 'small',
        children: 300,
        now: NOW,
        scenario: { ...NO_SCENARIO, referrals },
      });
    expect(asks({ '2021-02': 5_000 })).toThrow(ScenarioNotMet);
    const inCare = { '2021-02': 5_000 };
    const island = { profile: JERSEY, seed: 'small', children: 300, now: NOW };
    expect(() => makeIsland({ ...island, scenario: { ...NO_SCENARIO, inCare } })).toThrow(ScenarioNotMet);
    expect(asks({ '2011-02': 1 })).toThrow(/does not lie in the three years/);
  });
});
