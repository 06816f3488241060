import { day } from '../../language/day.ts';
import { measure } from '../measure.ts';
import { standingAtMonthEnds } from './standing-at-month-ends.ts';

/** C1: how many children a protection plan protects. Fewer is not better by itself: a plan may be missing. */
export const childrenOnPlans = measure({
  id: 'C1',
  title: 'Children on a protection plan',
  inWords: 'The children on a protection plan at the end of the month’s last day.',
  counted: 'Each child once, also an unborn one. A child is on one plan at a time.',
  notCounted: 'Enquiries and conferences that have not led to a plan. A plan that ended on the last day.',
  kind: 'stock',
  better: 'neither',
  unit: { one: 'child on a plan', many: 'children on a plan' },
  listed: {
    kind: 'child',
    nouns: 'children',
    met: 'On a plan',
    notMet: 'Not on a plan',
    notCounted: 'Not counted',
  },
  owner: 'head of service',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) => standingAtMonthEnds(db, 'protection_plan', period),
});
