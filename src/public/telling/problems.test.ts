import { describe, expect, it } from 'vitest';
import { day } from '../../language/day.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { sayIn } from '../catalogue/catalogue.ts';
import { problemsIn } from '../catalogue/problems.ts';
import { PT } from '../catalogue/pt.ts';
import { EVERYTHING } from './questions.ts';

const problems = (typed: RawAnswers) => {
  const read = EVERYTHING.read(typed, { today: day('2026-11-20') });
  return read.ok ? [] : problemsIn(sayIn('pt', 'pt-PT'), read.problems).map(({ message }) => message);
};

describe('Everything the questions can refuse', () => {
  it('has words of its own in the reader’s language', () => {
    expect(problems({ goingWell: 'x'.repeat(8001) })[0]).toContain('Tem 1 a mais');
    expect(problems({ school: 'a\nb' })).toEqual([PT['problem.one-line']]);
    expect(problems({ happening: 'a\u0000b' })).toEqual([PT['problem.character']]);
    expect(problems({ email: 'rosa' })).toEqual([PT['problem.email']]);
    expect(problems({ telephone: '12' })).toEqual([PT['problem.telephone']]);
    expect(problems({ safeWays: 'pigeon' })).toEqual([PT['problem.choose']]);
    expect(problems({ danger: 'maybe' })).toEqual([PT['problem.choose']]);
    expect(problems({ unasked: 'yes' })).toEqual([PT['problem.unasked']]);
    expect(problems({ 'children.9.age': '3' })).toEqual([PT['problem.too-many'].replace('{max}', '8')]);
  });
});
