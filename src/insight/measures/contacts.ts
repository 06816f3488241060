import { sql } from 'kysely';
import { day } from '../../language/day.ts';
import { measure } from '../measure.ts';
import { childrenToldOf } from './children-told-of.ts';

/** H1: how much is asked of the hub. More is not worse and not better. */
export const contacts = measure({
  id: 'H1',
  title: 'Contacts',
  inWords: 'The contacts told to us in the month, by any channel, about a child or an unborn child.',
  counted:
    'One for each child of each contact. Advice asked without naming a child counts as one. In the month in which we were told.',
  notCounted:
    'Nothing is left out. Police notifications that went straight to a child’s worker are not contacts.',
  kind: 'count',
  better: 'neither',
  unit: { one: 'contact', many: 'contacts' },
  listed: {
    kind: 'child of a contact',
    nouns: 'contacts',
    met: 'Counted',
    notMet: 'Not counted',
    notCounted: 'Not counted',
  },
  owner: 'hub manager',
  version: 1,
  since: day('2020-03-30'),
  lines: (db, period) =>
    childrenToldOf(db, period).select([
      sql<boolean | null>`true`.as('met'),
      sql<number | null>`null::double precision`.as('value'),
    ]),
});
