import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import { type Followed, isNothing, mayGoAlong, type Workers } from './rules.ts';

const DECISION = id('00000000-0000-4000-8000-000000000001');
const nothing: Followed = { decisionIds: [DECISION], referrals: [], episodes: [], passedBy: [] };
const passed: Followed = { ...nothing, passedBy: [DECISION] };
const workers: Workers = {
  was: { name: 'Saffron Barnacle', worker: 'Tess Windlass' },
  isNow: { name: 'Saffy Whelk', worker: undefined },
};
const asked = { isSaid: false, mayCorrect: true, workers };
const today = day('2026-11-20');
const problem = (followed: Followed, more: Partial<typeof asked> = {}) => {
  const outcome = mayGoAlong(followed, { ...asked, ...more }, today);
  return outcome.ok ? undefined : outcome.problems[0];
};

describe('What was opened for a child who is somebody else', () => {
  it('is asked about only where there is something', () => {
    expect([isNothing(nothing), isNothing(passed)]).toEqual([true, false]);
    expect(problem(nothing, { mayCorrect: false })).toBeUndefined();
  });

  it('goes along once somebody who may put contacts right has said so', () => {
    expect(problem(passed)?.field).toBe('goesAlong');
    expect(problem(passed, { isSaid: true })).toBeUndefined();
    expect(problem(passed, { isSaid: true, mayCorrect: false })?.field).toBe('choice');
  });

  it('says who works with either, and that it stays so', () => {
    expect(problem(passed)?.message).toContain(
      'Tess Windlass works with Saffron Barnacle. Nobody works with Saffy Whelk. That stays so until a manager allocates anew',
    );
    const neither = { ...workers, was: { name: 'Saffron Barnacle', worker: undefined } };
    expect(problem(passed, { workers: neither })?.message).toContain('Nobody works with either');
    const both = { ...workers, isNow: { name: 'Saffy Whelk', worker: 'Tess Windlass' } };
    expect(problem(passed, { workers: both })?.message).toContain(
      'Tess Windlass works with Saffy Whelk as well as Saffron Barnacle, and that stays so',
    );
  });
});
