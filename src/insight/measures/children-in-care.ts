import { day } from '../../language/day.ts';
import { measure } from '../measure.ts';
import { standingAtMonthEnds } from './standing-at-month-ends.ts';

/** L1: how many children are in care. Neither more nor fewer is better by itself. */
export const childrenInCare = measure({
  id: 'L1',
  title: 'Children in care',
  inWords: 'The children in care at the end of the month’s last day, by an order of a court or by agreement.',
  counted: 'Each child once, on the island or off it, wherever they live.',
  notCounted: 'Young people who have left care. A period of care that ended on the last day.',
  kind: 'stock',
  better: 'neither',
  unit: { one: 'child in care', many: 'children in care' },
  listed: {
    kind: 'child',
    nouns: 'children',
    met: 'In care',
    notMet: 'Not in care',
    notCounted: 'Not counted',
  },
  owner: 'head of service',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) => standingAtMonthEnds(db, 'period_of_care', period),
});
