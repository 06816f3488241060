import { expect, it } from 'vitest';
import { day } from '../language/day.ts';
import { cut, type Stretch } from './stretches.ts';

it('A stretch that is cut twice knows its neighbours, so that nobody hands a child over to themselves', () => {
  const whole: Stretch = {
    group: [],
    fromOn: day('2020-01-06'),
    untilOn: day('2020-12-01'),
    came: 'allocated',
    places: ['assessment'],
  };
  const last = cut(whole, day('2020-09-01'), 'handed over');
  const middle = cut(whole, day('2020-05-01'), 'handed over');
  expect([whole.next, middle.before, middle.next, last.before]).toEqual([middle, whole, last, middle]);
  expect([whole.untilOn, middle.untilOn, last.untilOn]).toEqual(['2020-05-01', '2020-09-01', '2020-12-01']);
});
